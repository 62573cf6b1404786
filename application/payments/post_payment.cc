// SPDX-License-Identifier: Apache-2.0
#include "application/payments/post_payment.h"

namespace parley {

absl::StatusOr<Answer> PostPayment::Handle(const Call& call, const Command& command,
                                           Encode<Payment> encode) const {
  Payment payment = PaymentOf(command.debtor, command.report, command.wishes);
  payment.value_date = command.value_date;
  payment.content = ContentOf(fingerprints_, payment);
  const auto decide = [&](Work& work) { return PostNewPayment(work, ids_, zones_, payment); };
  return mutations_.Run<Payment>(call, command.debtor, decide, encode);
}

}  // namespace parley
