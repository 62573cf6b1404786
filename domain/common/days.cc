// SPDX-License-Identifier: Apache-2.0
#include "domain/common/days.h"

#include <span>

#include "absl/strings/str_format.h"

namespace parley {
namespace {

std::optional<int> ParseDigits(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

// Fills the text with the last digits of a number.
void PutDigits(int number, std::span<char> text) {
  for (auto at = text.rbegin(); at != text.rend(); ++at, number /= 10) {
    *at = static_cast<char>('0' + number % 10);
  }
}

}  // namespace

std::optional<Day> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = ParseDigits(text.substr(0, 4));
  const std::optional<int> month = ParseDigits(text.substr(5, 2));
  const std::optional<int> day = ParseDigits(text.substr(8, 2));
  if (!year.has_value() || !month.has_value() || !day.has_value()) return std::nullopt;
  if (*year < kFirstYear || *year > kLastYear) return std::nullopt;
  const Day result(*year, *month, *day);
  // A day that the month lacks was normalised into another one.
  if (result.month() != *month || result.day() != *day) return std::nullopt;
  return result;
}

std::string FormatDay(Day day) {
  if (day.year() >= kFirstYear && day.year() <= kLastYear) {
    std::string text = "0000-00-00";
    PutDigits(static_cast<int>(day.year()), std::span(text).first(4));
    PutDigits(day.month(), std::span(text).subspan(5, 2));
    PutDigits(day.day(), std::span(text).last(2));
    return text;
  }
  return absl::StrFormat("%04d-%02d-%02d", static_cast<int>(day.year()), day.month(), day.day());
}

std::int64_t DayNumber(Day day) { return day - Day(1970, 1, 1); }

}  // namespace parley
