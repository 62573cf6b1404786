// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_

#include <cstdint>

#include "domain/communication/hearing.h"

namespace parley {

// Whether a call about all these debts on that day, at that instant or any of the day when none is
// given, is one to which the person agreed: told to us, within seven days that begin with the day
// of receipt, on the days that they named, and before the next conversation about the debt.
bool UnderFrequencyConsent(const Hearing& hearing, DebtSet debts, std::int32_t day, absl::Time at);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_FREQUENCY_CONSENT_H_
