// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/moratorium.h"

#include <algorithm>

namespace parley {

PauseDays DaysOf(const Moratorium& rule, const Pause& pause) {
  PauseDays days{.first = pause.registered + 1};
  if (!pause.crisis) {
    days.last = pause.registered + rule.days;
  } else if (pause.treatment_ended.has_value()) {
    days.last = *pause.treatment_ended + rule.tail_days;
  }
  if (pause.cancelled.has_value()) {
    const Day before = *pause.cancelled - 1;
    days.last = days.last.has_value() ? std::min(*days.last, before) : before;
  }
  return days;
}

}  // namespace parley
