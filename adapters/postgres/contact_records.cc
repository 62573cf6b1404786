// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/contact_records.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/contact_record_of_one.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

// Reads what an answer tells into the place that it belongs to.
template <typename Read, typename PlaceOf>
absl::Status TakeEach(const Answered& answer, Read read, PlaceOf place_of) {
  return EachRow(answer, [&](RowReader& row) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(auto one, read(row));
    place_of(one).push_back(std::move(one));
    return absl::OkStatus();
  });
}

absl::StatusOr<std::int64_t> ReadEdition(const Answered& answer) {
  RowReader row(answer.get(), 0);
  const std::int64_t edition = row.Integer();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return edition;
}

}  // namespace

std::vector<Argument> SpanArguments(TenantId tenant, std::span<const DebtorId> debtors,
                                    const HistorySpan& span) {
  return {{"tenant", tenant.ToString()},
          {"debtors", ArrayText(debtors)},
          {"since", absl::StrCat(absl::ToUnixMicros(span.since))},
          {"long_since", absl::StrCat(absl::ToUnixMicros(span.third_parties_since))}};
}

std::vector<Argument> ContactArguments(TenantId tenant, std::span<const DebtorId> debtors,
                                       const ContactMoment& moment) {
  std::vector<Argument> arguments = SpanArguments(tenant, debtors, moment.span);
  arguments.push_back({"now", absl::StrCat(absl::ToUnixMicros(moment.now))});
  if (debtors.size() == 1) arguments.push_back({"debtor", debtors.front().ToString()});
  return arguments;
}

std::span<const NamedQuery> ContactQueries(std::span<const DebtorId> debtors) {
  if (debtors.size() == 1) return kGetContactRecordOfOne;
  return kGetContactRecords;
}

absl::StatusOr<std::vector<ContactRecord>> ReadContactRecords(const Records& records,
                                                              std::span<const DebtorId> debtors,
                                                              std::span<const Answered> answers) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<DebtorRecord> persons,
                          ReadRecords(records, debtors, answers));
  const std::span<const Answered> rest = answers.subspan(kGetRecords.size());
  std::vector<ContactRecord> read(debtors.size());
  std::map<DebtorId, ContactRecord*> places;
  for (std::size_t at = 0; at < debtors.size(); ++at) {
    read[at].person = std::move(persons[at]);
    places.emplace(debtors[at], &read[at]);
  }
  PARLEY_RETURN_IF_ERROR(TakeEach(
      rest[0], [&](RowReader& row) { return ReadDebt(records, row); },
      [&](const Debt& debt) -> auto& { return places.at(debt.debtor)->debts; }));
  PARLEY_RETURN_IF_ERROR(TakeEach(
      rest[1], [&](RowReader& row) { return ReadPayment(records, row); },
      [&](const Payment& payment) -> auto& { return places.at(payment.debtor)->announced; }));
  PARLEY_RETURN_IF_ERROR(TakeEach(
      rest[2], [&](RowReader& row) { return ReadCommunication(records, row); },
      [&](const LoggedCommunication& one) -> auto& { return places.at(one.debtor)->history; }));
  std::vector<KillSwitch> switches;
  PARLEY_RETURN_IF_ERROR(TakeEach(
      rest[3], ReadSwitch, [&](const KillSwitch&) -> auto& { return switches; }));
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, ReadEdition(rest[4]));
  PARLEY_RETURN_IF_ERROR(TakeEach(
      rest[5], ReadWaiting, [&](const WaitingInbound& one) -> auto& {
        return places.at(one.debtor)->unanswered;
      }));
  for (ContactRecord& record : read) {
    record.switches = switches;
    record.edition = edition;
  }
  return read;
}

}  // namespace parley::postgres
