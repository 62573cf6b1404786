// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_CONVERSATIONS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_CONVERSATIONS_H_

#include <optional>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/conversations.h"

namespace parley {

struct MemoryScope;

class MemoryConversations final : public Conversations {
 public:
  explicit MemoryConversations(MemoryScope& scope) : scope_(scope) {}

  absl::StatusOr<Conversation> Find(DebtorId debtor, ConversationId id) override;
  absl::StatusOr<std::vector<Conversation>> Of(DebtorId debtor) override;
  absl::StatusOr<std::optional<ConversationId>> WhereIs(DebtorId debtor,
                                                        CommunicationId id) override;
  void Add(const Conversation& conversation) override;
  void Replace(const Conversation& conversation) override;
  void Link(const ConversationLink& link) override;
  void AddNote(const ConversationNote& note) override;

 private:
  MemoryScope& scope_;
};

class MemoryConversationDesk final : public ConversationDesk {
 public:
  explicit MemoryConversationDesk(MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<Conversation> GetConversation(TenantId tenant, DebtorId debtor,
                                               ConversationId id) override;
  absl::StatusOr<std::vector<Conversation>> ListConversations(TenantId tenant,
                                                              const ConversationFilter& filter,
                                                              ConversationId after,
                                                              int most) override;
  absl::StatusOr<std::vector<ConversationLink>> ListLinks(TenantId tenant, DebtorId debtor,
                                                          ConversationId id, std::int64_t after,
                                                          int most) override;
  absl::StatusOr<std::vector<ConversationLink>> ListLinksSince(
      TenantId tenant, std::span<const LinePosition> positions, int most) override;
  absl::StatusOr<std::vector<ConversationNote>> ListNotes(TenantId tenant, DebtorId debtor,
                                                          ConversationId id,
                                                          ConversationNoteId after,
                                                          int most) override;

 private:
  MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_CONVERSATIONS_H_
