// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/communication_records.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/postgres/json_text.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

std::vector<DebtId> ReadDebts(RowReader& row) {
  const std::vector<Uuid> ids = row.Uuids();
  return {ids.begin(), ids.end()};
}

// A word of a vocabulary by its number; the first of all where the row is unsound.
template <typename Value>
Value ReadWord(RowReader& row, Value first, Value last) {
  return row.Known(Numbered(row.Integer(), first, last)).value_or(first);
}

Contact ReadContact(RowReader& row) {
  Contact contact;
  contact.channel = ReadWord(row, Channel::kCall, Channel::kPublicPost);
  contact.purpose = ReadWord(row, Purpose::kDemand, Purpose::kUnrelated);
  contact.statutory = ReadWord(row, StatutoryKind::kNone, StatutoryKind::kRegulatedCredit);
  contact.technology = ReadWord(row, Technology::kManual, Technology::kPrerecorded);
  contact.relation = ReadWord(row, Relation::kConsumer, Relation::kThirdParty);
  contact.representative = row.ReadIdOrNone<RepresentativeId>();
  contact.point = row.ReadIdOrNone<ContactPointId>();
  contact.debts = ReadDebts(row);
  contact.in_reply_to = row.ReadIdOrNone<CommunicationId>();
  contact.thread = row.ReadIdOrNone<ConversationId>();
  return contact;
}

std::optional<CallOutcome> ReadCallOutcome(RowReader& row) {
  const std::optional<std::int64_t> number = row.IntegerOrNone();
  if (!number.has_value()) return std::nullopt;
  return row.Known(Numbered(*number, CallOutcome::kConversation, CallOutcome::kNotDialled));
}

std::optional<int> NumberOf(const std::optional<CallOutcome>& outcome) {
  return outcome.has_value() ? std::optional(static_cast<int>(*outcome)) : std::nullopt;
}

// Adds a row whose cells are those of a contact, between others.
template <typename Id, typename... Cells>
void AddWithContact(WriteArrays& rows, DebtorId debtor, const Id& id, const Contact& contact,
                    const Cells&... cells) {
  rows.Add(debtor, id, static_cast<int>(contact.channel), static_cast<int>(contact.purpose),
           static_cast<int>(contact.statutory), static_cast<int>(contact.technology),
           static_cast<int>(contact.relation), contact.representative, contact.point,
           ArrayText(contact.debts), contact.in_reply_to, contact.thread, cells...);
}

std::string NoteOf(const Records& records, const LoggedCommunication& one) {
  return records.Encode(kCommunicationNote, {one.debtor, one.id.uuid()}, one.note.Reveal());
}

}  // namespace

absl::StatusOr<LoggedCommunication> ReadCommunication(const Records& records, RowReader& row) {
  LoggedCommunication one;
  one.debtor = row.ReadId<DebtorId>();
  one.id = row.ReadId<CommunicationId>();
  records.LearnKey(one.debtor, row);
  one.contact = ReadContact(row);
  one.direction = ReadWord(row, Direction::kOutbound, Direction::kInbound);
  one.talked_about = ReadDebts(row);
  one.state = ReadWord(row, CommunicationState::kReserved, CommunicationState::kReleased);
  one.outcome = ReadWord(row, Outcome::kUnknown, Outcome::kBounced);
  one.call_outcome = ReadCallOutcome(row);
  one.dispatch_time = row.Time();
  one.verdict = row.ReadIdOrNone<VerdictId>();
  one.actor = row.Text();
  one.note = SensitiveText(records.Decode(kCommunicationNote, {one.debtor, one.id.uuid()}, row));
  one.revision = row.Integer();
  one.created_time = row.Time();
  one.updated_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreCommunication(std::move(one));
}

absl::StatusOr<StoredVerdict> ReadVerdict(RowReader& row) {
  StoredVerdict verdict;
  verdict.debtor = row.ReadId<DebtorId>();
  verdict.id = row.ReadId<VerdictId>();
  verdict.act = ReadContact(row);
  verdict.communication = row.ReadIdOrNone<CommunicationId>();
  verdict.moment = ReadWord(row, VerdictMoment::kGate, VerdictMoment::kDispatch);
  verdict.answer = row.Known(AnsweredFromJson(row.Json())).value_or(Answered());
  verdict.actor = row.Text();
  verdict.judged_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreVerdict(std::move(verdict));
}

void AddCommunication(const Records& records, const LoggedCommunication& one, WriteArrays& rows) {
  const std::string note = NoteOf(records, one);
  AddWithContact(rows, one.debtor, one.id, one.contact, static_cast<int>(one.direction),
                 ArrayText(one.talked_about), static_cast<int>(one.state),
                 static_cast<int>(one.outcome), NumberOf(one.call_outcome), one.dispatch_time,
                 one.verdict, one.actor, Bytes{note}, one.revision, one.created_time,
                 one.updated_time);
}

void AddCommunicationChange(const Records& records, const LoggedCommunication& one,
                            WriteArrays& rows) {
  const std::string note = NoteOf(records, one);
  rows.Add(one.debtor, one.id, ArrayText(one.talked_about), static_cast<int>(one.state),
           static_cast<int>(one.outcome), NumberOf(one.call_outcome), one.dispatch_time,
           Bytes{note}, one.revision, one.updated_time);
}

void AddVerdict(const StoredVerdict& verdict, WriteArrays& rows) {
  AddWithContact(rows, verdict.debtor, verdict.id, verdict.act, verdict.communication,
                 static_cast<int>(verdict.moment), NameOf(verdict.answer.decision),
                 verdict.answer.until, JsonOf(verdict.answer), verdict.actor, verdict.judged_time);
}

}  // namespace parley::postgres
