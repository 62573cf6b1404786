// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/hkdf.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <string>

namespace parley {

Hkdf::Hkdf(const SecretKey& key) : key_(key), hkdf_(EVP_KDF_fetch(nullptr, "HKDF", nullptr)) {
  MustSucceed(hkdf_ != nullptr, "HKDF");
}

SecretKey Hkdf::Derive(std::string_view purpose) const {
  // OpenSSL takes what it only reads as if it wrote.
  std::string digest = "SHA256";
  std::string info(purpose);
  SecretKey::Bytes secret = key_.Reveal();
  const std::array<OSSL_PARAM, 4> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, secret.data(), secret.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
      OSSL_PARAM_construct_end()};
  const Owned<EVP_KDF_CTX, EVP_KDF_CTX_free> context(EVP_KDF_CTX_new(hkdf_.get()));
  SecretKey::Bytes derived{};
  MustSucceed(context != nullptr && EVP_KDF_derive(context.get(), derived.data(), derived.size(),
                                                   parameters.data()) == 1,
              "HKDF");
  const SecretKey result(derived);
  OPENSSL_cleanse(secret.data(), secret.size());
  OPENSSL_cleanse(derived.data(), derived.size());
  return result;
}

}  // namespace parley
