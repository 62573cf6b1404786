// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_HKDF_H_
#define PARLEY_ADAPTERS_CRYPTO_HKDF_H_

#include <openssl/kdf.h>

#include <string_view>

#include "adapters/crypto/openssl.h"
#include "adapters/crypto/secret_key.h"

namespace parley {

// Makes keys of one key, each for one purpose, by HKDF with SHA-256 (RFC 5869). Who has one of them
// learns nothing of the others.
class Hkdf {
 public:
  explicit Hkdf(const SecretKey& key);

  SecretKey Derive(std::string_view purpose) const;

 private:
  SecretKey key_;
  // Looked up once: OpenSSL takes a lock and compares names at each look-up.
  Owned<EVP_KDF, EVP_KDF_free> hkdf_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_HKDF_H_
