// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/erasure.h"

#include <algorithm>

#include "domain/common/reason.h"

namespace parley {

bool KeepsDebtor(const Debt& debt) {
  return debt.status == DebtStatus::kReceived || IsOwedAndOurs(debt.status);
}

bool IsErased(const Debtor& debtor) { return debtor.display_name.Reveal() == kErasedText; }

absl::Status CheckErasure(const ErasureMatters& matters, Day today) {
  ErrorMetadata against;
  const auto open = std::count_if(matters.debts.begin(), matters.debts.end(), KeepsDebtor);
  if (open > 0) against["open_debts"] = std::to_string(open);
  const auto legal =
      std::count_if(matters.holds.begin(), matters.holds.end(), [today](const Hold& hold) {
        return hold.type == HoldType::kLegal && StateOn(hold, today) == HoldState::kActive;
      });
  if (legal > 0) against["legal_holds"] = std::to_string(legal);
  if (matters.kept.has_value() && matters.kept->until >= today) {
    against["retained_until"] = FormatDay(matters.kept->until);
    against["retained_by"] = matters.kept->rule;
  }
  return against.empty() ? absl::OkStatus() : Refuse(Reason::kErasureRefused, {}, against);
}

}  // namespace parley
