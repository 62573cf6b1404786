// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_AEAD_H_
#define PARLEY_ADAPTERS_CRYPTO_AEAD_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/crypto/secret_key.h"

namespace parley {

// AES-256-GCM (NIST SP 800-38D) under one key, with a random nonce of 96 bits a text, and the
// context as additional authenticated data. What is sealed is the nonce, the ciphertext and the
// tag. Random nonces are safe for 2^32 texts a key.
class Aead {
 public:
  // What is longer than the text that it seals.
  static constexpr std::size_t kOverhead = 12 + 16;

  explicit Aead(const SecretKey& key) : key_(key) {}

  std::string Seal(std::string_view text, std::string_view context) const;
  // None when the bytes were not sealed under this key with that context.
  std::optional<std::string> Open(std::string_view sealed, std::string_view context) const;

 private:
  SecretKey key_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_AEAD_H_
