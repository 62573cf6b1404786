// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/hmac_audit_seal.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>
#include <cstddef>
#include <string>

namespace parley {

HmacAuditSeal::HmacAuditSeal(const SecretKey& key) {
  const Owned<EVP_MAC, EVP_MAC_free> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
  keyed_.reset(EVP_MAC_CTX_new(hmac.get()));
  std::string digest = "SHA256";
  const std::array<OSSL_PARAM, 2> parameters{
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
      OSSL_PARAM_construct_end()};
  MustSucceed(keyed_ != nullptr && EVP_MAC_init(keyed_.get(), key.Reveal().data(),
                                                key.Reveal().size(), parameters.data()) == 1,
              "HMAC");
}

Fingerprint HmacAuditSeal::Mac(std::string_view content) const {
  const Owned<EVP_MAC_CTX, EVP_MAC_CTX_free> context(EVP_MAC_CTX_dup(keyed_.get()));
  Fingerprint mac{};
  std::size_t length = 0;
  MustSucceed(context != nullptr &&
                  EVP_MAC_update(context.get(), BytesOf(content), content.size()) == 1 &&
                  EVP_MAC_final(context.get(), mac.data(), &length, mac.size()) == 1,
              "HMAC");
  return mac;
}

}  // namespace parley
