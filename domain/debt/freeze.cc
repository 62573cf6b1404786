// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/freeze.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/common/reason.h"

namespace parley {

std::vector<Period> ReplaceFreezes(std::span<const Period> freezes, std::span<const Period> gone,
                                   std::span<const Period> come) {
  std::vector<Period> left(freezes.begin(), freezes.end());
  for (const Period& period : gone) {
    const auto found = std::find(left.begin(), left.end(), period);
    if (found != left.end()) left.erase(found);
  }
  left.insert(left.end(), come.begin(), come.end());
  std::sort(left.begin(), left.end(), [](const Period& one, const Period& other) {
    return std::tie(one.from, one.to) < std::tie(other.from, other.to);
  });
  return left;
}

bool NeedsJournalForFreezes(const Debt& debt) { return debt.rules.interest.has_value(); }

absl::StatusOr<Posted> ChangeFreezes(const Debt& debt, std::vector<Period> freezes,
                                     std::span<const Entry> journal, const Stamp& stamp,
                                     const EntryIdSource& next_id) {
  LedgerRules rules = debt.rules;
  rules.freezes = std::move(freezes);
  if (NeedsJournalForFreezes(debt)) return ChangeRules(debt, rules, journal, stamp, next_id);
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  // Nothing was posted by the rules of a debt without interest.
  Posted posted{debt, {}};
  posted.debt.rules = std::move(rules);
  posted.debt.updated_time = AfterLastChange(debt, stamp.now);
  return posted;
}

}  // namespace parley
