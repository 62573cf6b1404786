// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MORATORIUM_H_
#define PARLEY_DOMAIN_COMMUNICATION_MORATORIUM_H_

#include <optional>

#include "domain/communication/contact_rules.h"
#include "domain/communication/facts.h"

namespace parley {

// The days of a pause, both ends among them; no last day while nobody knows when it ends.
struct PauseDays {
  Day first;
  std::optional<Day> last;
};

PauseDays DaysOf(const Moratorium& rule, const Pause& pause);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MORATORIUM_H_
