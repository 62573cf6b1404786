// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_FEE_GUARD_H_
#define PARLEY_DOMAIN_DEBT_FEE_GUARD_H_

#include <span>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/settings.h"

namespace parley {

// Fees, costs and penalties: what is charged by a creditor's rule for a cause.

// By what new fees of a debt are judged.
struct FeeContext {
  const CreditorSettings& settings;
  std::span<const Entry> journal;  // The debt's whole one.
  std::span<const Hold> holds;     // The debtor's, and those of money in flight.
  Day today;
};

// Judges the fees among new facts, and gives each the version and the basis of its rule: it needs
// an enabled rule of the creditor that covers its cause and its amount, a cause for which the debt
// was not charged before, and no hold that stops fees, neither today nor on its value date.
// Errors: FEE_NOT_ALLOWED, FEE_CAUSE_NOT_COVERED, FEE_ABOVE_RULE, FEE_ALREADY_CHARGED,
// FEES_ON_HOLD.
absl::Status GuardFees(std::span<Fact> facts, const Debt& debt, const FeeContext& context);

// Takes back the fees of days on which there should have been none, each by a reversal as of its
// own day that names this reason. Errors: those of PostReversal.
absl::StatusOr<Posted> TakeBackFees(const Debt& debt, const Period& days,
                                    const SensitiveText& reason, std::span<const Entry> journal,
                                    const Stamp& stamp, const EntryIdSource& next_id);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_FEE_GUARD_H_
