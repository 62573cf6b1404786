// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/calendar.h"

#include <algorithm>

namespace parley {

bool Calendar::IsHoliday(Day day) const {
  return !covers.Contains(day) || std::binary_search(holidays.begin(), holidays.end(), day) ||
         IsObserved(day);
}

bool Calendar::IsObserved(Day day) const {
  return std::binary_search(observed.begin(), observed.end(), day);
}

bool IsBusinessDay(Day day, const Calendar& calendar) {
  const absl::Weekday weekday = absl::GetWeekday(day);
  return weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday &&
         !std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), day);
}

Day AddBusinessDays(Day day, int n, const Calendar& calendar) {
  while (n > 0) {
    ++day;
    if (IsBusinessDay(day, calendar)) --n;
  }
  return day;
}

}  // namespace parley
