// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CONVERSATIONS_JOIN_CONVERSATION_H_
#define PARLEY_APPLICATION_CONVERSATIONS_JOIN_CONVERSATION_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/conversation.h"

namespace parley {

// Gives a communication, which this transaction adds or an earlier one did, its place in a
// conversation of its person: that of what it answers, else one about the same debts, else a new
// one. One that was linked before stays where it is. A unit of work joins one communication of a
// debtor, because it does not see what it is about to write.
// Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
absl::StatusOr<ConversationId> JoinConversation(Work& work, Ids& ids, const Matter& matter);

// The conversation of what a communication answers; none where there is none.
// Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
absl::StatusOr<std::optional<ConversationId>> ConversationAnswered(
    Work& work, DebtorId debtor, const std::optional<CommunicationId>& in_reply_to);

// Tells others what became of a conversation.
void TellConversation(Work& work, Ids& ids, const Conversation& conversation, EventType type);

}  // namespace parley

#endif  // PARLEY_APPLICATION_CONVERSATIONS_JOIN_CONVERSATION_H_
