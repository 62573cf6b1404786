// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/person_records.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/postgres/person_json.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

// Puts what was read in its place; a later one of what there is but one takes the place of it.
struct RecordBuilder {
  void operator()(ConsentFact fact) { record.consents.push_back(std::move(fact)); }
  void operator()(Location location) { record.locations.push_back(std::move(location)); }
  void operator()(VerificationTry one) { record.verifications.push_back(std::move(one)); }
  void operator()(Preferences preferences) { record.preferences = std::move(preferences); }
  void operator()(WorkHours hours) { record.work_hours = std::move(hours); }
  void operator()(KnownPoint point) { record.points.push_back(std::move(point)); }
  void operator()(OptOut opt_out) { record.opt_outs.push_back(std::move(opt_out)); }
  void operator()(Inconvenience one) { record.inconveniences.push_back(std::move(one)); }
  void operator()(SupportNeed need) { record.needs.push_back(std::move(need)); }
  void operator()(Representative one) { record.representatives.push_back(std::move(one)); }
  void operator()(LifeCircumstance one) { record.circumstances.push_back(std::move(one)); }
  void operator()(Promise promise) { record.promises.push_back(std::move(promise)); }
  void operator()(DebtDispute dispute) { record.disputes.push_back(std::move(dispute)); }
  void operator()(Complaint complaint) { record.complaints.push_back(std::move(complaint)); }
  void operator()(CallbackRequest one) { record.callbacks.push_back(std::move(one)); }
  void operator()(Reflection one) { record.reflections.push_back(std::move(one)); }

  DebtorRecord& record;
};

// Gives what has an id the one of its row, and looks at what it says.
template <typename Kept>
absl::StatusOr<Kept> Restored(DebtorId, const Uuid& row, Kept kept) {
  if constexpr (requires { kept.id; }) kept.id = decltype(kept.id)(row);
  return kept;
}

absl::StatusOr<KnownPoint> Restored(DebtorId debtor, const Uuid& row, KnownPoint point) {
  point.id = ContactPointId(row);
  point.debtor = debtor;
  return RestoreContactPoint(std::move(point));
}

absl::StatusOr<Representative> Restored(DebtorId, const Uuid& row, Representative one) {
  one.id = RepresentativeId(row);
  return RestoreRepresentative(std::move(one));
}

// A row of facts or of parts. What was erased is not there.
template <typename FromJson>
absl::Status ReadKept(const Records& records, const PersonalColumn& column, FromJson from_json,
                      RowReader& row, DebtorRecord& record) {
  const DebtorId debtor = record.debtor.id;
  const auto kind = static_cast<int>(row.Integer());
  const Uuid id = row.ReadUuid();
  const std::optional<std::string> text = records.DecodeKept(column, {debtor, id}, row);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  if (!text.has_value()) return absl::OkStatus();
  auto kept = from_json(kind, *text);
  if (!kept.has_value()) return Refuse(Reason::kRecordCorrupt);
  const auto put = [&](auto& said) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(auto restored, Restored(debtor, id, std::move(said)));
    RecordBuilder{record}(std::move(restored));
    return absl::OkStatus();
  };
  return std::visit(put, *kept);
}

absl::Status ReadBarred(RowReader& row, DebtorRecord& record) {
  BarredAddress barred;
  barred.key = row.Digest();
  barred.cause =
      row.Known(Numbered(row.Integer(), SuppressionCause::kBounce, SuppressionCause::kOptOut))
          .value_or(SuppressionCause::kWrongPerson);
  barred.since = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  record.barred.push_back(barred);
  return absl::OkStatus();
}

KeptPart KeptOf(const RecordPart& part) {
  return std::visit([](const auto& value) { return KeptPart(value); }, part);
}

}  // namespace

absl::StatusOr<std::vector<DebtorRecord>> ReadRecords(const Records& records,
                                                      std::span<const DebtorId> debtors,
                                                      std::span<const Answered> answers) {
  std::map<DebtorId, DebtorRecord> read;
  // The debtors' keys come first.
  PARLEY_RETURN_IF_ERROR(EachRow(answers[0], [&](RowReader& row) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(Debtor debtor, ReadDebtor(records, row));
    read[debtor.id].debtor = std::move(debtor);
    return absl::OkStatus();
  }));
  for (const DebtorId debtor : debtors) {
    if (!read.contains(debtor)) return Refuse(Reason::kDebtorNotFound);
  }
  PARLEY_RETURN_IF_ERROR(EachRow(answers[1], [&](RowReader& row) {
    return ReadKept(records, kFactContent, FactFromJson, row, read[row.ReadId<DebtorId>()]);
  }));
  PARLEY_RETURN_IF_ERROR(EachRow(answers[2], [&](RowReader& row) {
    return ReadKept(records, kPartContent, PartFromJson, row, read[row.ReadId<DebtorId>()]);
  }));
  PARLEY_RETURN_IF_ERROR(EachRow(
      answers[3], [&](RowReader& row) { return ReadBarred(row, read[row.ReadId<DebtorId>()]); }));
  PARLEY_RETURN_IF_ERROR(EachRow(answers[4], [&](RowReader& row) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(Hold hold, ReadHold(records, row));
    read[hold.debtor].holds.push_back(std::move(hold));
    return absl::OkStatus();
  }));
  std::vector<DebtorRecord> asked;
  for (const DebtorId debtor : debtors) asked.push_back(std::move(read[debtor]));
  return asked;
}

absl::StatusOr<DebtorRecord> PostgresPersonRecords::Find(DebtorId debtor) {
  const std::array debtors = {debtor};
  const std::array<Argument, 2> arguments = {
      {{"tenant", records_.tenant.ToString()}, {"debtors", ArrayText(debtors)}}};
  Pipeline pipeline(session_);
  for (const NamedQuery& query : kGetRecords) pipeline.Add(query, arguments);
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers, pipeline.Run());
  PARLEY_ASSIGN_OR_RETURN(std::vector<DebtorRecord> read, ReadRecords(records_, debtors, answers));
  return std::move(read.front());
}

void PostgresPersonRecords::Add(DebtorId debtor, const RecordPart& part) {
  batch_.Add(debtor, KeptOf(part));
}

void PostgresPersonRecords::Replace(DebtorId debtor, const RecordPart& part) {
  batch_.Replace(debtor, KeptOf(part));
}

}  // namespace parley::postgres
