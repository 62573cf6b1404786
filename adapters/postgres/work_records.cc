// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/work_records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"
#include "domain/debt/entry.h"

namespace parley::postgres {
namespace {

constexpr std::size_t kActParts = 8;  // Beside its kind.

std::optional<PendingAct> ActOrNone(RowReader& row) {
  const std::optional<std::int64_t> number = row.IntegerOrNone();
  if (!number.has_value()) {
    row.Skip(kActParts);
    return std::nullopt;
  }
  PendingAct act;
  act.kind = row.Known(ActKindNumbered(*number)).value_or(ActKind::kWaiver);
  act.amount = ReadMoneyOrNone(row);
  act.bucket = ReadBucketOrNone(row);
  act.value_date = row.ReadDayOrNone();
  act.external_ref = row.Text();
  act.hold = row.ReadIdOrNone<HoldId>();
  act.choice = row.Text();
  act.content = row.Digest();
  return act;
}

std::optional<std::int64_t> UnitsOf(const PendingAct& act) {
  return act.amount.has_value() ? std::optional(act.amount->minor_units()) : std::nullopt;
}

std::optional<std::string> CodeOf(const PendingAct& act) {
  if (!act.amount.has_value()) return std::nullopt;
  const Currency currency = act.amount->currency();
  return std::string(currency.code());
}

std::optional<int> NumberOf(const PendingAct& act) {
  if (!act.bucket.has_value()) return std::nullopt;
  return static_cast<int>(ReceivableOf(*act.bucket));
}

std::string OutcomeOf(const Records& records, const WorkItem& item) {
  return records.Encode(kWorkOutcome, {item.debtor, item.id.uuid()}, item.outcome.Reveal());
}

std::optional<EntryId> EntryOf(const WorkItem& item) {
  return item.entry.IsNil() ? std::nullopt : std::optional(item.entry);
}

}  // namespace

absl::StatusOr<WorkItem> ReadWorkItem(const Records& records, RowReader& row) {
  WorkItem item;
  item.debtor = row.ReadId<DebtorId>();
  item.id = row.ReadId<WorkItemId>();
  records.LearnKey(item.debtor, row);
  const PersonalOwner owner{item.debtor, item.id.uuid()};
  item.debt = row.ReadIdOrNone<DebtId>();
  item.kind = row.Named(WorkKindNamed).value_or(WorkKind::kApproval);
  item.state = row.Named(WorkStateNamed).value_or(WorkState::kOpen);
  item.priority = row.Known(Numbered(row.Integer(), WorkPriority::kUrgent, WorkPriority::kLow))
                      .value_or(WorkPriority::kNormal);
  item.due = row.ReadDayOrNone();
  item.act = ActOrNone(row);
  item.reason = SensitiveText(records.Decode(kWorkReason, owner, row));
  item.asked_by = row.Text();
  item.claimed_by = row.Text();
  item.ended_by = row.Text();
  item.outcome = SensitiveText(records.Decode(kWorkOutcome, owner, row));
  item.entry = EntryId(row.UuidOrNil());
  item.revision = row.Integer();
  item.created_time = row.Time();
  item.updated_time = row.Time();
  item.skill = row.Known(Numbered(row.Integer(), Skill::kGeneral, Skill::kTracing))
                   .value_or(Skill::kGeneral);
  item.language = row.Text();
  item.breached = row.Integer() != 0;
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return RestoreWorkItem(std::move(item));
}

void AddWorkItem(const Records& records, const WorkItem& item, WriteArrays& rows) {
  const PendingAct act = item.act.value_or(PendingAct());
  const auto kind = item.act.has_value() ? std::optional(static_cast<int>(act.kind)) : std::nullopt;
  const std::string reason =
      records.Encode(kWorkReason, {item.debtor, item.id.uuid()}, item.reason.Reveal());
  const std::string outcome = OutcomeOf(records, item);
  rows.Add(item.debtor, item.id, item.debt, NameOf(item.kind), NameOf(item.state),
           static_cast<int>(item.priority), item.due, kind, UnitsOf(act), CodeOf(act),
           NumberOf(act), act.value_date, act.external_ref, act.hold, act.choice,
           BytesOf(act.content), Bytes{reason}, item.asked_by, item.claimed_by, item.ended_by,
           Bytes{outcome}, EntryOf(item), item.revision, item.created_time, item.updated_time,
           static_cast<int>(item.skill), item.language, static_cast<int>(item.breached));
}

void AddWorkItemChange(const Records& records, const WorkItem& item, WriteArrays& rows) {
  const std::string outcome = OutcomeOf(records, item);
  rows.Add(item.debtor, item.id, NameOf(item.state), item.claimed_by, item.ended_by, Bytes{outcome},
           EntryOf(item), item.revision, item.updated_time, item.language,
           static_cast<int>(item.priority), static_cast<int>(item.breached));
}

}  // namespace parley::postgres
