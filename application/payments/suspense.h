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
// lets it go; or, when the debtor's ledgers refuse it, the desk has it again for everybody.
// Whichever of them a crash prevents, a call for the same debtor goes on from there, and the money
// is never in two places: who posts it makes sure under the debtor's lock that the desk still keeps
// it by its own claim, and who gives a claim up looks under that lock whether it arrived.
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

  // Answers with the debtor's payment. One that the debtor has under the same reference and another
  // id is PAYMENT_ALREADY_POSTED.
  // Errors: FIELD_INVALID, PAYMENT_NOT_FOUND, PAYMENT_NOT_IN_SUSPENSE, ETAG_STALE, WRITE_CONFLICT
  // where the same is done at once, and those of PostPayment.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  // What becomes of the payment on the desk; its answer is the payment after it.
  using Decide = absl::FunctionRef<absl::StatusOr<Payment>(const Work&, const Payment&)>;
  absl::StatusOr<Payment> OnDesk(const Call& call, PaymentId payment, Decide decide) const;
  absl::StatusOr<Answer> AtDebtor(const Call& call, const Command& command, const Payment& kept,
                                  Encode<Payment> encode) const;
  absl::StatusOr<Payment> Take(Work& work, const Payment& kept, const Payment& payment) const;
  // The desk lets a payment go that arrived at its debtor, and else has it again for everybody.
  absl::Status EndClaim(const Call& call, const Payment& claimed, bool arrived) const;
  absl::StatusOr<bool> HasArrived(const Call& call, const Payment& claimed) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_SUSPENSE_H_
