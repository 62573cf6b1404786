// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_GATE_H_
#define PARLEY_DOMAIN_COMMUNICATION_GATE_H_

#include "absl/time/time.h"
#include "domain/communication/facts.h"
#include "domain/communication/hearing.h"
#include "domain/communication/rulebooks.h"
#include "domain/communication/verdict.h"

namespace parley {

// May this act happen now, and how? Every rule of every live book that speaks to the debt and the
// place is judged; the strictest word decides. A deferral names the first whole minute within a
// year at which no rule of any book then in force objects; where there is none, the act is refused.
// Facts later than `now` are not known yet.
//
// The verdict points into the rulebooks, which outlive it. The act's person, point and debts are
// places in the record's lists.
Verdict Judge(const Act& act, const Record& record, const Rulebooks& rulebooks, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_GATE_H_
