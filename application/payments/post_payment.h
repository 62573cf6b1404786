// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_POST_PAYMENT_H_
#define PARLEY_APPLICATION_PAYMENTS_POST_PAYMENT_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/payments/new_payment.h"

namespace parley {

// Posts money that came in from a debtor: over all its debts, one entry a debt, and each part with
// the reason for it.
class PostPayment {
 public:
  struct Command {
    DebtorId debtor;
    PaymentReport report;
    PaymentWishes wishes;
    Day value_date;
  };

  PostPayment(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
              const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // A payment whose reference is known with the same content answers with what exists.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, PAYMENT_ALREADY_POSTED,
  // ENTRY_ALREADY_POSTED, NO_DEBT_FOR_PAYMENT, MONEY_HELD_APART, DEBT_CLOSED_TO_ENTRIES,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_POST_PAYMENT_H_
