// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_INBOUND_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_INBOUND_H_

#include <optional>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/inbound.h"

namespace parley {

struct MemoryScope;

class MemoryInbound final : public Inbound {
 public:
  explicit MemoryInbound(MemoryScope& scope) : scope_(scope) {}

  absl::StatusOr<InboundItem> Find(DebtorId debtor, CommunicationId id) override;
  void Add(const InboundItem& item, const std::optional<Fingerprint>& reference) override;
  void Replace(const InboundItem& item) override;

 private:
  MemoryScope& scope_;
};

class MemoryInboundDesk final : public InboundDesk {
 public:
  explicit MemoryInboundDesk(MemoryDatabase& database) : database_(database) {}

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
  MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_INBOUND_H_
