// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_conversation.h"

#include <algorithm>
#include <optional>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_record_words.h"
#include "adapters/grpc/filter_terms.h"

namespace parley::grpc_api {
namespace {

std::optional<ConversationState> StateNamed(const std::string& word) {
  v1::ConversationState state = v1::CONVERSATION_STATE_UNSPECIFIED;
  const bool known = v1::ConversationState_Parse("CONVERSATION_STATE_" + word, &state) &&
                     state != v1::CONVERSATION_STATE_UNSPECIFIED;
  // The numbers are the domain's.
  return known ? std::optional(static_cast<ConversationState>(state)) : std::nullopt;
}

bool Take(const FilterTerm& term, ConversationFilter& filter) {
  if (term.comparator != "=") return false;
  if (const auto* const word = std::get_if<FilterWord>(&term.value)) {
    return term.field == "state" && SetOnce(filter.state, StateNamed(word->text));
  }
  const auto* const text = std::get_if<std::string>(&term.value);
  if (text == nullptr) return false;
  if (term.field == "debtor") return SetOnce(filter.debtor, ParseDebtorName(*text));
  return term.field == "assigned_to" && SetOnce(filter.assigned_to, std::optional(*text));
}

std::string NameOfConversation(DebtorId debtor, ConversationId conversation) {
  return NameOf(PartName<ConversationId>{debtor, conversation});
}

}  // namespace

ConversationTarget ReadConversationTarget(const std::string& name, const std::string& field,
                                          const std::string& etag, Violations& violations) {
  const auto read = ReadPartName<ConversationId>(name, field, violations);
  if (!read.has_value()) return {};
  return {read->debtor, read->part, ReadEtag(etag)};
}

ConversationFilter ReadConversationFilter(std::string_view filter, Violations& violations) {
  ConversationFilter result;
  const auto terms = ParseFilter(filter);
  const bool sound =
      terms.has_value() && std::all_of(terms->begin(), terms->end(),
                                       [&](const FilterTerm& term) { return Take(term, result); });
  if (!sound) AddOnce(violations, "filter", Fault::kFilterInvalid);
  return result;
}

void Write(const Conversation& conversation, absl::Time now, v1::Conversation& out) {
  out.set_name(NameOfConversation(conversation.debtor, conversation.id));
  out.set_state(static_cast<v1::ConversationState>(StateAt(conversation, now)));
  for (const DebtId debt : conversation.debts) {
    out.add_debts(NameOf(DebtName{conversation.debtor, debt}));
  }
  out.set_assigned_to(conversation.assigned_to);
  out.set_language(conversation.language);
  if (conversation.snoozed_until.has_value()) {
    Write(*conversation.snoozed_until, *out.mutable_snoozed_until_time());
  }
  out.set_reason(conversation.reason.Reveal());
  out.set_changed_by(conversation.changed_by);
  if (conversation.last_in.has_value()) {
    Write(conversation.last_in->at, *out.mutable_last_in_time());
  }
  if (conversation.last_out.has_value()) {
    Write(conversation.last_out->at, *out.mutable_last_out_time());
  }
  out.set_etag(WriteEtag(conversation.revision));
  Write(conversation.created_time, *out.mutable_create_time());
  Write(conversation.updated_time, *out.mutable_update_time());
}

void Write(const ConversationLine& line, v1::ConversationLine& out) {
  const ConversationLink& link = line.link;
  out.set_communication(NameOf(CommunicationName{link.debtor, link.communication}));
  out.set_conversation(NameOfConversation(link.debtor, link.conversation));
  out.set_side(link.direction == Direction::kInbound ? v1::CONVERSATION_SIDE_PERSON
                                                     : v1::CONVERSATION_SIDE_TEAM);
  out.set_channel(static_cast<v1::Channel>(link.channel));
  out.set_text(line.text.Reveal());
  Write(link.at, *out.mutable_spoken_time());
  out.set_line(link.line);
}

void Write(const ConversationNote& note, v1::ConversationNote& out) {
  out.set_author(note.author);
  out.set_text(note.text.Reveal());
  Write(note.created_time, *out.mutable_create_time());
}

void Write(const HandoverSheet& sheet, absl::Time now, v1::Handover& out) {
  const Handover& handover = sheet.handover;
  Write(handover.conversation, now, *out.mutable_conversation());
  for (const Channel channel : handover.channels) {
    out.add_channels(static_cast<v1::Channel>(channel));
  }
  out.set_came_in(handover.came_in);
  out.set_went_out(handover.went_out);
  out.set_waits_for_us(handover.waits_for_us);
  for (const ConversationLine& line : sheet.last_lines) Write(line, *out.add_last_lines());
  for (const ConversationNote& note : sheet.notes) Write(note, *out.add_notes());
}

}  // namespace parley::grpc_api
