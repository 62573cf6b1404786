// SPDX-License-Identifier: Apache-2.0
#include "application/payments/announce_payment.h"

#include "application/payments/events.h"
#include "application/payments/post_parts.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> AnnouncePayment::Handle(const Call& call, const Command& command,
                                               Encode<Payment> encode) const {
  Payment payment = PaymentOf(command.debtor, command.report, command.wishes);
  payment.state = PaymentState::kAnnounced;
  payment.expected_date = command.expected_date;
  payment.content = ContentOf(fingerprints_, payment);
  const auto decide = [&](Work& work) { return Announce(work, payment); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

absl::StatusOr<Payment> AnnouncePayment::Announce(Work& work, const Payment& payment) const {
  PARLEY_ASSIGN_OR_RETURN(std::optional<Payment> known, FindSame(work, payment));
  if (known.has_value()) return *std::move(known);
  PARLEY_ASSIGN_OR_RETURN(const DebtsToPay debts,
                          DebtsToPay::Load(work, zones_, payment, std::nullopt));
  Violations violations;
  CheckPayment(payment, debts.today(), violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  Payment announced = payment;
  if (announced.id.IsNil()) announced.id = PaymentId(ids_.Next());
  announced.actor = work.call.principal;
  announced.created_time = work.now;
  announced.parts = debts.Split(announced);
  for (const PaymentPart& part : announced.parts) {
    announced.announced.push_back({part.debt, part.amount});
  }
  Mark(work, announced);
  if (!work.call.validate_only) {
    work.store.payments().Add(announced);
    TellParts(work, ids_, announced, EventType::kPaymentInFlight);
  }
  return announced;
}

}  // namespace parley
