// SPDX-License-Identifier: Apache-2.0
#include "application/payments/suspense.h"

#include <optional>
#include <string>
#include <utility>

#include "application/etag.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> ReceiveUnidentifiedPayment::Handle(const Call& call, const Command& command,
                                                          Encode<Payment> encode) const {
  Payment payment = PaymentOf(kDesk, command.report);
  payment.state = PaymentState::kUnidentified;
  payment.value_date = command.value_date;
  payment.content = ContentOf(fingerprints_, payment);
  Violations violations;
  // In which zone the bank booked it is not known: the latest day that it is anywhere was checked.
  CheckPayment(payment, command.value_date, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const auto decide = [&](Work& work) { return Receive(work, payment); };
  return mutations_.Run<Payment>(call, kDesk, decide, encode);
}

absl::StatusOr<Payment> ReceiveUnidentifiedPayment::Receive(Work& work,
                                                            const Payment& payment) const {
  PARLEY_ASSIGN_OR_RETURN(std::optional<Payment> known, FindSame(work, payment));
  if (known.has_value()) return *std::move(known);
  Payment received = payment;
  if (received.id.IsNil()) received.id = PaymentId(ids_.Next());
  received.actor = work.call.principal;
  received.created_time = work.now;
  Mark(work, received);
  if (!work.call.validate_only) work.store.payments().Add(received);
  return received;
}

absl::StatusOr<Answer> AssignPayment::Handle(const Call& call, const Command& command,
                                             Encode<Payment> encode) const {
  // Each step on the desk is known by what it finds there, and needs no stored answer.
  Call on_desk = call;
  on_desk.request_id = {};
  const auto claim = [&](const Payment& kept) -> absl::StatusOr<Payment> {
    PARLEY_ASSIGN_OR_RETURN(Payment claimed, ClaimedFor(kept, command.debtor));
    // What this call changed before it was interrupted does not make its etag stale.
    if (claimed != kept) PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, kept.revision));
    return claimed;
  };
  on_desk.validate_only = true;
  PARLEY_ASSIGN_OR_RETURN(const Payment kept, OnDesk(on_desk, command.payment, claim));
  // What the debtor's ledgers will not take is said before the desk keeps it for that debtor.
  Call rehearsal = call;
  rehearsal.validate_only = true;
  absl::StatusOr<Answer> rehearsed = AtDebtor(rehearsal, command, kept, encode);
  if (call.validate_only || !rehearsed.ok()) return rehearsed;
  on_desk.validate_only = false;
  PARLEY_RETURN_IF_ERROR(OnDesk(on_desk, command.payment, claim).status());
  PARLEY_ASSIGN_OR_RETURN(Answer answer, AtDebtor(call, command, kept, encode));
  PARLEY_RETURN_IF_ERROR(OnDesk(on_desk, command.payment, [](const Payment& claimed) {
                           return absl::StatusOr<Payment>(Assigned(claimed));
                         }).status());
  return answer;
}

absl::StatusOr<Payment> AssignPayment::OnDesk(const Call& call, PaymentId payment,
                                              Decide decide) const {
  std::optional<Payment> after;
  const auto step = [&](Work& work) -> absl::StatusOr<Payment> {
    PARLEY_ASSIGN_OR_RETURN(const Payment before, work.store.payments().Find(kDesk, payment));
    PARLEY_ASSIGN_OR_RETURN(Payment changed, decide(before));
    if (changed != before) {
      Mark(work, changed);
      if (!call.validate_only) work.store.payments().Replace(changed);
    }
    after = changed;
    return changed;
  };
  const auto nothing = [](const Payment&) { return std::string(); };
  PARLEY_RETURN_IF_ERROR(mutations_.Run<Payment>(call, kDesk, step, nothing).status());
  return *std::move(after);
}

absl::StatusOr<Answer> AssignPayment::AtDebtor(const Call& call, const Command& command,
                                               const Payment& kept, Encode<Payment> encode) const {
  if (command.currency.value_or(kept.currency) != kept.currency) {
    Violations violations;
    violations.Add("instructions[0].amount.currency_code", Fault::kCurrencyMismatch);
    return violations.ToStatus();
  }
  Payment payment = PaymentOf(command.debtor,
                              {.id = kept.id,
                               .external_ref = kept.external_ref,
                               .amount = Money(kept.amount, kept.currency),
                               .method = kept.method,
                               .note = kept.note},
                              command.wishes);
  payment.value_date = kept.value_date;
  payment.content = ContentOf(fingerprints_, payment);
  const auto decide = [&](Work& work) { return PostNewPayment(work, ids_, zones_, payment); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

}  // namespace parley
