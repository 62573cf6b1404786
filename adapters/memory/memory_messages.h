// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_MESSAGES_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_MESSAGES_H_

#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/clock.h"
#include "application/ports/messages.h"
#include "application/ports/templates.h"

namespace parley {

struct MemoryScope;

class MemoryMessages final : public Messages {
 public:
  explicit MemoryMessages(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<std::vector<Message>> FindAll(std::span<const MessageKey> keys) override;
  absl::StatusOr<std::vector<Message>> FindToHandOver(std::span<const MessageKey> keys) override;
  absl::StatusOr<std::vector<Message>> QueuedOf(std::span<const DebtorId> debtors) override;
  absl::StatusOr<std::optional<Message>> OfOccasion(DebtorId debtor,
                                                    const std::string& occasion) override;
  void Add(const Message& message) override;
  void Replace(const Message& message) override;
  absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(DebtorId debtor,
                                                       const Fingerprint& text) override;
  void Add(const ReleasedText& released) override;

 private:
  MemoryScope& scope_;
  // Held until the unit of work is over.
  std::shared_lock<std::shared_mutex> handing_over_;
};

// Leases run by the clock of the business, which a test moves.
class MemoryMessageQueue final : public MessageQueue {
 public:
  MemoryMessageQueue(MemoryDatabase& database, const Clock& clock)
      : database_(database), clock_(clock) {}
  absl::StatusOr<std::vector<ClaimedMessage>> Claim(const MessageClaim& claim) override;
  absl::StatusOr<std::vector<ClaimedMessage>> Lost(TenantId tenant, int most) override;
  absl::StatusOr<std::vector<MessageKey>> Unknown(TenantId tenant, Channel channel,
                                                  absl::Time before, int most) override;
  absl::StatusOr<std::int64_t> UnderWay(TenantId tenant) override;
  absl::StatusOr<Message> GetMessage(TenantId tenant, MessageKey key) override;
  absl::StatusOr<std::vector<Message>> GetMessages(TenantId tenant,
                                                   std::span<const MessageKey> keys) override;
  absl::StatusOr<MessageOwner> OwnerOf(CommunicationId id) override;
  absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(TenantId tenant, DebtorId debtor,
                                                       const Fingerprint& text) override;
  absl::StatusOr<std::vector<ChannelBacklog>> Backlog(TenantId tenant, absl::Time now) override;

 private:
  MemoryDatabase& database_;
  const Clock& clock_;
};

class MemoryTemplates final : public Templates {
 public:
  explicit MemoryTemplates(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<std::int64_t> Edition() override;
  absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(const TemplateName& name) override;
  void Add(const TemplateVersion& version) override;
  void Replace(const TemplateVersion& version) override;

 private:
  MemoryScope& scope_;
};

class MemoryTemplateShelf final : public TemplateShelf {
 public:
  explicit MemoryTemplateShelf(const MemoryDatabase& database) : database_(database) {}
  absl::StatusOr<std::int64_t> Edition(TenantId tenant) override;
  absl::StatusOr<std::vector<TemplateVersion>> ListVersions(TenantId tenant) override;
  absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(TenantId tenant,
                                                          const TemplateName& name) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_MESSAGES_H_
