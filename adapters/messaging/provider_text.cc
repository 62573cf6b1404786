// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/provider_text.h"

#include <cstddef>

#include "absl/strings/ascii.h"

namespace parley::messaging {

std::string PrintableCode(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  const auto bare = absl::StripAsciiWhitespace(absl::string_view(text.data(), text.size()));
  std::string code(bare.substr(0, kLongest));
  for (char& letter : code) {
    if (!absl::ascii_isprint(static_cast<unsigned char>(letter))) letter = '?';
  }
  return code;
}

}  // namespace parley::messaging
