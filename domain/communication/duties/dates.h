// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_DATES_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_DATES_H_

#include "domain/common/days.h"
#include "domain/communication/duty_rules.h"

namespace parley {

// The last day on which something is still in time; the day that began it is day zero. Where the
// deadline names no calendar business days are those of the place's, if there is one; without any,
// Saturdays and Sundays alone are none.
Day DueDay(const Deadline& deadline, Day begun, const Calendar* local = nullptr);

struct NoticeDates {
  Day assumed_receipt;  // When a notice given on a day is taken to have arrived.
  Day ends;             // The last day of the period that runs from then.
};

NoticeDates DatesOf(const NoticePeriod& period, Day given);

// The last day on which a record must be kept: so many years after the day that counts. Where that
// year lacks the day, it is the last of February.
Day KeptUntil(const Retention& retention, Day anchor);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_DATES_H_
