// SPDX-License-Identifier: Apache-2.0
// What may be reported of a debt.
#include "domain/common/text.h"
#include "domain/debt/debt.h"

namespace parley {
namespace {

bool IsReported(EntryKind kind) {
  switch (kind) {
    case EntryKind::kCharge:
    case EntryKind::kPayment:
    case EntryKind::kCredit:
    case EntryKind::kWaiver:
    case EntryKind::kWriteOff:
    case EntryKind::kRefund:
    case EntryKind::kFee:
      return true;
    case EntryKind::kOpening:
    case EntryKind::kReversal:
    case EntryKind::kCorrection:
    case EntryKind::kInterest:
      return false;
  }
  return false;
}

// Money is spread by an order: a bucket that is named and not followed would deceive. A fee is one
// of the three parts that need a rule.
bool Follows(EntryKind kind, Bucket bucket) {
  if (kind == EntryKind::kFee) {
    return bucket == Bucket::kFees || bucket == Bucket::kCosts || bucket == Bucket::kPenalty;
  }
  return kind == EntryKind::kCharge || kind == EntryKind::kCredit || kind == EntryKind::kWaiver ||
         kind == EntryKind::kWriteOff;
}

// What says why there is a fee belongs to a fee and to nothing else.
void CheckFee(const Fact& fact, const std::string& field, Violations& violations) {
  const bool is_fee = fact.kind == EntryKind::kFee;
  if (is_fee != fact.fee.has_value()) {
    return violations.Add(field, is_fee ? Fault::kRequired : Fault::kUnknownValue);
  }
  if (!is_fee) return;
  RequireText(violations, field + ".rule", fact.fee->rule, kLongestFeeRule);
  RequireText(violations, field + ".cause_ref", fact.fee->cause_ref, kLongestCauseRef);
}

}  // namespace

void CheckFact(const Fact& fact, const Debt& debt, Day today, const std::string& field,
               Violations& violations) {
  const std::string path = field.empty() ? field : field + ".";
  RequireText(violations, path + "external_ref", fact.external_ref, kLongestReference);
  AllowText(violations, path + "reason", fact.reason.Reveal(), kLongestReason, Lines::kMany);
  if (!IsReported(fact.kind)) violations.Add(path + "kind", Fault::kUnknownValue);
  if (fact.bucket.has_value() && !Follows(fact.kind, *fact.bucket)) {
    violations.Add(path + "bucket", Fault::kUnknownValue);
  }
  if (fact.order.has_value() && !FillsByOrder(fact.kind)) {
    violations.Add(path + "allocation_order", Fault::kUnknownValue);
  }
  CheckFee(fact, path + "fee", violations);
  if (fact.value_date > today) violations.Add(path + "value_date", Fault::kDateInFuture);
  if (fact.value_date < debt.itemisation_date) {
    violations.Add(path + "value_date", Fault::kDateBeforeOpening);
  }
  if (fact.amount <= 0) violations.Add(path + "amount", Fault::kNotPositive);
  if (fact.amount > kLargestBalance) violations.Add(path + "amount", Fault::kAmountOutOfRange);
}

void CheckCharge(const Fact& fact, const std::string& field, Violations& violations) {
  const bool principal = fact.bucket.value_or(Bucket::kPrincipal) == Bucket::kPrincipal;
  if (fact.kind == EntryKind::kCharge && !principal) violations.Add(field, Fault::kNeedsRule);
}

void CheckReversal(const Reversal& reversal, Violations& violations) {
  AllowText(violations, "external_ref", reversal.external_ref, kLongestReference);
  AllowText(violations, "reason", reversal.reason.Reveal(), kLongestReason, Lines::kMany);
}

}  // namespace parley
