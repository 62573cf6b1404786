// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_BASE64URL_H_
#define PARLEY_ADAPTERS_CRYPTO_BASE64URL_H_

#include <optional>
#include <string>
#include <string_view>

namespace parley {

// RFC 4648, section 5, without padding.
std::string EncodeBase64Url(std::string_view bytes);

// Reads only what EncodeBase64Url writes: each content has one text, so that a text whose unused
// bits were changed is refused as well.
std::optional<std::string> DecodeBase64Url(std::string_view text);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_BASE64URL_H_
