// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_MESSAGES_H_
#define PARLEY_ADAPTERS_POSTGRES_MESSAGES_H_

#include <optional>
#include <string>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/messages.h"

namespace parley::postgres {

class PostgresMessages final : public Messages {
 public:
  PostgresMessages(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<std::vector<Message>> FindAll(std::span<const MessageKey> keys) override;
  absl::StatusOr<std::vector<Message>> FindToHandOver(std::span<const MessageKey> keys) override;
  absl::StatusOr<std::vector<Message>> QueuedOf(std::span<const DebtorId> debtors) override;
  absl::StatusOr<std::optional<Message>> OfOccasion(DebtorId debtor,
                                                    const std::string& occasion) override;
  void Add(const Message& message) override { batch_.Add(message); }
  void Replace(const Message& message) override { batch_.Replace(message); }
  absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(DebtorId debtor,
                                                       const Fingerprint& text) override;
  void Add(const ReleasedText& released) override { batch_.Add(released); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresMessageQueue final : public MessageQueue {
 public:
  PostgresMessageQueue(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

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
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_MESSAGES_H_
