// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_TEXT_H_
#define PARLEY_DOMAIN_COMMON_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/common/violations.h"

namespace parley {

// The most bytes of a caller's texts: of what names a thing in the caller's own books, of what
// names somebody or something to people, and of why something was done.
inline constexpr std::size_t kLongestReference = 200;
inline constexpr std::size_t kLongestName = 200;
inline constexpr std::size_t kLongestReason = 1000;
inline constexpr std::size_t kLongestGivenId = 100;

enum class Lines : bool { kOne, kMany };

// The first thing wrong with a text from outside, or none: valid UTF-8, at most `longest` bytes,
// no NUL and no control character (with kMany, a line feed and a tab are fine).
std::optional<Fault> CheckText(std::string_view text, std::size_t longest,
                               Lines lines = Lines::kOne);

// Adds a violation for a text that must be there and be sound.
void RequireText(Violations& violations, const std::string& field, std::string_view text,
                 std::size_t longest, Lines lines = Lines::kOne);

// The same for a text that may be empty.
void AllowText(Violations& violations, const std::string& field, std::string_view text,
               std::size_t longest, Lines lines = Lines::kOne);

// The form of an id that people give to something of theirs and that stands in its name: 1 to
// kLongestGivenId letters, digits, dots, hyphens and underscores.
bool IsGivenId(std::string_view text);

// The form of a BCP 47 tag ("en", "zh-TW") and of an ISO 3166 code ("TW", "US-CA"); whether it is
// registered is not looked up.
bool IsLanguageTag(std::string_view text);
bool IsRegion(std::string_view text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_TEXT_H_
