// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_

#include "absl/container/inlined_vector.h"
#include "domain/communication/hearing.h"
#include "domain/communication/verdict.h"
#include "domain/communication/windows.h"

namespace parley {

struct AgreedHours {
  absl::InlinedVector<DayWindow, 2> hours;
  Source source;  // The latest consent of those that give them.
};

// The hours to which the person agreed, told to us and not withdrawn. A consent that names no hour
// is for any hour of its days, and one that names no day is for every day.
AgreedHours ConsentedHours(const Hearing& hearing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_CONSENTED_TIME_H_
