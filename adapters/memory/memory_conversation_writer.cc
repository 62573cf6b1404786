// SPDX-License-Identifier: Apache-2.0
// How a tenant's conversations are written.
#include <utility>

#include "adapters/memory/memory_writer.h"
#include "domain/common/reason.h"

namespace parley {

absl::Status MemoryWriter::Add(const Conversation& conversation) {
  if (!tables_.debtors.contains(conversation.debtor)) return Refuse(Reason::kDebtorNotFound);
  const bool fresh = transaction_.Insert(tables_.conversations,
                                         {conversation.debtor, conversation.id}, conversation);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Replace(const Conversation& conversation) {
  const auto found = tables_.conversations.find({conversation.debtor, conversation.id});
  const bool is_older =
      found != tables_.conversations.end() && found->second.revision < conversation.revision;
  if (!is_older) return Refuse(Reason::kWriteConflict);
  Conversation replaced = conversation;
  replaced.created_time = found->second.created_time;
  transaction_.Assign(found->second, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const ConversationLink& link) {
  if (!tables_.communications.contains({link.debtor, link.communication})) {
    return Refuse(Reason::kCommunicationNotFound);
  }
  if (!tables_.conversations.contains({link.debtor, link.conversation})) {
    return Refuse(Reason::kConversationNotFound);
  }
  const bool fresh =
      transaction_.Insert(tables_.conversation_links, {link.debtor, link.communication}, link);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Add(const ConversationNote& note) {
  if (!tables_.conversations.contains({note.debtor, note.conversation})) {
    return Refuse(Reason::kConversationNotFound);
  }
  const bool fresh = transaction_.Insert(tables_.conversation_notes, {note.debtor, note.id}, note);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

}  // namespace parley
