// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MESSAGE_SMS_LENGTH_H_
#define PARLEY_DOMAIN_COMMUNICATION_MESSAGE_SMS_LENGTH_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley {

// How a text travels (3GPP TS 23.038): seven bits a character where its default alphabet and the
// extension table have them all, else sixteen.
enum class SmsEncoding : std::uint8_t {
  kGsm7 = 1,
  kUcs2 = 2,
};

// A text that needs more is not sent as a text message.
inline constexpr int kMostSmsSegments = 6;

struct SmsLength {
  SmsEncoding encoding = SmsEncoding::kGsm7;
  int units = 0;     // Septets, or 16-bit units.
  int segments = 0;  // One at least.

  friend bool operator==(const SmsLength&, const SmsLength&) = default;
};

// How long a text is as a text message: 160 septets or 70 units go in one segment, else 153 or 67
// in each, since the parts carry how they belong together. No character is cut in two. None for
// what is not valid UTF-8.
std::optional<SmsLength> MeasureSms(std::string_view text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MESSAGE_SMS_LENGTH_H_
