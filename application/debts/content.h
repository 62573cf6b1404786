// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_CONTENT_H_
#define PARLEY_APPLICATION_DEBTS_CONTENT_H_

#include <optional>
#include <string>

#include "application/ports/fingerprints.h"
#include "domain/common/days.h"
#include "domain/common/fingerprint.h"
#include "domain/debt/debt.h"

namespace parley {

// What a caller reported, as one digest: the same reference with the same content is a repeat, with
// other content a conflict. Ids that the caller did not choose are no part of it.
Fingerprint ContentOf(const Fingerprints& fingerprints, const Placement& placement);
Fingerprint ContentOf(const Fingerprints& fingerprints, const Fact& fact);
Fingerprint ContentOf(const Fingerprints& fingerprints, const Reversal& reversal);

// A day as it stands in such a digest; empty when there is none.
std::string DayText(const std::optional<Day>& day);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_CONTENT_H_
