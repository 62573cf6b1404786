// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/windows.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/container/inlined_vector.h"

namespace parley {
namespace {

using Boundaries = absl::InlinedVector<int, 16>;

// The minutes of a day at which anything may change, in order.
Boundaries BoundariesOf(std::span<const DayWindow> windows) {
  Boundaries minutes = {0};
  for (const DayWindow& window : windows) {
    minutes.push_back(window.from);
    minutes.push_back(window.to % kMinutesOfDay);
  }
  std::sort(minutes.begin(), minutes.end());
  minutes.erase(std::unique(minutes.begin(), minutes.end()), minutes.end());
  return minutes;
}

// The instants of a minute on a zone's clocks: one that they skip begins with the hour after it;
// one that they repeat comes twice, and what ended by it is there again when its hour begins anew.
std::array<absl::Time, 3> InstantsOf(absl::TimeZone zone, Day day, int minute) {
  const std::int64_t seconds = std::int64_t{60} * minute;
  const absl::TimeZone::TimeInfo info = zone.At(absl::CivilSecond(day) + seconds);
  const bool skipped = info.kind == absl::TimeZone::TimeInfo::SKIPPED;
  const bool repeated = info.kind == absl::TimeZone::TimeInfo::REPEATED;
  return {skipped ? info.trans : info.pre, info.post, repeated ? info.trans : info.post};
}

using Satisfied = absl::FunctionRef<bool(const LocalTime&)>;

// The first boundary of a day, later than `after`, at which what is asked is satisfied.
absl::Time FirstOfDay(Day day, absl::Time after, absl::TimeZone zone, const Boundaries& minutes,
                      Satisfied satisfied) {
  absl::Time earliest = absl::InfiniteFuture();
  for (const int minute : minutes) {
    for (const absl::Time time : InstantsOf(zone, day, minute)) {
      const bool earlier = time > after && time < earliest;
      if (earlier && satisfied(LocalTimeAt(zone, time))) earliest = time;
    }
  }
  return earliest;
}

absl::Time FirstInZone(absl::Time from, absl::TimeZone zone, const Boundaries& minutes, int horizon,
                       Satisfied satisfied) {
  const LocalTime now = LocalTimeAt(zone, from);
  if (satisfied(now)) return from;
  for (Day day = now.day; day <= now.day + horizon; ++day) {
    const absl::Time first = FirstOfDay(day, from, zone, minutes, satisfied);
    if (first != absl::InfiniteFuture()) return first;
  }
  return absl::InfiniteFuture();
}

}  // namespace

LocalTime LocalTimeAt(absl::TimeZone zone, absl::Time time) {
  const absl::CivilMinute civil(zone.At(time).cs);
  const Day day(civil);
  return {day, absl::GetWeekday(day), civil.hour() * 60 + civil.minute()};
}

bool DayWindow::Holds(const LocalTime& local) const {
  const auto begins = [this](Day day, absl::Weekday weekday) {
    return days.Has(weekday) && (!within.has_value() || within->Contains(day));
  };
  if (from < to) {
    return from <= local.minute && local.minute < to && begins(local.day, local.weekday);
  }
  if (local.minute >= from && begins(local.day, local.weekday)) return true;
  const Day before = local.day - 1;
  return local.minute < to && begins(before, absl::GetWeekday(before));
}

bool Schedule::IsOpen(const LocalTime& local) const {
  const bool open = std::any_of(windows.begin(), windows.end(),
                                [&](const DayWindow& window) { return window.Holds(local); });
  return open && (closed_on == nullptr || !closed_on->IsHoliday(local.day));
}

absl::Time FirstMinute(absl::Time from, std::span<const absl::TimeZone> zones,
                       std::span<const DayWindow> windows, int horizon,
                       absl::FunctionRef<bool(const LocalTime&)> satisfied) {
  const Boundaries minutes = BoundariesOf(windows);
  const absl::Time last = from + absl::Hours(24 * horizon);
  absl::Time time = CeilMinute(from);
  std::size_t agreed = 0;  // Zones in a row that are satisfied with this time.
  for (std::size_t at = 0; agreed < zones.size(); at = (at + 1) % zones.size()) {
    const absl::Time next = FirstInZone(time, zones[at], minutes, horizon, satisfied);
    if (next > last) return absl::InfiniteFuture();
    agreed = next == time ? agreed + 1 : 1;
    time = next;
  }
  return time;
}

absl::Time CeilMinute(absl::Time time) {
  const absl::Time floor = absl::FromUnixSeconds(absl::ToUnixSeconds(time) / 60 * 60);
  return floor == time ? time : floor + absl::Minutes(1);
}

absl::Time StartOfDay(Day day, absl::TimeZone zone) {
  return absl::FromCivil(absl::CivilSecond(day), zone);
}

}  // namespace parley
