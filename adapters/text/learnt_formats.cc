// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/learnt_formats.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"

namespace parley::text {
namespace {

constexpr std::size_t kGroup = 3;
constexpr char kDayMark = '\x01';
constexpr char kYearMark = '\x02';

constexpr auto kSamples = std::to_array<const char*>(
    {"0", "5", "-5", "12", "999", "1234", "-1234", "12345", "123456", "1234567", "-1234567",
     "9876543210", "4000000000000000000", "-90071992547409931"});

std::string Replaced(std::string text, std::string_view what, char mark) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), 1, mark);
  return text;
}

}  // namespace

// From what is told of 1234567 and its decimals.
bool LearntNumbers::LearnFrame(std::string_view told, std::string_view decimals, Frame& frame) {
  const std::size_t one = told.find('1');
  const std::size_t second = told.find("234");
  const std::size_t third = told.find("567");
  if (one == std::string_view::npos || second == std::string_view::npos ||
      third == std::string_view::npos || second < one || third < second) {
    return false;
  }
  frame.before = told.substr(0, one);
  group_ = told.substr(one + 1, second - one - 1);
  std::size_t end = third + kGroup;
  if (!decimals.empty()) {
    const std::size_t fraction = told.find(decimals, end);
    if (fraction == std::string_view::npos) return false;
    point_ = told.substr(end, fraction - end);
    end = fraction + decimals.size();
  }
  frame.after = told.substr(end);
  return true;
}

std::optional<LearntNumbers> LearntNumbers::Learn(Teacher teacher, int decimals) {
  const std::string eights(static_cast<std::size_t>(decimals), '8');
  const std::string fraction = decimals > 0 ? absl::StrCat(".", eights) : "";
  LearntNumbers learnt;
  if (!learnt.LearnFrame(teacher("-1234567" + fraction), eights, learnt.negative_) ||
      !learnt.LearnFrame(teacher("1234567" + fraction), eights, learnt.positive_)) {
    return std::nullopt;
  }
  const std::string four = teacher("1234" + fraction);
  if (four.find("1234") != std::string::npos) learnt.least_grouped_ = kGroup + 2;
  const bool same = std::all_of(kSamples.begin(), kSamples.end(), [&](const char* sample) {
    const std::string digits = sample + fraction;
    return learnt.Write(digits) == teacher(digits);
  });
  return same ? std::optional<LearntNumbers>(learnt) : std::nullopt;
}

std::string LearntNumbers::Write(std::string_view digits) const {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (negative) digits.remove_prefix(1);
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  const Frame& frame = negative ? negative_ : positive_;
  std::string text = frame.before;
  text.reserve(text.size() + frame.after.size() + (1 + group_.size()) * digits.size());
  std::size_t end = whole < least_grouped_ ? whole : (whole - 1) % kGroup + 1;
  text += digits.substr(0, end);
  for (; end < whole; end += kGroup) {
    text += group_;
    text += digits.substr(end, kGroup);
  }
  if (whole < digits.size()) {
    text += point_;
    text += digits.substr(whole + 1);
  }
  text += frame.after;
  return text;
}

std::optional<LearntDays> LearntDays::Learn(Teacher teacher) {
  constexpr Day kSample(2222, 1, 11);
  LearntDays learnt;
  for (int month = 1; month <= 12; ++month) {
    const std::string told = teacher(Day(kSample.year(), month, kSample.day()));
    learnt.months_.at(static_cast<std::size_t>(month) - 1) =
        Replaced(Replaced(told, "2222", kYearMark), "11", kDayMark);
    for (const Day day : {Day(1900, month, 1), Day(2026, month, 9), Day(9999, month, 28)}) {
      if (learnt.Write(day) != teacher(day)) return std::nullopt;
    }
  }
  return learnt;
}

std::string LearntDays::Write(Day day) const {
  std::string text;
  for (const char letter : months_.at(static_cast<std::size_t>(day.month()) - 1)) {
    if (letter == kDayMark) {
      absl::StrAppend(&text, day.day());
    } else if (letter == kYearMark) {
      absl::StrAppend(&text, day.year());
    } else {
      text += letter;
    }
  }
  return text;
}

}  // namespace parley::text
