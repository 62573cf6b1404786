// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/fee_guard.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/money_list.h"

namespace parley {
namespace {

absl::Status GuardFee(Fact& fact, const Debt& debt, const FeeContext& context) {
  const auto& rules = context.settings.fee_rules;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const FeeRule& each) {
    return each.id == fact.fee->rule && each.enabled;
  });
  if (rule == rules.end()) return Refuse(Reason::kFeeNotAllowed);
  if (!Covers(*rule, fact.fee->cause)) return Refuse(Reason::kFeeCauseNotCovered);
  if (fact.amount > UnitsIn(rule->most, debt.currency).value_or(0)) {
    return Refuse(Reason::kFeeAboveRule);
  }
  for (const Day day : {fact.value_date, context.today}) {
    if (EffectsOn(context.holds, debt.id, day).stops_fees) return Refuse(Reason::kFeesOnHold);
  }
  fact.fee->version = rule->version;
  fact.fee->basis = rule->basis;
  return absl::OkStatus();
}

}  // namespace

absl::Status GuardFees(std::span<Fact> facts, const Debt& debt, const FeeContext& context) {
  std::set<std::string> charged;
  for (const Entry& entry : context.journal) {
    if (entry.kind == EntryKind::kFee && entry.fee.has_value()) {
      charged.insert(entry.fee->cause_ref);
    }
  }
  for (Fact& fact : facts) {
    if (fact.kind != EntryKind::kFee) continue;
    PARLEY_RETURN_IF_ERROR(GuardFee(fact, debt, context));
    const bool first = charged.insert(fact.fee->cause_ref).second;
    if (!first) return Refuse(Reason::kFeeAlreadyCharged);
  }
  return absl::OkStatus();
}

absl::StatusOr<Posted> TakeBackFees(const Debt& debt, const Period& days,
                                    const SensitiveText& reason, std::span<const Entry> journal,
                                    const Stamp& stamp, const EntryIdSource& next_id) {
  std::set<EntryId> reversed;
  for (const Entry& entry : journal) {
    if (entry.kind == EntryKind::kReversal) reversed.insert(entry.linked);
  }
  Posted posted{debt, {}};
  std::vector<Entry> whole(journal.begin(), journal.end());
  for (const Entry& fee : journal) {
    if (fee.kind != EntryKind::kFee || !days.Contains(fee.value_date)) continue;
    if (reversed.contains(fee.id)) continue;
    const Reversal reversal{.id = next_id(), .reverses = fee.id, .reason = reason};
    PARLEY_ASSIGN_OR_RETURN(Posted step,
                            PostReversal(posted.debt, reversal, whole, stamp, next_id));
    posted.debt = std::move(step.debt);
    whole.insert(whole.end(), step.entries.begin(), step.entries.end());
  }
  posted.entries.assign(whole.begin() + std::ssize(journal), whole.end());
  return posted;
}

}  // namespace parley
