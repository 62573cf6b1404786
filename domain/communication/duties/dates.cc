// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/dates.h"

namespace parley {

Day DueDay(const Deadline& deadline, Day begun) {
  if (!deadline.business_days || deadline.calendar.calendar == nullptr) {
    return begun + deadline.days;
  }
  return AddBusinessDays(begun, deadline.days, *deadline.calendar.calendar);
}

NoticeDates DatesOf(const NoticePeriod& period, Day given) {
  const Calendar* const calendar = period.calendar.calendar;
  const Day receipt = calendar == nullptr ? given + period.receipt_days
                                          : AddBusinessDays(given, period.receipt_days, *calendar);
  return {receipt, receipt + period.length_days};
}

Day KeptUntil(const Retention& retention, Day anchor) {
  const Day same(anchor.year() + retention.years, anchor.month(), anchor.day());
  return same.month() == anchor.month() ? same : same - 1;
}

}  // namespace parley
