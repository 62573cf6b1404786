// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PAYMENTS_H_
#define PARLEY_APPLICATION_PORTS_PAYMENTS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/payment.h"

namespace parley {

// The payments of the debtors, or on the desk, whose locks a unit of work holds. What is added or
// replaced is written at the commit, which reports PAYMENT_ALREADY_POSTED for an id or reference
// that is taken.
class Payments {
 public:
  virtual ~Payments() = default;

  // Errors: PAYMENT_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<Payment> Find(DebtorId debtor, PaymentId id) = 0;
  // None when no payment of the debtor has that reference. Errors: RECORD_CORRUPT,
  // STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::optional<Payment>> FindByReference(
      DebtorId debtor, const std::string& external_ref) = 0;

  // The announced payments of a debtor, in the order of ids. Errors: RECORD_CORRUPT,
  // STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<Payment>> AnnouncedOf(DebtorId debtor) = 0;

  virtual void Add(const Payment& payment) = 0;
  // The commit reports WRITE_CONFLICT unless the stored revision is below this one.
  virtual void Replace(const Payment& payment) = 0;
};

// Which payments a list shows; every part that is given must hold.
struct PaymentFilter {
  DebtorId debtor;  // The nil one for what is on the desk.
  std::optional<PaymentState> state;
};

// Reads about payments, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class PaymentBook {
 public:
  virtual ~PaymentBook() = default;

  // Also PAYMENT_NOT_FOUND.
  virtual absl::StatusOr<Payment> GetPayment(TenantId tenant, DebtorId debtor, PaymentId id) = 0;
  // At most `most` payments after an id, in the order of ids.
  virtual absl::StatusOr<std::vector<Payment>> ListPayments(TenantId tenant,
                                                            const PaymentFilter& filter,
                                                            PaymentId after, int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PAYMENTS_H_
