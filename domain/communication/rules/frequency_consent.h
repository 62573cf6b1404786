// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_

#include <cstdint>

#include "domain/communication/hearing.h"
#include "domain/communication/verdict.h"

namespace parley {

// The consent to a call about all these debts on that day and at that instant: told to us, within
// seven days that begin with the day of receipt, on the days that the person named, and before the
// next conversation about the debt. In no list where there is none.
Source FrequencyConsent(const Hearing& hearing, DebtSet debts, std::int32_t day, absl::Time at);

inline bool UnderFrequencyConsent(const Hearing& hearing, DebtSet debts, std::int32_t day,
                                  absl::Time at) {
  return FrequencyConsent(hearing, debts, day, at).list != FactList::kNone;
}

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_
