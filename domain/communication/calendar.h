// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_CALENDAR_H_
#define PARLEY_DOMAIN_COMMUNICATION_CALENDAR_H_

#include <string>
#include <vector>

#include "domain/common/days.h"

namespace parley {

// The holidays of a place as dates, never as rules of thumb. Beyond its ends nobody knows, and
// what is not known is a holiday.
struct Calendar {
  std::string id;       // "AU-national".
  std::string version;  // "2026-11".
  std::string source;   // The official page that the dates were read from.
  Period covers;
  std::vector<Day> holidays;  // Sorted.
  std::vector<Day> observed;  // Days off for a holiday of another date; sorted.

  bool IsHoliday(Day day) const;
  bool IsObserved(Day day) const;
};

// A day on which offices work: no Saturday, no Sunday, no holiday by its date.
bool IsBusinessDay(Day day, const Calendar& calendar);

// The n-th business day after a day, which itself is day zero.
Day AddBusinessDays(Day day, int n, const Calendar& calendar);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_CALENDAR_H_
