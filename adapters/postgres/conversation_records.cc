// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/conversation_records.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/postgres/array_text.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

std::optional<absl::Time> ReadTimeOrNone(RowReader& row) {
  if (!row.NextIsNull()) return row.Time();
  row.Skip(1);
  return std::nullopt;
}

Channel ReadChannel(RowReader& row) {
  return row.Known(Numbered(row.Integer(), Channel::kCall, Channel::kPublicPost))
      .value_or(Channel::kEmail);
}

std::optional<LastSaid> ReadLastSaid(RowReader& row) {
  constexpr std::size_t kParts = 3;
  if (row.NextIsNull()) {
    row.Skip(kParts);
    return std::nullopt;
  }
  LastSaid last;
  last.communication = row.ReadId<CommunicationId>();
  last.channel = ReadChannel(row);
  last.at = row.Time();
  return last;
}

std::string ReasonOf(const Records& records, const Conversation& conversation) {
  return records.Encode(kConversationReason, {conversation.debtor, conversation.id.uuid()},
                        conversation.reason.Reveal());
}

// What was said last, as cells that may be empty.
struct LastCells {
  explicit LastCells(const std::optional<LastSaid>& last) {
    if (!last.has_value()) return;
    id = last->communication;
    channel = static_cast<int>(last->channel);
    at = last->at;
  }

  std::optional<CommunicationId> id;
  std::optional<int> channel;
  std::optional<absl::Time> at;
};

template <typename... More>
void AddCells(const Records& records, const Conversation& one, WriteArrays& rows,
              const More&... more) {
  const std::string reason = ReasonOf(records, one);
  const LastCells in(one.last_in);
  const LastCells out(one.last_out);
  rows.Add(one.debtor, one.id, static_cast<int>(one.state), ArrayText(one.debts), one.assigned_to,
           one.language, one.snoozed_until, Bytes{reason}, one.changed_by, in.id, in.channel, in.at,
           out.id, out.channel, out.at, one.read_by_person, one.read_by_team, one.revision,
           one.updated_time, more...);
}

}  // namespace

absl::StatusOr<Conversation> ReadConversation(const Records& records, RowReader& row) {
  Conversation one;
  one.debtor = row.ReadId<DebtorId>();
  one.id = row.ReadId<ConversationId>();
  records.LearnKey(one.debtor, row);
  one.state =
      row.Known(Numbered(row.Integer(), ConversationState::kOpen, ConversationState::kReopened))
          .value_or(ConversationState::kOpen);
  const std::vector<Uuid> debts = row.Uuids();
  one.debts = {debts.begin(), debts.end()};
  one.assigned_to = row.Text();
  one.language = row.Text();
  one.snoozed_until = ReadTimeOrNone(row);
  one.reason = SensitiveText(records.Decode(kConversationReason, {one.debtor, one.id.uuid()}, row));
  one.changed_by = row.Text();
  one.last_in = ReadLastSaid(row);
  one.last_out = ReadLastSaid(row);
  one.read_by_person = row.Integer();
  one.read_by_team = row.Integer();
  one.revision = row.Integer();
  one.created_time = row.Time();
  one.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreConversation(std::move(one));
}

absl::StatusOr<ConversationLink> ReadConversationLink(RowReader& row) {
  ConversationLink link;
  link.debtor = row.ReadId<DebtorId>();
  link.communication = row.ReadId<CommunicationId>();
  link.conversation = row.ReadId<ConversationId>();
  link.direction = row.Known(Numbered(row.Integer(), Direction::kOutbound, Direction::kInbound))
                       .value_or(Direction::kInbound);
  link.channel = ReadChannel(row);
  link.at = row.Time();
  link.line = row.Integer();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return link;
}

absl::StatusOr<ConversationNote> ReadConversationNote(const Records& records, RowReader& row) {
  ConversationNote note;
  note.debtor = row.ReadId<DebtorId>();
  note.id = row.ReadId<ConversationNoteId>();
  records.LearnKey(note.debtor, row);
  note.conversation = row.ReadId<ConversationId>();
  note.author = row.Text();
  note.text = SensitiveText(records.Decode(kConversationNote, {note.debtor, note.id.uuid()}, row));
  note.created_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return note;
}

void AddConversation(const Records& records, const Conversation& conversation, WriteArrays& rows) {
  AddCells(records, conversation, rows, conversation.created_time);
}

void AddConversationChange(const Records& records, const Conversation& conversation,
                           WriteArrays& rows) {
  AddCells(records, conversation, rows);
}

void AddConversationLink(const ConversationLink& link, WriteArrays& rows) {
  rows.Add(link.debtor, link.communication, link.conversation, static_cast<int>(link.direction),
           static_cast<int>(link.channel), link.at, link.line);
}

void AddConversationNote(const Records& records, const ConversationNote& note, WriteArrays& rows) {
  const std::string body =
      records.Encode(kConversationNote, {note.debtor, note.id.uuid()}, note.text.Reveal());
  rows.Add(note.debtor, note.id, note.conversation, note.author, Bytes{body}, note.created_time);
}

}  // namespace parley::postgres
