// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_MESSAGES_H_
#define PARLEY_APPLICATION_PORTS_MESSAGES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/communication/message/message.h"

namespace parley {

struct MessageKey {
  DebtorId debtor;
  CommunicationId id;

  friend auto operator<=>(const MessageKey&, const MessageKey&) = default;
};

// A text that the tone check holds back, released by a second person for one recipient.
struct ReleasedText {
  DebtorId debtor;
  Fingerprint text;   // Of the words that were held back.
  std::string actor;  // The principal who released it, and may not send it.
  std::string reason;
  absl::Time released_time;

  friend bool operator==(const ReleasedText&, const ReleasedText&) = default;
};

// Messages to the debtors whose locks a unit of work holds. What is added or replaced is written at
// the commit.
class Messages {
 public:
  virtual ~Messages() = default;

  // Those of these that there are, in one round trip. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<Message>> FindAll(std::span<const MessageKey> keys) = 0;
  // The same, for whoever is about to hand them over. Until this unit of work is over, nobody
  // learns from MessageQueue::UnderWay how many are under way.
  virtual absl::StatusOr<std::vector<Message>> FindToHandOver(std::span<const MessageKey> keys) = 0;
  // What waits (QUEUED) for these debtors, in the order of ids. Errors: the same.
  virtual absl::StatusOr<std::vector<Message>> QueuedOf(std::span<const DebtorId> debtors) = 0;
  // The one of this occasion; none for an occasion that had none. Errors: the same.
  virtual absl::StatusOr<std::optional<Message>> OfOccasion(DebtorId debtor,
                                                            const std::string& occasion) = 0;

  // The commit reports MESSAGE_ALREADY_QUEUED for an occasion that is taken, WRITE_CONFLICT for an
  // id that is.
  virtual void Add(const Message& message) = 0;
  // The commit reports WRITE_CONFLICT unless the stored revision is below, and for a message with a
  // lease unless that is the stored one.
  virtual void Replace(const Message& message) = 0;

  // Everybody's release of a text, in the order of actors. Errors: STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(DebtorId debtor,
                                                               const Fingerprint& text) = 0;
  // A text that the same person releases again stays as they did it first.
  virtual void Add(const ReleasedText& released) = 0;
};

// What a dispatcher asks for.
struct MessageClaim {
  TenantId tenant;
  Channel channel = Channel::kEmail;
  int most = 0;
  absl::Time now;        // Of the business, against which it is judged what is due.
  absl::Duration lease;  // By the store's own clock.
};

struct ClaimedMessage {
  MessageKey key;
  std::int64_t token = 0;

  friend bool operator==(const ClaimedMessage&, const ClaimedMessage&) = default;
};

// How much of a channel waits.
struct ChannelBacklog {
  Channel channel = Channel::kEmail;
  std::int64_t queued = 0;  // All that waits.
  std::int64_t due = 0;     // Of it, what might go now.
  std::int64_t under_way = 0;
  std::int64_t unknown = 0;
  std::optional<absl::Time> oldest_due;

  friend bool operator==(const ChannelBacklog&, const ChannelBacklog&) = default;
};

struct MessageOwner {
  TenantId tenant;
  DebtorId debtor;

  friend bool operator==(const MessageOwner&, const MessageOwner&) = default;
};

// What dispatchers and readers see of messages, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class MessageQueue {
 public:
  virtual ~MessageQueue() = default;

  // Takes a lease on messages that are QUEUED and due, and whose last lease is over: those whom a
  // person waits for first (REPLY, RECEIPT, REQUESTED, STATUTORY), then the oldest. No two
  // dispatchers get the same one while its lease lasts, and none waits for another.
  virtual absl::StatusOr<std::vector<ClaimedMessage>> Claim(const MessageClaim& claim) = 0;

  // Those that are DISPATCHING, and whose lease is over: whoever had them is gone, or too late.
  virtual absl::StatusOr<std::vector<ClaimedMessage>> Lost(TenantId tenant, int most) = 0;
  // Those that are UNKNOWN and were changed last before then, of one channel.
  virtual absl::StatusOr<std::vector<MessageKey>> Unknown(TenantId tenant, Channel channel,
                                                          absl::Time before, int most) = 0;
  // How many are DISPATCHING. It waits for units of work that are about to hand something over, so
  // that whatever was committed before the call binds all that comes after it.
  virtual absl::StatusOr<std::int64_t> UnderWay(TenantId tenant) = 0;

  // Also COMMUNICATION_NOT_FOUND.
  virtual absl::StatusOr<Message> GetMessage(TenantId tenant, MessageKey key) = 0;
  // Those of these that there are.
  virtual absl::StatusOr<std::vector<Message>> GetMessages(TenantId tenant,
                                                           std::span<const MessageKey> keys) = 0;
  // Whose message it is, of all tenants: providers know nothing but its id. Also
  // COMMUNICATION_NOT_FOUND.
  virtual absl::StatusOr<MessageOwner> OwnerOf(CommunicationId id) = 0;
  // As Messages::ReleasesOf.
  virtual absl::StatusOr<std::vector<ReleasedText>> ReleasesOf(TenantId tenant, DebtorId debtor,
                                                               const Fingerprint& text) = 0;
  // By channel, in the order of channels; without those of which nothing waits.
  virtual absl::StatusOr<std::vector<ChannelBacklog>> Backlog(TenantId tenant, absl::Time now) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_MESSAGES_H_
