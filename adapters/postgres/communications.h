// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_H_
#define PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_H_

#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/communications.h"

namespace parley::postgres {

class PostgresCommunications final : public Communications {
 public:
  PostgresCommunications(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<LoggedCommunication> Find(DebtorId debtor, CommunicationId id) override;
  absl::StatusOr<std::vector<LoggedCommunication>> Since(DebtorId debtor,
                                                         const HistorySpan& span) override;
  absl::StatusOr<std::vector<ContactRecord>> RecordsOf(std::span<const DebtorId> debtors,
                                                       const ContactMoment& moment) override;
  void Add(const LoggedCommunication& communication) override { batch_.Add(communication); }
  void Replace(const LoggedCommunication& communication) override { batch_.Replace(communication); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

class PostgresVerdicts final : public Verdicts {
 public:
  explicit PostgresVerdicts(Batch& batch) : batch_(batch) {}

  void Append(const StoredVerdict& verdict) override { batch_.Append(verdict); }

 private:
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresContactLog final : public ContactLog {
 public:
  PostgresContactLog(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<LoggedCommunication> GetCommunication(TenantId tenant, DebtorId debtor,
                                                       CommunicationId id) override;
  absl::StatusOr<std::vector<ContactRecord>> RecordsOf(TenantId tenant,
                                                       std::span<const DebtorId> debtors,
                                                       const ContactMoment& moment) override;
  absl::StatusOr<std::vector<LoggedCommunication>> ListCommunications(
      TenantId tenant, DebtorId debtor, const CommunicationFilter& filter, CommunicationId after,
      int most) override;
  absl::StatusOr<std::vector<StoredVerdict>> ListVerdicts(TenantId tenant, DebtorId debtor,
                                                          VerdictId after, int most) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_H_
