// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/communications.h"

#include <array>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/communication_records.h"
#include "adapters/postgres/contact_records.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kOfCommunication = R"sql(
from communications m
where m.tenant_id = :tenant and m.debtor_id = :debtor and m.communication_id = :id)sql";
constexpr Query kFind{kJoined<kSelect, kCommunicationColumns, kOfCommunication>,
                      kCommunicationWidth};

constexpr Query kSince{kJoined<kSelect, kCommunicationColumns, kHistoryOfThem>,
                       kCommunicationWidth};

// A part of the filter that is not given is 0.
constexpr std::string_view kLogOfDebtor = R"sql(
from communications m
where m.tenant_id = :tenant and m.debtor_id = :debtor and m.communication_id > :after
  and :channel::smallint in (0, m.channel) and :direction::smallint in (0, m.direction)
  and :state::smallint in (0, m.state)
order by m.communication_id
limit :most::bigint)sql";
constexpr Query kListLog{kJoined<kSelect, kCommunicationColumns, kLogOfDebtor>,
                         kCommunicationWidth};

constexpr std::string_view kOfDebtor = R"sql(
from verdicts v
where v.tenant_id = :tenant and v.debtor_id = :debtor and v.verdict_id > :after
order by v.verdict_id
limit :most::bigint)sql";
constexpr Query kListVerdicts{kJoined<kSelect, kVerdictColumns, kOfDebtor>, kVerdictWidth};

template <typename Value>
std::string NumberOf(const std::optional<Value>& value) {
  return absl::StrCat(value.has_value() ? static_cast<int>(*value) : 0);
}

std::array<Argument, 3> ArgumentsOf(TenantId tenant, DebtorId debtor, CommunicationId id) {
  return {{{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"id", id.ToString()}}};
}

}  // namespace

absl::StatusOr<LoggedCommunication> PostgresCommunications::Find(DebtorId debtor,
                                                                 CommunicationId id) {
  OneRow<LoggedCommunication> one(Reason::kCommunicationNotFound);
  return one.After(
      session_.Select(kFind, ArgumentsOf(records_.tenant, debtor, id),
                      [&](RowReader& row) { return one.Take(ReadCommunication(records_, row)); }));
}

absl::StatusOr<std::vector<LoggedCommunication>> PostgresCommunications::Since(
    DebtorId debtor, const HistorySpan& span) {
  const std::array debtors = {debtor};
  ManyRows<LoggedCommunication> history;
  return history.After(session_.Select(
      kSince, SpanArguments(records_.tenant, debtors, span),
      [&](RowReader& row) { return history.Take(ReadCommunication(records_, row)); }));
}

absl::StatusOr<std::vector<ContactRecord>> PostgresCommunications::RecordsOf(
    std::span<const DebtorId> debtors, const ContactMoment& moment) {
  const auto arguments = ContactArguments(records_.tenant, debtors, moment);
  Pipeline pipeline(session_);
  for (const NamedQuery& query : ContactQueries(debtors)) pipeline.Add(query, arguments);
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers, pipeline.Run());
  return ReadContactRecords(records_, debtors, answers);
}

absl::StatusOr<LoggedCommunication> PostgresContactLog::GetCommunication(TenantId tenant,
                                                                         DebtorId debtor,
                                                                         CommunicationId id) {
  const Records records{tenant, keys_};
  OneRow<LoggedCommunication> one(Reason::kCommunicationNotFound);
  return one.After(pool_.Read(tenant, kFind, ArgumentsOf(tenant, debtor, id), [&](RowReader& row) {
    return one.Take(ReadCommunication(records, row));
  }));
}

absl::StatusOr<std::vector<ContactRecord>> PostgresContactLog::RecordsOf(
    TenantId tenant, std::span<const DebtorId> debtors, const ContactMoment& moment) {
  const Records records{tenant, keys_};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers,
                          pool_.ReadTogether(tenant, ContactQueries(debtors),
                                             ContactArguments(tenant, debtors, moment)));
  return ReadContactRecords(records, debtors, answers);
}

absl::StatusOr<std::vector<LoggedCommunication>> PostgresContactLog::ListCommunications(
    TenantId tenant, DebtorId debtor, const CommunicationFilter& filter, CommunicationId after,
    int most) {
  const std::array<Argument, 7> arguments = {{{"tenant", tenant.ToString()},
                                              {"debtor", debtor.ToString()},
                                              {"after", after.ToString()},
                                              {"channel", NumberOf(filter.channel)},
                                              {"direction", NumberOf(filter.direction)},
                                              {"state", NumberOf(filter.state)},
                                              {"most", absl::StrCat(most)}}};
  const Records records{tenant, keys_};
  ManyRows<LoggedCommunication> log;
  return log.After(pool_.Read(tenant, kListLog, arguments, [&](RowReader& row) {
    return log.Take(ReadCommunication(records, row));
  }));
}

absl::StatusOr<std::vector<StoredVerdict>> PostgresContactLog::ListVerdicts(TenantId tenant,
                                                                            DebtorId debtor,
                                                                            VerdictId after,
                                                                            int most) {
  const std::array<Argument, 4> arguments = {{{"tenant", tenant.ToString()},
                                              {"debtor", debtor.ToString()},
                                              {"after", after.ToString()},
                                              {"most", absl::StrCat(most)}}};
  ManyRows<StoredVerdict> verdicts;
  return verdicts.After(pool_.Read(tenant, kListVerdicts, arguments, [&](RowReader& row) {
    return verdicts.Take(ReadVerdict(row));
  }));
}

}  // namespace parley::postgres
