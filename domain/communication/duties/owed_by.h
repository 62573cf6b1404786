// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_OWED_BY_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_OWED_BY_H_

#include <string_view>

#include "domain/common/days.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// The holidays of a region: those of a calendar of its country; none where nobody keeps one.
const Calendar* HolidaysAt(const Rulebooks& rulebooks, std::string_view region);

struct OwedBy {
  Day day;           // The last day on which it is in time.
  const Rule* rule;  // That says so.
};

// By when something that began on a day is owed to a person of a region about their case: the
// earliest day of all books that speak there to those who collect from people, or else what holds
// everywhere, also where nobody knows the region. `duty` is about a case.
OwedBy OwedToPerson(const Rulebooks& rulebooks, std::string_view region, Duty duty, Day begun);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_OWED_BY_H_
