// SPDX-License-Identifier: Apache-2.0
#include "application/payments/settle_payment.h"

#include "application/etag.h"
#include "application/payments/new_payment.h"
#include "application/payments/post_parts.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// The amount and the day are what is new of it.
absl::Status CheckSettled(const Payment& settled, const std::optional<Money>& amount, Day today) {
  Violations violations;
  Payment reported = settled;
  reported.instructions.clear();
  reported.expected_date.reset();
  CheckPayment(reported, today, violations);
  if (amount.has_value() && amount->currency() != settled.currency) {
    violations.Add("amount.currency_code", Fault::kCurrencyMismatch);
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<Answer> SettlePayment::Handle(const Call& call, const Command& command,
                                             Encode<Payment> encode) const {
  const auto decide = [&](Work& work) { return SettleIt(work, command); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

absl::StatusOr<Payment> SettlePayment::SettleIt(Work& work, const Command& command) const {
  PARLEY_ASSIGN_OR_RETURN(const Payment announced,
                          work.store.payments().Find(command.debtor, command.payment));
  const std::int64_t amount =
      command.amount.has_value() ? command.amount->minor_units() : announced.amount;
  PARLEY_ASSIGN_OR_RETURN(Payment settled, CameIn(announced, amount, command.value_date, work.now));
  PARLEY_ASSIGN_OR_RETURN(const DebtsToPay debts,
                          DebtsToPay::Load(work, zones_, settled, command.value_date));
  PARLEY_RETURN_IF_ERROR(CheckSettled(settled, command.amount, debts.today()));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, announced.revision));
  Mark(work, settled);
  PARLEY_RETURN_IF_ERROR(debts.Post(work, ids_, settled));
  if (!work.call.validate_only) work.store.payments().Replace(settled);
  return settled;
}

}  // namespace parley
