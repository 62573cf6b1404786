// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_

#include "absl/container/inlined_vector.h"
#include "domain/communication/hearing.h"
#include "domain/communication/windows.h"

namespace parley {

// The hours to which the person agreed, told to us and not withdrawn. A consent that names no hour
// is for any hour of its days, and one that names no day is for every day.
absl::InlinedVector<DayWindow, 2> ConsentedHours(const Hearing& hearing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_
