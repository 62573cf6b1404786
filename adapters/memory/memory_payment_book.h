// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_PAYMENT_BOOK_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_PAYMENT_BOOK_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/payments.h"

namespace parley {

class MemoryPaymentBook final : public PaymentBook {
 public:
  explicit MemoryPaymentBook(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<Payment> GetPayment(TenantId tenant, DebtorId debtor, PaymentId id) override;
  absl::StatusOr<std::vector<Payment>> ListPayments(TenantId tenant, const PaymentFilter& filter,
                                                    PaymentId after, int most) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_PAYMENT_BOOK_H_
