// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/dates.h"

namespace parley {

Day DueDay(const Deadline& deadline, Day begun, const Calendar* local) {
  if (!deadline.business_days) return begun + deadline.days;
  const Calendar* const named = deadline.calendar.calendar;
  const Calendar* const kept = named != nullptr ? named : local;
  return AddBusinessDays(begun, deadline.days, kept != nullptr ? *kept : Calendar{});
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
