// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_PLAN_RHYTHM_H_
#define PARLEY_DOMAIN_PLAN_RHYTHM_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// How often an instalment is due. The numbers are stored and never change.
enum class Frequency : std::uint8_t {
  kWeekly = 1,
  kFortnightly = 2,
  kFourWeekly = 3,
  kMonthly = 4,  // On one day of each month.
  kMonthEnd = 5,
  kTwiceMonthly = 6,  // On two days of each month.
};

// What becomes of a day on which no office works. The numbers are stored and never change.
enum class Roll : std::uint8_t {
  kNone = 1,
  kFollowing = 2,          // The next business day.
  kPreceding = 3,          // The business day before.
  kModifiedFollowing = 4,  // The next one, or the one before where that is of another month.
};

template <>
std::span<const std::string_view> WordsOf<Frequency>();
template <>
std::span<const std::string_view> WordsOf<Roll>();

// On which days instalments are due. A day that a month lacks is its last day.
struct Rhythm {
  Frequency frequency = Frequency::kMonthly;
  // Of the month: one for kMonthly, else the first one's; two for kTwiceMonthly; none for others.
  std::vector<int> days;
  Day first_due;
  Roll roll = Roll::kFollowing;
  std::vector<Day> holidays;  // Sorted; on them, Saturdays and Sundays no office works.

  friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

void CheckRhythm(const Rhythm& rhythm, const std::string& field, Violations& violations);

// The day itself, or the one to which the rule moves it.
Day Rolled(Day day, Roll roll, std::span<const Day> holidays);

// The days of a rhythm, one after the other, without end. Each steps from the day before as it was
// named, so that moving one moves no later one.
class DueDays {
 public:
  // The rhythm is sound, and outlives this.
  explicit DueDays(const Rhythm& rhythm) : rhythm_(rhythm), nominal_(rhythm.first_due) {}

  Day nominal() const { return nominal_; }
  Day due() const { return Rolled(nominal_, rhythm_.roll, rhythm_.holidays); }
  void Next();

 private:
  const Rhythm& rhythm_;
  Day nominal_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_PLAN_RHYTHM_H_
