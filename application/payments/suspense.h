// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_SUSPENSE_H_
#define PARLEY_APPLICATION_PAYMENTS_SUSPENSE_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/payments/new_payment.h"

namespace parley {

// Keeps money of which nobody knows yet whose it is, on the tenant's desk.
class ReceiveUnidentifiedPayment {
 public:
  struct Command {
    PaymentReport report;
    Day value_date;
  };

  ReceiveUnidentifiedPayment(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids) {}

  // A payment whose reference is known with the same content answers with what exists.
  // Errors: FIELD_INVALID, PAYMENT_ALREADY_POSTED.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  absl::StatusOr<Payment> Receive(Work& work, const Payment& payment) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
};

// Posts money from the desk at the debtor whose it turned out to be. That is more than one
// mutation: the desk keeps it for that debtor, the debtor gets it under the same id, and the desk
// lets it go. Whichever of them a crash prevents, the same call again goes on from there, and the
// money is never in two places.
class AssignPayment {
 public:
  struct Command {
    PaymentId payment;
    DebtorId debtor;
    PaymentWishes wishes;
    std::optional<Currency> currency;  // Of the instructions, if there are any.
    std::optional<std::int64_t> etag;  // Of the money on the desk.
  };

  AssignPayment(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
                const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // Answers with the debtor's payment.
  // Errors: FIELD_INVALID, PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_SUSPENSE, ETAG_STALE, and those of
  // PostPayment.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  // What the desk does with the payment; its answer is the payment after it.
  using Decide = absl::FunctionRef<absl::StatusOr<Payment>(const Payment&)>;
  absl::StatusOr<Payment> OnDesk(const Call& call, PaymentId payment, Decide decide) const;
  absl::StatusOr<Answer> AtDebtor(const Call& call, const Command& command, const Payment& kept,
                                  Encode<Payment> encode) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_SUSPENSE_H_
