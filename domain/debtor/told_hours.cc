// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/told_hours.h"

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

bool IsOfTheDay(const DayWindow& window) {
  return window.from >= 0 && window.from < kMinutesOfDay && window.to >= 0 &&
         window.to <= kMinutesOfDay;
}

}  // namespace

void CheckHours(std::span<const DayWindow> hours, const std::string& field,
                Violations& violations) {
  if (hours.size() > kMostWindows) violations.Add(field, Fault::kTooLong);
  for (std::size_t at = 0; at < hours.size(); ++at) {
    const DayWindow& window = hours[at];
    const std::string path = absl::StrCat(field, "[", at, "]");
    if (window.days.empty()) violations.Add(path + ".weekdays", Fault::kRequired);
    if (!IsOfTheDay(window)) violations.Add(path, Fault::kOutOfRange);
    if (window.within.has_value() && window.within->to < window.within->from) {
      violations.Add(path + ".until_date", Fault::kDateOrder);
    }
  }
}

}  // namespace parley
