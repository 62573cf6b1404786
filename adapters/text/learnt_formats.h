// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_LEARNT_FORMATS_H_
#define PARLEY_ADAPTERS_TEXT_LEARNT_FORMATS_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "domain/common/days.h"

namespace parley::text {

// A statement tells thousands of amounts and days, and ICU takes a microsecond for each. These two
// learn from samples how ICU writes, and write the same by themselves; what they cannot reproduce,
// such as the groups of two digits of India, they do not learn.

// Numbers of one kind (a currency, or none) with a fixed count of decimals.
class LearntNumbers {
 public:
  using Teacher = absl::FunctionRef<std::string(std::string_view digits)>;

  // None when the samples cannot be reproduced.
  static std::optional<LearntNumbers> Learn(Teacher teacher, int decimals);

  // Digits such as "-1234.50", with that count of decimals.
  std::string Write(std::string_view digits) const;

 private:
  // Around the digits.
  struct Frame {
    std::string before;
    std::string after;
  };

  bool LearnFrame(std::string_view told, std::string_view decimals, Frame& frame);

  Frame positive_;
  Frame negative_;
  std::string group_;
  std::string point_;
  std::size_t least_grouped_ = 4;  // Digits from which on there are groups.
};

// Days in words.
class LearntDays {
 public:
  using Teacher = absl::FunctionRef<std::string(Day day)>;

  static std::optional<LearntDays> Learn(Teacher teacher);

  std::string Write(Day day) const;

 private:
  std::array<std::string, 12> months_;  // Each with a mark for the day and one for the year.
};

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_LEARNT_FORMATS_H_
