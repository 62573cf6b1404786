// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_WINDOWS_H_
#define PARLEY_DOMAIN_COMMUNICATION_WINDOWS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/communication/calendar.h"
#include "domain/communication/enum_set.h"

namespace parley {

inline constexpr int kMinutesOfDay = 24 * 60;

// A moment on somebody's clock and calendar.
struct LocalTime {
  Day day;
  absl::Weekday weekday = absl::Weekday::monday;
  int minute = 0;  // Of the day.
};

LocalTime LocalTimeAt(absl::TimeZone zone, absl::Time time);

// Hours of a day that recur every week, from the one minute to just before the other. Where `to` is
// not after `from` they run across midnight, and belong to the day on which they begin.
struct DayWindow {
  EnumSet<absl::Weekday> days;
  std::int16_t from = 0;
  std::int16_t to = kMinutesOfDay;
  std::optional<Period> within{};  // Of the days on which it begins; none: every week.

  bool Holds(const LocalTime& local) const;
  friend bool operator==(const DayWindow&, const DayWindow&) = default;
};

// What is open: any of the windows, but for the calendar's holidays.
struct Schedule {
  std::span<const DayWindow> windows;
  const Calendar* closed_on = nullptr;

  bool IsOpen(const LocalTime& local) const;
};

// The first whole minute, `from` or later, at which the clocks of all zones satisfy what is asked.
// It can only come to be satisfied at a boundary of the windows, at a midnight, or at once. None
// within `horizon` days: InfiniteFuture.
absl::Time FirstMinute(absl::Time from, std::span<const absl::TimeZone> zones,
                       std::span<const DayWindow> windows, int horizon,
                       absl::FunctionRef<bool(const LocalTime&)> satisfied);

// The next whole minute, or the time itself.
absl::Time CeilMinute(absl::Time time);

// The first instant of a civil day.
absl::Time StartOfDay(Day day, absl::TimeZone zone);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_WINDOWS_H_
