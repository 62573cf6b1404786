// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_
#define PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_

#include <optional>
#include <string>
#include <string_view>

#include "adapters/crypto/secret_key.h"
#include "application/ports/seals.h"

namespace parley {

// Seals by AES-256-GCM (NIST SP 800-38D) under one key, with a random nonce of 96 bits a text, and
// the context as additional authenticated data. A sealed text is base64url of the nonce, the
// ciphertext and the tag. Random nonces are safe for 2^32 texts a key.
class AeadSeals final : public Seals {
 public:
  explicit AeadSeals(const SecretKey& key) : key_(key) {}

  std::string Seal(std::string_view text, std::string_view context) const override;
  std::optional<std::string> Open(std::string_view sealed, std::string_view context) const override;

 private:
  SecretKey key_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_
