// SPDX-License-Identifier: Apache-2.0
#include "application/payments/suspense.h"

#include <optional>
#include <string>
#include <utility>

#include "application/etag.h"
#include "domain/common/reason.h"
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
  const auto claim = [&](const Payment& kept) -> absl::StatusOr<Payment> {
    PARLEY_ASSIGN_OR_RETURN(Payment claimed, ClaimedFor(kept, command.debtor));
    // What a call changed before it was interrupted does not make its etag stale.
    if (kept.claimed_for.IsNil()) PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, kept.revision));
    return claimed;
  };
  const auto look = [&](const Work&, const Payment& kept) -> absl::StatusOr<Payment> {
    PARLEY_RETURN_IF_ERROR(claim(kept).status());
    return kept;
  };
  PARLEY_ASSIGN_OR_RETURN(const Payment kept, OnDesk(call, command.payment, look));
  if (kept.state == PaymentState::kAssigned) return AtDebtor(call, command, kept, encode);
  // What the debtor's ledgers will not take is said before the desk keeps it for that debtor.
  Call rehearsal = call;
  rehearsal.validate_only = true;
  absl::StatusOr<Answer> rehearsed = AtDebtor(rehearsal, command, kept, encode);
  const bool goes_on = rehearsed.ok() || !kept.claimed_for.IsNil();
  if (call.validate_only || !goes_on) return rehearsed;
  // A claim that is there is made anew: from now on it is this call's.
  const auto make_claim = [&](const Work& work, const Payment& found) -> absl::StatusOr<Payment> {
    PARLEY_ASSIGN_OR_RETURN(Payment claimed, claim(found));
    Mark(work, claimed);
    return claimed;
  };
  PARLEY_ASSIGN_OR_RETURN(const Payment claimed, OnDesk(call, command.payment, make_claim));
  absl::StatusOr<Answer> answer = AtDebtor(call, command, claimed, encode);
  if (!answer.ok() && !IsRefusal(answer.status())) return answer;
  PARLEY_RETURN_IF_ERROR(EndClaim(call, claimed, answer.ok()));
  return answer;
}

absl::StatusOr<Payment> AssignPayment::OnDesk(const Call& call, PaymentId payment,
                                              Decide decide) const {
  // Each step on the desk is known by what it finds there, and needs no stored answer.
  Call on_desk = call;
  on_desk.request_id = {};
  on_desk.validate_only = false;
  std::optional<Payment> after;
  const auto step = [&](Work& work) -> absl::StatusOr<Payment> {
    PARLEY_ASSIGN_OR_RETURN(const Payment before, work.store.payments().Find(kDesk, payment));
    PARLEY_ASSIGN_OR_RETURN(after, decide(work, before));
    if (*after != before) work.store.payments().Replace(*after);
    return *after;
  };
  const auto nothing = [](const Payment&) { return std::string(); };
  PARLEY_RETURN_IF_ERROR(mutations_.Run<Payment>(on_desk, kDesk, step, nothing).status());
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
  const auto decide = [&](Work& work) { return Take(work, kept, payment); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

absl::StatusOr<Payment> AssignPayment::Take(Work& work, const Payment& kept,
                                            const Payment& payment) const {
  PARLEY_ASSIGN_OR_RETURN(std::optional<Payment> known, FindSame(work, payment));
  if (known.has_value()) {
    // The same reference at the same debtor may be other money, or this one reported twice.
    if (known->id != kept.id) return Refuse(Reason::kPaymentAlreadyPosted);
    return *std::move(known);
  }
  PARLEY_ASSIGN_OR_RETURN(const Payment now, work.store.payments().Find(kDesk, kept.id));
  if (now.revision != kept.revision) return Refuse(Reason::kWriteConflict);
  return PostUnknownPayment(work, ids_, zones_, payment);
}

absl::Status AssignPayment::EndClaim(const Call& call, const Payment& claimed, bool arrived) const {
  if (!arrived) {
    PARLEY_ASSIGN_OR_RETURN(arrived, HasArrived(call, claimed));
  }
  const auto end = [&](const Work& work, const Payment& kept) -> absl::StatusOr<Payment> {
    // A later call made the claim its own, and goes on.
    if (!arrived && kept.revision != claimed.revision) return kept;
    Payment ended = arrived ? Assigned(kept) : Unclaimed(kept);
    if (ended != kept) Mark(work, ended);
    return ended;
  };
  return OnDesk(call, claimed.id, end).status();
}

absl::StatusOr<bool> AssignPayment::HasArrived(const Call& call, const Payment& claimed) const {
  Call at_debtor = call;
  at_debtor.request_id = {};
  bool arrived = false;
  const auto look = [&](Work& work) -> absl::StatusOr<bool> {
    const auto found = work.store.payments().Find(claimed.claimed_for, claimed.id);
    arrived = found.ok();
    if (!arrived && ReasonOf(found.status()) != Reason::kPaymentNotFound) return found.status();
    return arrived;
  };
  const auto nothing = [](const bool&) { return std::string(); };
  PARLEY_RETURN_IF_ERROR(
      mutations_.Run<bool>(at_debtor, claimed.claimed_for, look, nothing).status());
  return arrived;
}

}  // namespace parley
