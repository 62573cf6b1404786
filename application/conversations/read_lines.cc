// SPDX-License-Identifier: Apache-2.0
#include "application/conversations/read_lines.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

// So much of a conversation is summed up for whoever takes it over.
constexpr int kMostSummedUp = 1000;
constexpr int kMostNotes = 50;
constexpr std::size_t kLastLines = 10;

SensitiveText TextOf(const MessageWords& words) {
  for (const SetPart& part : words.parts) {
    if (part.kind == PartKind::kText) return part.text;
  }
  std::string all;
  for (const SetPart& part : words.parts) {
    if (part.kind != PartKind::kSection) continue;
    if (!all.empty()) all += "\n\n";
    all += part.text.Reveal();
  }
  return SensitiveText(all);
}

bool WasNeverSaid(const Message& message) {
  return message.state == MessageState::kCancelled && !message.was_handed_over;
}

void LeaveOutUnsaid(std::vector<ConversationLine>& lines) {
  std::erase_if(lines, [](const ConversationLine& line) { return !line.was_said; });
}

}  // namespace

absl::StatusOr<std::vector<ConversationLine>> ReadLines::WithWords(
    TenantId tenant, std::span<const ConversationLink> links) const {
  std::vector<InboundPlace> places;
  std::vector<MessageKey> keys;
  for (const ConversationLink& link : links) {
    if (link.direction == Direction::kInbound) {
      places.push_back({link.debtor, link.communication});
    } else {
      keys.push_back({link.debtor, link.communication});
    }
  }
  std::map<CommunicationId, InboundItem> came_in;
  if (!places.empty()) {
    PARLEY_ASSIGN_OR_RETURN(std::vector<InboundItem> found,
                            reads_.inbound.GetInboundItems(tenant, places));
    for (InboundItem& item : found) came_in.emplace(item.id, std::move(item));
  }
  std::map<CommunicationId, Message> went_out;
  if (!keys.empty()) {
    PARLEY_ASSIGN_OR_RETURN(std::vector<Message> found, reads_.messages.GetMessages(tenant, keys));
    for (Message& message : found) went_out.emplace(message.id, std::move(message));
  }
  std::vector<ConversationLine> lines;
  for (const ConversationLink& link : links) {
    ConversationLine line{.link = link, .text = {}};
    const auto in = came_in.find(link.communication);
    if (in != came_in.end()) line.text = in->second.content.text;
    const auto out = went_out.find(link.communication);
    line.was_said = out == went_out.end() || !WasNeverSaid(out->second);
    if (out != went_out.end() && out->second.words.has_value()) {
      line.text = TextOf(*out->second.words);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

absl::StatusOr<ReadLines::Page> ReadLines::After(TenantId tenant, DebtorId debtor,
                                                 ConversationId conversation, std::int64_t line,
                                                 int most) const {
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<ConversationLink> links,
      reads_.conversations.ListLinks(tenant, debtor, conversation, line, most + 1));
  Page page;
  page.is_last = links.size() <= static_cast<std::size_t>(most);
  if (!page.is_last) links.pop_back();
  if (!links.empty()) page.last = links.back().line;
  PARLEY_ASSIGN_OR_RETURN(page.lines, WithWords(tenant, links));
  LeaveOutUnsaid(page.lines);
  return page;
}

absl::StatusOr<std::vector<ConversationLine>> ReadLines::Since(
    TenantId tenant, std::span<const LinePosition> positions, int most) const {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<ConversationLink> links,
                          reads_.conversations.ListLinksSince(tenant, positions, most));
  return WithWords(tenant, links);
}

absl::StatusOr<HandoverSheet> ReadLines::SumUp(TenantId tenant, DebtorId debtor,
                                               ConversationId conversation) const {
  PARLEY_ASSIGN_OR_RETURN(const Conversation found,
                          reads_.conversations.GetConversation(tenant, debtor, conversation));
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<ConversationLink> links,
      reads_.conversations.ListLinks(tenant, debtor, conversation, 0, kMostSummedUp));
  HandoverSheet sheet;
  PARLEY_ASSIGN_OR_RETURN(
      sheet.notes, reads_.conversations.ListNotes(tenant, debtor, conversation, {}, kMostNotes));
  sheet.handover = HandoverOf(found, links, static_cast<int>(sheet.notes.size()), clock_.Now());
  const std::size_t from = links.size() - std::min(links.size(), kLastLines);
  PARLEY_ASSIGN_OR_RETURN(
      sheet.last_lines, WithWords(tenant, std::span<const ConversationLink>(links).subspan(from)));
  LeaveOutUnsaid(sheet.last_lines);
  return sheet;
}

}  // namespace parley
