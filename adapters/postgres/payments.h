// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PAYMENTS_H_
#define PARLEY_ADAPTERS_POSTGRES_PAYMENTS_H_

#include <optional>
#include <string>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"
#include "application/ports/payments.h"

namespace parley::postgres {

class PostgresPayments final : public Payments {
 public:
  PostgresPayments(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<Payment> Find(DebtorId debtor, PaymentId id) override;
  absl::StatusOr<std::optional<Payment>> FindByReference(DebtorId debtor,
                                                         const std::string& external_ref) override;
  absl::StatusOr<std::vector<Payment>> AnnouncedOf(DebtorId debtor) override;
  void Add(const Payment& payment) override { batch_.Add(payment); }
  void Replace(const Payment& payment) override { batch_.Replace(payment); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresPaymentBook final : public PaymentBook {
 public:
  PostgresPaymentBook(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<Payment> GetPayment(TenantId tenant, DebtorId debtor, PaymentId id) override;
  absl::StatusOr<std::vector<Payment>> ListPayments(TenantId tenant, const PaymentFilter& filter,
                                                    PaymentId after, int most) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PAYMENTS_H_
