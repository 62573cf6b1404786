// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_PURPOSES_H_
#define PARLEY_DOMAIN_COMMUNICATION_PURPOSES_H_

#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"

namespace parley {

inline constexpr EnumSet<Purpose> kAsksForMoney = {Purpose::kDemand, Purpose::kReminder,
                                                   Purpose::kNegotiation};

// What answers a person, or is owed to them: no count speaks against it, and it goes before all
// that nobody waits for.
inline constexpr EnumSet<Purpose> kOwedToThem = {Purpose::kReply, Purpose::kReceipt,
                                                 Purpose::kRequested, Purpose::kStatutory};

// What a person gets also when contact has stopped.
inline constexpr EnumSet<Purpose> kGoesWhenStopped = {Purpose::kStatutory, Purpose::kRequested,
                                                      Purpose::kReply, Purpose::kReceipt,
                                                      Purpose::kOptOutConfirmation};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_PURPOSES_H_
