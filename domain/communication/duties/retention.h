// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_RETENTION_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_RETENTION_H_

#include <optional>
#include <span>
#include <string>

#include "domain/common/days.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// A rule that wants records kept, and the last day for which it does.
struct RetainedBy {
  const Rule* rule = nullptr;
  Day until;
};

// Until when records about somebody of these regions are kept whose last act was on a day: the
// longest that any live book of theirs in force on `today` asks for, whoever collected and whatever
// is recorded. Where no region is known, every book may be theirs. None where no book asks.
std::optional<RetainedBy> LongestKept(const Rulebooks& rulebooks,
                                      std::span<const std::string> regions, Day last_act,
                                      Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_RETENTION_H_
