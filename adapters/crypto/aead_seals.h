// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_
#define PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_

#include <optional>
#include <string>
#include <string_view>

#include "adapters/crypto/aead.h"
#include "adapters/crypto/secret_key.h"
#include "application/ports/seals.h"

namespace parley {

// Seals under one key what is safe in a URL: base64url of what Aead gives.
class AeadSeals final : public Seals {
 public:
  explicit AeadSeals(const SecretKey& key) : aead_(key) {}

  std::string Seal(std::string_view text, std::string_view context) const override;
  std::optional<std::string> Open(std::string_view sealed, std::string_view context) const override;

 private:
  Aead aead_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_AEAD_SEALS_H_
