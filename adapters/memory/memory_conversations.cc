// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_conversations.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

absl::StatusOr<Conversation> FindIn(const MemoryTables& tables, DebtorId debtor,
                                    ConversationId id) {
  const auto found = tables.conversations.find({debtor, id});
  if (found == tables.conversations.end()) return Refuse(Reason::kConversationNotFound);
  return found->second;
}

template <typename Record>
void Cut(std::vector<Record>& page, int most) {
  if (page.size() > static_cast<std::size_t>(most)) page.resize(static_cast<std::size_t>(most));
}

bool Shows(const ConversationFilter& filter, const Conversation& one) {
  return filter.state.value_or(one.state) == one.state &&
         filter.assigned_to.value_or(one.assigned_to) == one.assigned_to &&
         filter.debtor.value_or(one.debtor) == one.debtor;
}

// Those of a debtor after a line, of one conversation or of all.
std::vector<ConversationLink> LinksAfter(const MemoryTables& tables, const LinePosition& position,
                                         std::optional<ConversationId> conversation, int most) {
  std::vector<ConversationLink> found;
  for (auto at = tables.conversation_links.lower_bound({position.debtor, CommunicationId()});
       at != tables.conversation_links.end() && at->first.first == position.debtor; ++at) {
    const ConversationLink& link = at->second;
    const bool is_asked = link.conversation == conversation.value_or(link.conversation);
    if (is_asked && link.line > position.line) found.push_back(link);
  }
  std::sort(found.begin(), found.end(),
            [](const auto& left, const auto& right) { return left.line < right.line; });
  Cut(found, most);
  return found;
}

}  // namespace

absl::StatusOr<Conversation> MemoryConversations::Find(DebtorId debtor, ConversationId id) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) { return FindIn(tables, debtor, id); });
}

absl::StatusOr<std::vector<Conversation>> MemoryConversations::Of(DebtorId debtor) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<Conversation> all;
    for (auto at = tables.conversations.lower_bound({debtor, ConversationId()});
         at != tables.conversations.end() && at->first.first == debtor; ++at) {
      all.push_back(at->second);
    }
    std::sort(all.begin(), all.end(), [](const Conversation& left, const Conversation& right) {
      return std::tie(left.updated_time, left.id) > std::tie(right.updated_time, right.id);
    });
    Cut(all, kMostConversations);
    return all;
  });
}

absl::StatusOr<std::optional<ConversationId>> MemoryConversations::WhereIs(DebtorId debtor,
                                                                           CommunicationId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const MemoryTables& tables) -> std::optional<ConversationId> {
                                const auto found = tables.conversation_links.find({debtor, id});
                                if (found == tables.conversation_links.end()) return std::nullopt;
                                return found->second.conversation;
                              });
}

void MemoryConversations::Add(const Conversation& conversation) {
  scope_.writes.added_conversations.push_back(conversation);
  scope_.writes.changed.insert(conversation.debtor);
}

void MemoryConversations::Replace(const Conversation& conversation) {
  scope_.writes.replaced_conversations.push_back(conversation);
  scope_.writes.changed.insert(conversation.debtor);
}

void MemoryConversations::Link(const ConversationLink& link) {
  scope_.writes.conversation_links.push_back(link);
  scope_.writes.changed.insert(link.debtor);
}

void MemoryConversations::AddNote(const ConversationNote& note) {
  scope_.writes.conversation_notes.push_back(note);
  scope_.writes.changed.insert(note.debtor);
}

absl::StatusOr<Conversation> MemoryConversationDesk::GetConversation(TenantId tenant,
                                                                     DebtorId debtor,
                                                                     ConversationId id) {
  return database_.Read(tenant,
                        [&](const MemoryTables& tables) { return FindIn(tables, debtor, id); });
}

absl::StatusOr<std::vector<Conversation>> MemoryConversationDesk::ListConversations(
    TenantId tenant, const ConversationFilter& filter, ConversationId after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<Conversation> page;
    for (const auto& [key, one] : tables.conversations) {
      if (one.id > after && Shows(filter, one)) page.push_back(one);
    }
    std::sort(page.begin(), page.end(), [](const Conversation& left, const Conversation& right) {
      return left.id < right.id;
    });
    Cut(page, most);
    return page;
  });
}

absl::StatusOr<std::vector<ConversationLink>> MemoryConversationDesk::ListLinks(
    TenantId tenant, DebtorId debtor, ConversationId id, std::int64_t after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    return LinksAfter(tables, {debtor, after}, id, most);
  });
}

absl::StatusOr<std::vector<ConversationLink>> MemoryConversationDesk::ListLinksSince(
    TenantId tenant, std::span<const LinePosition> positions, int most) {
  std::vector<LinePosition> sorted(positions.begin(), positions.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& left, const auto& right) { return left.debtor < right.debtor; });
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<ConversationLink> all;
    for (const LinePosition& position : sorted) {
      const std::vector<ConversationLink> some = LinksAfter(tables, position, std::nullopt, most);
      all.insert(all.end(), some.begin(), some.end());
    }
    return all;
  });
}

absl::StatusOr<std::vector<ConversationNote>> MemoryConversationDesk::ListNotes(
    TenantId tenant, DebtorId debtor, ConversationId id, ConversationNoteId after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<ConversationNote> page;
    for (auto at = tables.conversation_notes.upper_bound({debtor, after});
         at != tables.conversation_notes.end() && at->first.first == debtor; ++at) {
      if (at->second.conversation == id) page.push_back(at->second);
    }
    Cut(page, most);
    return page;
  });
}

}  // namespace parley
