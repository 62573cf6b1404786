// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CONVERSATIONS_H_
#define PARLEY_APPLICATION_PORTS_CONVERSATIONS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/communication/conversation.h"

namespace parley {

// So many of a person's conversations are looked at: those that were touched last.
inline constexpr int kMostConversations = 100;

// The conversations of the debtors whose locks a unit of work holds. What is added, replaced,
// linked or noted is written at the commit.
class Conversations {
 public:
  virtual ~Conversations() = default;

  // Errors: CONVERSATION_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<Conversation> Find(DebtorId debtor, ConversationId id) = 0;
  // Those of a debtor, the last touched first, at most kMostConversations.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<Conversation>> Of(DebtorId debtor) = 0;
  // Where a communication was linked to; none where it was not. Errors: as Of.
  virtual absl::StatusOr<std::optional<ConversationId>> WhereIs(DebtorId debtor,
                                                                CommunicationId id) = 0;

  // The commit reports WRITE_CONFLICT for an id that is taken.
  virtual void Add(const Conversation& conversation) = 0;
  // All but when it began. The commit reports WRITE_CONFLICT unless the stored revision is below.
  virtual void Replace(const Conversation& conversation) = 0;
  // The commit reports WRITE_CONFLICT for a communication that is a part of one already.
  virtual void Link(const ConversationLink& link) = 0;
  virtual void AddNote(const ConversationNote& note) = 0;
};

// Which conversations a list shows; every part that is given must hold.
struct ConversationFilter {
  std::optional<ConversationState> state;  // As it is stored: a snooze that is over is snoozed.
  std::optional<std::string> assigned_to;
  std::optional<DebtorId> debtor;
};

// How far somebody knows what was said to and by a person.
struct LinePosition {
  DebtorId debtor;
  std::int64_t line = 0;

  friend bool operator==(const LinePosition&, const LinePosition&) = default;
};

// Reads about conversations, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class ConversationDesk {
 public:
  virtual ~ConversationDesk() = default;

  // Also CONVERSATION_NOT_FOUND.
  virtual absl::StatusOr<Conversation> GetConversation(TenantId tenant, DebtorId debtor,
                                                       ConversationId id) = 0;
  // At most `most` of a tenant, after an id, in the order of ids.
  virtual absl::StatusOr<std::vector<Conversation>> ListConversations(
      TenantId tenant, const ConversationFilter& filter, ConversationId after, int most) = 0;
  // At most `most` communications of one, after a line, in their order.
  virtual absl::StatusOr<std::vector<ConversationLink>> ListLinks(TenantId tenant, DebtorId debtor,
                                                                  ConversationId id,
                                                                  std::int64_t after, int most) = 0;
  // Of all conversations of these debtors, after each position at most `most`, by debtor and in
  // their order.
  virtual absl::StatusOr<std::vector<ConversationLink>> ListLinksSince(
      TenantId tenant, std::span<const LinePosition> positions, int most) = 0;
  // At most `most` notes of one, after one of them, in the order in which they were made.
  virtual absl::StatusOr<std::vector<ConversationNote>> ListNotes(TenantId tenant, DebtorId debtor,
                                                                  ConversationId id,
                                                                  ConversationNoteId after,
                                                                  int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CONVERSATIONS_H_
