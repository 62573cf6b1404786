// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "domain/communication/rules/consented_time.h"
#include "domain/communication/rules/judge.h"
#include "domain/communication/windows.h"

namespace parley {
namespace {

// Weekly hours and a row of holidays: what does not open in three weeks has no common hour.
constexpr int kHorizonDays = 21;

}  // namespace

Saying Judge(const TimeWindow& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (hearing.act().in_session) return Permits();
  const std::vector<DayWindow>& own = hearing.person().work_hours;
  const bool works = kind.work_hours_instead && !own.empty();
  const Schedule schedule{works ? own : kind.windows, kind.closed_on_holidays
                                                          ? hearing.person().holidays
                                                          : kind.closed_on.calendar};
  const std::span<const LocalTime> locals = hearing.LocalTimesOf(kind.zone);
  const auto open = [&](const LocalTime& local) { return schedule.IsOpen(local); };
  if (std::all_of(locals.begin(), locals.end(), open)) return Permits();

  absl::InlinedVector<DayWindow, 8> windows(schedule.windows.begin(), schedule.windows.end());
  AgreedHours agreed;
  if (kind.relaxed_by_consent) agreed = ConsentedHours(hearing);
  windows.insert(windows.end(), agreed.hours.begin(), agreed.hours.end());
  const auto open_or_agreed = [&](const LocalTime& local) {
    return open(local) || Schedule{agreed.hours}.IsOpen(local);
  };
  if (std::all_of(locals.begin(), locals.end(), open_or_agreed)) return Permits(agreed.source);
  return Defers(
      FirstMinute(hearing.at(), hearing.ZonesOf(kind.zone), windows, kHorizonDays, open_or_agreed));
}

}  // namespace parley
