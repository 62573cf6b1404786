// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_ERASURE_H_
#define PARLEY_DOMAIN_DEBTOR_ERASURE_H_

#include <optional>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "domain/common/days.h"
#include "domain/debt/debt.h"
#include "domain/debt/hold.h"
#include "domain/debtor/debtor.h"

namespace parley {

// True for a debtor who was forgotten.
bool IsErased(const Debtor& debtor);

// True for a debt that is open: as long as it is, the debtor is not forgotten.
bool KeepsDebtor(const Debt& debt);

// What stands for the last day on which a rule wants records about a debtor kept.
struct RetentionEnd {
  std::string rule;
  Day until;
};

// What bears on whether a debtor may be forgotten.
struct ErasureMatters {
  std::span<const Debt> debts;
  std::span<const Hold> holds;
  std::optional<RetentionEnd> kept;
};

// Errors: ERASURE_REFUSED, with all that stands against it: a debt that is open, a hold because a
// court has the matter, a rulebook's retention that runs.
absl::Status CheckErasure(const ErasureMatters& matters, Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_ERASURE_H_
