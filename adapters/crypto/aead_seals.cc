// SPDX-License-Identifier: Apache-2.0
#include "adapters/crypto/aead_seals.h"

#include "adapters/crypto/base64url.h"

namespace parley {

std::string AeadSeals::Seal(std::string_view text, std::string_view context) const {
  return EncodeBase64Url(aead_.Seal(text, context));
}

std::optional<std::string> AeadSeals::Open(std::string_view sealed,
                                           std::string_view context) const {
  const std::optional<std::string> bytes = DecodeBase64Url(sealed);
  return bytes.has_value() ? aead_.Open(*bytes, context) : std::nullopt;
}

}  // namespace parley
