// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_INBOUND_H_
#define PARLEY_ADAPTERS_POSTGRES_INBOUND_H_

#include <optional>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/inbound.h"

namespace parley::postgres {

class PostgresInbound final : public Inbound {
 public:
  PostgresInbound(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<InboundItem> Find(DebtorId debtor, CommunicationId id) override;
  void Add(const InboundItem& item, const std::optional<Fingerprint>& reference) override {
    batch_.Add(item, reference);
  }
  void Replace(const InboundItem& item) override { batch_.Replace(item); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresInboundDesk final : public InboundDesk {
 public:
  PostgresInboundDesk(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<InboundItem> GetInbound(TenantId tenant, DebtorId debtor,
                                         CommunicationId id) override;
  absl::StatusOr<std::vector<InboundItem>> GetInboundItems(
      TenantId tenant, std::span<const InboundPlace> places) override;
  absl::StatusOr<std::optional<InboundPlace>> FindReference(TenantId tenant,
                                                            const Fingerprint& reference) override;
  absl::StatusOr<std::vector<InboundItem>> ListInbound(TenantId tenant, DebtorId debtor,
                                                       const InboundPosition& position,
                                                       int most) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_INBOUND_H_
