// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_BUSINESS_HOURS_H_
#define PARLEY_DOMAIN_COMMUNICATION_BUSINESS_HOURS_H_

#include "absl/time/time.h"
#include "domain/communication/calendar.h"

namespace parley {

// When people are at work on each business day.
struct BusinessHours {
  int opens = 9;    // O'clock.
  int closes = 17;  // O'clock, after it opens and on the same day.
};

// The instant at which so much time has passed of the hours of business since an instant, by the
// clock and the calendar of a place. What is over at the end of a day is over then, not on the next
// morning; no time at all is over at once, or when it opens.
absl::Time AfterBusinessHours(absl::Time begun, absl::Duration length, const BusinessHours& hours,
                              const Calendar& calendar, absl::TimeZone zone);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_BUSINESS_HOURS_H_
