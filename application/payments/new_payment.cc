// SPDX-License-Identifier: Apache-2.0
#include "application/payments/new_payment.h"

#include <utility>

#include "application/debts/content.h"
#include "application/payments/post_parts.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

Payment PaymentOf(DebtorId debtor, const PaymentReport& report, const PaymentWishes& wishes) {
  Payment payment{.currency = report.amount.currency()};
  payment.id = report.id.value_or(PaymentId());
  payment.debtor = debtor;
  payment.external_ref = report.external_ref;
  payment.amount = report.amount.minor_units();
  payment.method = report.method;
  payment.note = report.note;
  payment.instructions = wishes.instructions;
  payment.strategy = wishes.strategy;
  payment.order = wishes.order;
  return payment;
}

Fingerprint ContentOf(const Fingerprints& fingerprints, const Payment& payment) {
  CanonicalContent content;
  content.Add(payment.external_ref)
      .Add(payment.amount)
      .Add(payment.currency.code())
      .Add(DayText(payment.expected_date))
      .Add(DayText(payment.value_date))
      .Add(payment.method)
      .Add(payment.note.Reveal())
      .Add(NameOf(payment.strategy));
  for (const Instruction& instruction : payment.instructions) {
    content.Add(instruction.debt.ToString()).Add(instruction.amount);
  }
  content.Add("order");
  if (payment.order.has_value()) {
    for (const Bucket bucket : *payment.order) content.Add(NameOf(bucket));
  }
  return fingerprints.Of(content.text());
}

absl::StatusOr<std::optional<Payment>> FindSame(Work& work, const Payment& payment) {
  PARLEY_ASSIGN_OR_RETURN(std::optional<Payment> known, work.store.payments().FindByReference(
                                                            payment.debtor, payment.external_ref));
  if (known.has_value() && known->content != payment.content) {
    return Refuse(Reason::kPaymentAlreadyPosted);
  }
  return known;
}

void Mark(const Work& work, Payment& payment) {
  payment.revision = work.NextRevision(payment.debtor);
  payment.updated_time = work.now;
}

absl::StatusOr<Payment> PostNewPayment(Work& work, Ids& ids, const TimeZones& zones,
                                       const Payment& payment) {
  PARLEY_ASSIGN_OR_RETURN(std::optional<Payment> known, FindSame(work, payment));
  if (known.has_value()) return *std::move(known);
  return PostUnknownPayment(work, ids, zones, payment);
}

absl::StatusOr<Payment> PostUnknownPayment(Work& work, Ids& ids, const TimeZones& zones,
                                           const Payment& payment) {
  PARLEY_ASSIGN_OR_RETURN(const DebtsToPay debts,
                          DebtsToPay::Load(work, zones, payment, payment.value_date));
  Violations violations;
  CheckPayment(payment, debts.today(), violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  Payment posted = payment;
  if (posted.id.IsNil()) posted.id = PaymentId(ids.Next());
  posted.actor = work.call.principal;
  posted.created_time = work.now;
  Mark(work, posted);
  PARLEY_RETURN_IF_ERROR(debts.Post(work, ids, posted));
  if (!work.call.validate_only) work.store.payments().Add(posted);
  return posted;
}

}  // namespace parley
