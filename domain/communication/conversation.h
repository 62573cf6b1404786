// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_CONVERSATION_H_
#define PARLEY_DOMAIN_COMMUNICATION_CONVERSATION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/vocabulary.h"

namespace parley {

using ConversationNoteId = Id<struct ConversationNoteTag>;

// Whose turn it is in a conversation. The numbers are stored and never change.
enum class ConversationState : std::uint8_t {
  kOpen = 1,      // It is our turn.
  kPending = 2,   // We wait for them.
  kSnoozed = 3,   // We look at it again at a time.
  kResolved = 4,  // Nothing is left to say.
  kReopened = 5,  // It was resolved, and it is our turn again.
};

template <>
std::span<const std::string_view> WordsOf<ConversationState>();

// What was said last from one side.
struct LastSaid {
  CommunicationId communication;
  Channel channel = Channel::kEmail;
  absl::Time at;

  friend bool operator==(const LastSaid&, const LastSaid&) = default;
};

// What one person and we have to say to each other about one matter, over all channels. It groups
// communications; what the gate counts once is told by a contact's thread, and not by this.
struct Conversation {
  ConversationId id;
  DebtorId debtor;
  ConversationState state = ConversationState::kOpen;
  std::vector<DebtId> debts;  // Sorted, each once. None: it is about no debt in particular.
  std::string assigned_to;    // A principal; empty: nobody.
  std::string language;       // A tag; empty: not known.
  std::optional<absl::Time> snoozed_until;
  SensitiveText reason;    // Why a person put it into its state; empty after anything else.
  std::string changed_by;  // Who put it into its state.
  std::optional<LastSaid> last_in;
  std::optional<LastSaid> last_out;
  std::int64_t read_by_person = 0;  // The last line that they have read; 0: none.
  std::int64_t read_by_team = 0;
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Conversation&, const Conversation&) = default;
};

// Which communication is a part of which conversation.
struct ConversationLink {
  DebtorId debtor;
  CommunicationId communication;
  ConversationId conversation;
  Direction direction = Direction::kInbound;
  Channel channel = Channel::kEmail;
  absl::Time at;
  std::int64_t line = 1;  // The debtor's revision: what was said later has a higher one.

  friend bool operator==(const ConversationLink&, const ConversationLink&) = default;
};

// What the team tells each other about a conversation. It is never changed, and never shown to the
// person.
struct ConversationNote {
  ConversationNoteId id;
  DebtorId debtor;
  ConversationId conversation;
  std::string author;
  SensitiveText text;
  absl::Time created_time;

  friend bool operator==(const ConversationNote&, const ConversationNote&) = default;
};

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, debts that are not sorted, a time of snoozing in another state or none in its own.
absl::StatusOr<Conversation> RestoreConversation(Conversation conversation);

// Adds what is wrong with a note's text.
void CheckNote(std::string_view text, Violations& violations);

// A snooze that is over leaves it our turn, whether or not anybody looked.
ConversationState StateAt(const Conversation& conversation, absl::Time now);

// Who takes a step, when and why.
struct ConversationStep {
  std::string actor;
  SensitiveText reason;
  absl::Time now;
};

// Who has the next word on our side; an empty principal lets it go. Errors: FIELD_INVALID;
// CONVERSATION_STEP_REFUSED for a resolved one.
absl::StatusOr<Conversation> Assigned(const Conversation& conversation, const std::string& to,
                                      absl::Time now);
// Errors: FIELD_INVALID for a time that is not ahead, or too far; CONVERSATION_STEP_REFUSED for a
// resolved one.
inline constexpr absl::Duration kLongestSnooze = absl::Hours(24 * 90);
absl::StatusOr<Conversation> Snoozed(const Conversation& conversation, absl::Time until,
                                     const ConversationStep& step);
// Errors: FIELD_INVALID without a reason; CONVERSATION_STEP_REFUSED for a resolved one.
absl::StatusOr<Conversation> Resolved(const Conversation& conversation,
                                      const ConversationStep& step);
// Errors: FIELD_INVALID without a reason; CONVERSATION_STEP_REFUSED for one that is not resolved.
absl::StatusOr<Conversation> Reopened(const Conversation& conversation,
                                      const ConversationStep& step);

// A communication that is to have its place in a conversation.
struct Matter {
  DebtorId debtor;
  CommunicationId communication;
  Direction direction = Direction::kInbound;
  Channel channel = Channel::kEmail;
  std::vector<DebtId> debts;
  std::optional<ConversationId> answered;  // The conversation of what it answers.
  std::string language;                    // A tag; empty: not known.
  std::string actor;
  absl::Time at;

  friend bool operator==(const Matter&, const Matter&) = default;
};

// Where it belongs: to the conversation of what it answers, else to the one of those that are not
// resolved, else, for what came in, to a resolved one, that is about the same debts. What a person
// writes without naming a debt goes on with what was spoken of last. The latest touched wins, and
// of two the one that was made later. None: to a new one.
std::optional<ConversationId> PlaceOf(const Matter& matter,
                                      std::span<const Conversation> conversations);

// A conversation that begins with it.
Conversation Begun(ConversationId id, const Matter& matter);

// The conversation after it: what came in wakes and reopens it, what we say makes it their turn. It
// is also about what the communication is about.
Conversation Joined(const Conversation& conversation, const Matter& matter);

// What one side has read, up to a line; what was read stays read. Inbound is the person's side.
Conversation ReadUpTo(const Conversation& conversation, Direction side, std::int64_t line);

// What whoever takes a conversation over must know, of the record as it is.
struct Handover {
  Conversation conversation;
  ConversationState state = ConversationState::kOpen;  // As of the time of asking.
  std::vector<Channel> channels;                       // In which it was spoken, in their order.
  int came_in = 0;
  int went_out = 0;
  int notes = 0;
  bool waits_for_us = false;  // They had the last word.

  friend bool operator==(const Handover&, const Handover&) = default;
};
Handover HandoverOf(const Conversation& conversation, std::span<const ConversationLink> links,
                    int notes, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_CONVERSATION_H_
