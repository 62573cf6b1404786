// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/transaction.h"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kBegin = R"sql(begin)sql";
constexpr std::string_view kCommit = R"sql(commit)sql";
// The number is taken before anything is written, so that it is known whenever the commit is in
// doubt.
constexpr std::string_view kTenant =
    R"sql(select set_config('parley.tenant', $1, true), pg_current_xact_id())sql";
constexpr std::string_view kLock = R"sql(
select b.debtor_id, b.revision, b.audit_number, b.audit_mac, b.language
from (select p.id from unnest($2::uuid[]) as p(id) order by p.id) as p,
  lateral (
    select b.debtor_id, b.revision, b.audit_number, b.audit_mac, b.language from debtors b
    where b.tenant_id = $1::uuid and b.debtor_id = p.id
    for no key update
  ) as b)sql";
constexpr Query kKeys{R"sql(
select b.id, k.wrapped
from unnest(:debtors::uuid[]) as b(id)
left join lateral (
  select k.wrapped from data_keys k
  where k.tenant_id = :tenant::uuid and k.debtor_id = b.id offset 0
) as k on true)sql",
                      2};
constexpr Query kStatus{R"sql(select coalesce(pg_xact_status(:number::xid8), ''))sql", 1};
constexpr Query kWitness{R"sql(
select 1 from audit
where tenant_id = :tenant::uuid and debtor_id = :debtor::uuid and number = :number::bigint
  and mac = decode(:mac, 'hex'))sql",
                         1};

// invalid_parameter_value: the number is in the future.
constexpr std::string_view kUnheardOf = "22023";

constexpr auto kPause = std::chrono::milliseconds(20);

// The lock statement's row.
absl::Status TakeHead(const Answered& locks, int at, Batch& batch) {
  std::array<Cell, 5> cells;
  for (int column = 0; column < 5; ++column) {
    cells.at(static_cast<std::size_t>(column)).text = locks.Text(at, column);
  }
  RowReader row(cells);
  const auto debtor = row.ReadId<DebtorId>();
  DebtorHead head;
  head.revision = row.Integer();
  head.audit.number = row.Integer();
  head.audit.mac = row.Digest();
  head.language = row.Text();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  batch.Found(debtor, head);
  return absl::OkStatus();
}

// True when the transaction has ended. A number that the database does not know, because it crashed
// and never heard of it, is an error there: that transaction has ended as well.
absl::StatusOr<bool> IsOver(Session& session, const TransactionId& transaction) {
  std::string said;
  const absl::Status asked =
      session.Select(kStatus, {{"number", transaction.text}}, [&](RowReader& row) {
        said = row.Text();
        return absl::OkStatus();
      });
  if (session.failure().has_value() && session.failure()->sqlstate == kUnheardOf) return true;
  if (!asked.ok()) return asked;
  return said != "in progress";
}

std::string HexOf(const Fingerprint& mac) {
  return absl::BytesToHexString({BytesOf(mac).bytes.data(), mac.size()});
}

absl::StatusOr<bool> IsThere(Session& session, TenantId tenant, const Witness& witness) {
  PARLEY_RETURN_IF_ERROR(session.UseTenant(tenant));
  bool found = false;
  PARLEY_RETURN_IF_ERROR(session.Select(kWitness,
                                        {{"tenant", tenant.ToString()},
                                         {"debtor", witness.debtor.ToString()},
                                         {"number", absl::StrCat(witness.row.number)},
                                         {"mac", HexOf(witness.row.mac)}},
                                        [&](RowReader&) {
                                          found = true;
                                          return absl::OkStatus();
                                        }));
  return found;
}

// Whether the transaction was committed; an error when that cannot be told now.
absl::StatusOr<bool> WasCommitted(const DoubtfulCommit& commit,
                                  const ConnectionSettings& connection) {
  PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, Session::Open(connection));
  PARLEY_ASSIGN_OR_RETURN(const bool is_over, IsOver(*session, commit.transaction));
  if (!is_over) return Refuse(Reason::kStoreUnavailable);
  return IsThere(*session, commit.tenant, *commit.witness);
}

absl::Status LearnKeys(Session& session, std::span<const DebtorId> debtors,
                       const Records& records) {
  RowArrays ids;
  for (const DebtorId debtor : debtors) ids.Add(debtor);
  return session.Select(
      kKeys, {{"tenant", records.tenant.ToString()}, {"debtors", std::move(ids).Take().front()}},
      [&](RowReader& row) {
        const auto debtor = row.ReadId<DebtorId>();
        records.LearnKey(debtor, row);
        return row.sound() ? absl::OkStatus() : Refuse(Reason::kRecordCorrupt);
      });
}

}  // namespace

absl::StatusOr<TransactionId> Begin(Session& session, TenantId tenant,
                                    std::span<const DebtorId> debtors, Batch& batch) {
  Pipeline pipeline(session);
  pipeline.Add("begin", kBegin);
  pipeline.Add("tenant", kTenant, {tenant.ToString()});
  WriteArray ids;
  for (const DebtorId debtor : debtors) ids.Add(debtor);
  pipeline.Add("lock", kLock, {tenant.ToString(), std::move(ids).Take()});
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers, pipeline.Run());
  for (const DebtorId debtor : debtors) batch.Locked(debtor);
  batch.records().codec.FindKeysBy(
      [&session, &records = batch.records(), ids = std::vector(debtors.begin(), debtors.end())] {
        return LearnKeys(session, ids, records);
      });
  const Answered& locks = answers[2];
  for (int at = 0; at < locks.rows(); ++at) {
    PARLEY_RETURN_IF_ERROR(TakeHead(locks, at, batch));
  }
  for (const DebtorId debtor : debtors) {
    // Who has no row yet has no key either.
    if (!batch.IsFound(debtor)) batch.records().codec.Learn(debtor, std::nullopt);
  }
  return TransactionId{std::string(answers[1].Text(0, 1))};
}

absl::Status WriteAndCommit(Session& session, TenantId tenant, Batch& batch) {
  PARLEY_ASSIGN_OR_RETURN(WriteRows rows, batch.Take());
  Pipeline pipeline(session);
  AddWrites(pipeline, tenant, std::move(rows));
  pipeline.Add("commit", kCommit);
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers, pipeline.Run());
  // A transaction that failed before answers ROLLBACK to a COMMIT, and no error.
  if (answers.back().Tag() != "COMMIT") {
    return session.failure().has_value() ? StatusOf(*session.failure()) : Refuse(Reason::kInternal);
  }
  return absl::OkStatus();
}

absl::Status OutcomeOf(const DoubtfulCommit& commit, const ConnectionSettings& connection,
                       absl::Duration wait) {
  if (!commit.witness.has_value()) return Refuse(Reason::kStoreUnavailable);
  const auto deadline = std::chrono::steady_clock::now() + absl::ToChronoMicroseconds(wait);
  do {
    const absl::StatusOr<bool> committed = WasCommitted(commit, connection);
    if (committed.ok()) {
      return *committed ? absl::OkStatus() : Refuse(Reason::kStoreUnavailable);
    }
    std::this_thread::sleep_for(kPause);
  } while (std::chrono::steady_clock::now() < deadline);
  return Refuse(Reason::kStoreUnavailable);
}

}  // namespace parley::postgres
