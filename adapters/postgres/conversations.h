// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_H_
#define PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_H_

#include <optional>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/conversations.h"

namespace parley::postgres {

class PostgresConversations final : public Conversations {
 public:
  PostgresConversations(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<Conversation> Find(DebtorId debtor, ConversationId id) override;
  absl::StatusOr<std::vector<Conversation>> Of(DebtorId debtor) override;
  absl::StatusOr<std::optional<ConversationId>> WhereIs(DebtorId debtor,
                                                        CommunicationId id) override;
  void Add(const Conversation& conversation) override { batch_.Add(conversation); }
  void Replace(const Conversation& conversation) override { batch_.Replace(conversation); }
  void Link(const ConversationLink& link) override { batch_.Add(link); }
  void AddNote(const ConversationNote& note) override { batch_.Add(note); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresConversationDesk final : public ConversationDesk {
 public:
  PostgresConversationDesk(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

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
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_H_
