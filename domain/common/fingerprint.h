// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_FINGERPRINT_H_
#define PARLEY_DOMAIN_COMMON_FINGERPRINT_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace parley {

// A 256-bit digest of canonical content; equal digests mean equal content.
using Fingerprint = std::array<std::uint8_t, 32>;

// Its 32 bytes as text that lives as long as the digest does.
std::string_view BytesOf(const Fingerprint& fingerprint);

// Content in one unambiguous form, to be digested: each part is preceded by its length, so that no
// two different sequences of parts give the same text.
class CanonicalContent {
 public:
  CanonicalContent& Add(std::string_view part);
  CanonicalContent& Add(std::int64_t number);

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_FINGERPRINT_H_
