// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/inbound_records.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/postgres/array_text.h"
#include "adapters/postgres/inbound_json.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

PersonalOwner OwnerOf(const InboundItem& item) { return {item.debtor, item.id.uuid()}; }

std::vector<DebtId> ReadDebts(RowReader& row) {
  const std::vector<Uuid> ids = row.Uuids();
  return {ids.begin(), ids.end()};
}

std::optional<absl::Time> ReadTimeOrNone(RowReader& row) {
  if (!row.NextIsNull()) return row.Time();
  row.Skip(1);
  return std::nullopt;
}

// Of an erased debtor there is nothing left of what was received and heard.
void ReadTexts(const Records& records, InboundItem& item, RowReader& row) {
  const auto content = records.DecodeKept(kInboundContent, OwnerOf(item), row);
  if (!content.has_value()) {
    item.content.text = SensitiveText(std::string(kErasedText));
  } else if (!content->empty() && !ReadContentJson(*content, item)) {
    row.Spoil();
  }
  const auto hearing = records.DecodeKept(kInboundHearing, OwnerOf(item), row);
  if (hearing.has_value() && !hearing->empty() && !ReadHearingJson(*hearing, item)) row.Spoil();
}

std::optional<DebtorId> NotNil(DebtorId debtor) {
  return debtor.IsNil() ? std::nullopt : std::optional(debtor);
}

}  // namespace

absl::StatusOr<InboundItem> ReadInbound(const Records& records, RowReader& row) {
  InboundItem item;
  item.debtor = row.ReadId<DebtorId>();
  item.id = row.ReadId<CommunicationId>();
  records.LearnKey(item.debtor, row);
  item.channel = row.Known(Numbered(row.Integer(), Channel::kCall, Channel::kPublicPost))
                     .value_or(Channel::kEmail);
  item.received = row.Time();
  ReadTexts(records, item, row);
  item.state = row.Known(Numbered(row.Integer(), InboundState::kReceived, InboundState::kMovedAway))
                   .value_or(InboundState::kReceived);
  item.matched_by = row.Known(Numbered(row.Integer(), MatchedBy::kNobody, MatchedBy::kPerson))
                        .value_or(MatchedBy::kNobody);
  item.point = row.ReadIdOrNone<ContactPointId>();
  item.debts = ReadDebts(row);
  item.in_reply_to = row.ReadIdOrNone<CommunicationId>();
  item.suspends_until = ReadTimeOrNone(row);
  item.triaged_by = row.Text();
  item.triaged_time = ReadTimeOrNone(row);
  item.answer = row.ReadIdOrNone<CommunicationId>();
  item.ended_by = row.Text();
  item.ended_time = ReadTimeOrNone(row);
  item.claimed_for = DebtorId(row.UuidOrNil());
  item.actor = row.Text();
  item.revision = row.Integer();
  item.created_time = row.Time();
  item.updated_time = row.Time();
  item.breached = row.Integer() != 0;
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreInbound(std::move(item));
}

absl::StatusOr<WaitingInbound> ReadWaiting(RowReader& row) {
  WaitingInbound waiting;
  waiting.debtor = row.ReadId<DebtorId>();
  waiting.id = row.ReadId<CommunicationId>();
  waiting.debts = ReadDebts(row);
  waiting.since = row.Time();
  waiting.until = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return waiting;
}

void AddInbound(const Records& records, const InboundItem& item, WriteArrays& rows) {
  const std::string content = records.Encode(kInboundContent, OwnerOf(item), ContentJson(item));
  const std::string hearing = records.Encode(kInboundHearing, OwnerOf(item), HearingJson(item));
  rows.Add(item.debtor, item.id, static_cast<int>(item.channel), item.received, Bytes{content},
           Bytes{hearing}, static_cast<int>(item.state), static_cast<int>(item.matched_by),
           item.point, ArrayText(item.debts), item.in_reply_to, item.suspends_until,
           item.triaged_by, item.triaged_time, item.answer, item.ended_by, item.ended_time,
           NotNil(item.claimed_for), item.actor, item.revision, item.created_time,
           item.updated_time, static_cast<int>(item.breached));
}

void AddInboundChange(const Records& records, const InboundItem& item, WriteArrays& rows) {
  const std::string hearing = records.Encode(kInboundHearing, OwnerOf(item), HearingJson(item));
  rows.Add(item.debtor, item.id, Bytes{hearing}, static_cast<int>(item.state),
           static_cast<int>(item.matched_by), item.point, ArrayText(item.debts), item.in_reply_to,
           item.suspends_until, item.triaged_by, item.triaged_time, item.answer, item.ended_by,
           item.ended_time, NotNil(item.claimed_for), item.revision, item.updated_time,
           static_cast<int>(item.breached));
}

}  // namespace parley::postgres
