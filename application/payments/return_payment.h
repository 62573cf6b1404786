// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_RETURN_PAYMENT_H_
#define PARLEY_APPLICATION_PAYMENTS_RETURN_PAYMENT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/debts.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/payment.h"

namespace parley {

// Takes back a payment that was returned or charged back: all its entries are undone, in their
// order and at once, and what stands after them is as if it had never come. An announced payment
// fails, and money in suspense goes back.
class ReturnPayment {
 public:
  struct Command {
    DebtorId debtor;  // Nil for money in suspense.
    PaymentId payment;
    SensitiveText reason;
    std::optional<std::int64_t> etag;
  };

  ReturnPayment(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
                const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // Errors: FIELD_INVALID, PAYMENT_NOT_FOUND, PAYMENT_ALREADY_RETURNED, PAYMENT_NOT_IN_SUSPENSE,
  // DEBT_CLOSED_TO_ENTRIES, BALANCE_OUT_OF_RANGE, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  absl::StatusOr<Payment> Return(Work& work, const Command& command) const;
  absl::Status UndoAll(Work& work, const Payment& payment, const std::vector<LedgerHead>& heads,
                       const Command& command) const;
  absl::StatusOr<Posted> Undo(Work& work, const Payment& payment, const LedgerHead& head,
                              const std::vector<Entry>& journal, const Command& command) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_RETURN_PAYMENT_H_
