// SPDX-License-Identifier: Apache-2.0
#include "application/conversations/join_conversation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

void Begin(Work& work, Ids& ids, ConversationId id, const Matter& matter) {
  Conversation begun = Begun(id, matter);
  begun.revision = work.NextRevision(matter.debtor);
  work.store.conversations().Add(begun);
  TellConversation(work, ids, begun, EventType::kConversationOpened);
}

void GoOn(Work& work, Ids& ids, const Conversation& before, const Matter& matter) {
  Conversation joined = Joined(before, matter);
  joined.revision = work.NextRevision(matter.debtor);
  work.store.conversations().Replace(joined);
  const bool reopened =
      before.state == ConversationState::kResolved && joined.state == ConversationState::kReopened;
  if (reopened) TellConversation(work, ids, joined, EventType::kConversationReopened);
}

}  // namespace

void TellConversation(Work& work, Ids& ids, const Conversation& conversation, EventType type) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = conversation.debtor;
  if (conversation.debts.size() == 1) event.debt = conversation.debts.front();
  event.subject = conversation.id.uuid();
  event.state = std::string(WordFor(conversation.state));
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

absl::StatusOr<std::optional<ConversationId>> ConversationAnswered(
    Work& work, DebtorId debtor, const std::optional<CommunicationId>& in_reply_to) {
  if (!in_reply_to.has_value()) return std::nullopt;
  return work.store.conversations().WhereIs(debtor, *in_reply_to);
}

absl::StatusOr<ConversationId> JoinConversation(Work& work, Ids& ids, const Matter& matter) {
  Conversations& conversations = work.store.conversations();
  PARLEY_ASSIGN_OR_RETURN(const std::optional<ConversationId> linked,
                          conversations.WhereIs(matter.debtor, matter.communication));
  if (linked.has_value()) return *linked;
  PARLEY_ASSIGN_OR_RETURN(std::vector<Conversation> known, conversations.Of(matter.debtor));
  const auto is_answered = [&](const Conversation& one) { return one.id == *matter.answered; };
  if (matter.answered.has_value() && std::none_of(known.begin(), known.end(), is_answered)) {
    // It was last touched so long ago that it is not among those that are looked at.
    PARLEY_ASSIGN_OR_RETURN(const Conversation old,
                            conversations.Find(matter.debtor, *matter.answered));
    known.push_back(old);
  }
  const std::optional<ConversationId> place = PlaceOf(matter, known);
  const ConversationId id = place.has_value() ? *place : ConversationId(ids.Next());
  if (place.has_value()) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Conversation& one) { return one.id == id; });
    GoOn(work, ids, *found, matter);
  } else {
    Begin(work, ids, id, matter);
  }
  conversations.Link({matter.debtor, matter.communication, id, matter.direction, matter.channel,
                      matter.at, work.NextRevision(matter.debtor)});
  return id;
}

}  // namespace parley
