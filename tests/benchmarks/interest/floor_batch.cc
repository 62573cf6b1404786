// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/interest/floor_batch.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace parley::bench {
namespace {

struct Statement {
  const char* name;
  const char* sql;
};

// $1 is the tenant.
constexpr std::array kStatements = {
    Statement{"begin", "begin"},
    Statement{"commit", "commit"},
    Statement{"find", R"sql(
select debtor_id from parley.debts
where tenant_id = $1 and (debtor_id, debt_id) > ($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
order by debtor_id, debt_id limit 200)sql"},
    Statement{"lock", R"sql(
select debtor_id from parley.debtors
where tenant_id = $1 and debtor_id = any($2::uuid[]) order by debtor_id for no key update)sql"},
    Statement{"read", R"sql(
select debtor_id, debt_id, owed_principal
from parley.debts where tenant_id = $1 and debtor_id = any($2::uuid[]))sql"},
    Statement{"write_debtors", R"sql(
update parley.debtors t set revision = t.revision + 1, audit_number = t.audit_number + 1,
  audit_mac = sha256('')
from unnest($2::uuid[]) as u(id) where t.tenant_id = $1 and t.debtor_id = u.id)sql"},
    Statement{"write_debts", R"sql(
update parley.debts t set owed_interest = u.amount, accrued_common = u.exact,
  base_since = u.month_end, posted_through = u.month_end, interest_posted = u.amount,
  last_value_date = u.month_end, entry_count = 2, revision = t.revision + 1, updated_time = now()
from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::numeric[], $6::date[])
  as u(debtor_id, debt_id, amount, exact, month_end)
where t.tenant_id = $1 and t.debtor_id = u.debtor_id and t.debt_id = u.debt_id)sql"},
    Statement{"write_entries", R"sql(
insert into parley.entries (tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind,
  value_date, booked_time, amount, reason, actor, content, accounts, amounts, interest)
select $1, u.debtor_id, u.entry_id, u.debt_id, 2, '', 11, u.month_end, now(), u.amount, '',
  'parley.interest', sha256(''), '{2,17}', array[u.amount, -u.amount], u.interest
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::date[], $7::jsonb[])
  as u(debtor_id, debt_id, entry_id, amount, month_end, interest))sql"},
    Statement{"write_events", R"sql(
insert into parley.outbox (tenant_id, debtor_id, revision, sequence, event_id, type, debt_id,
  entry_id, amount, currency, state, occurred_time)
select $1, u.debtor_id, 3, 1, u.event_id, 'ledger.adjusted', u.debt_id, u.entry_id, u.amount, 'EUR',
  'ACTIVE', now()
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[])
  as u(debtor_id, debt_id, entry_id, event_id, amount))sql"},
    Statement{"write_audit", R"sql(
insert into parley.audit (tenant_id, debtor_id, number, time, actor, action, request_id, revision,
  content, mac)
select $1, u.debtor_id, 1, now(), 'parley.interest', 'parley.interest/PostDueInterest',
  '00000000-0000-0000-0000-000000000000', 3, sha256(''), sha256('')
from unnest($2::uuid[]) as u(debtor_id))sql"},
};

constexpr std::int64_t kRate = 500'000'000;
constexpr std::int64_t kYear = 365LL * 10'000'000'000;
constexpr int kDays = 31;
constexpr const char* kAfter = "2000-12-31";
constexpr const char* kMonthEnd = "2100-01-31";  // Any later one.

std::string RandomId() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  const std::uint64_t first = random();
  const std::uint64_t second = random();
  return absl::StrFormat("%08x-%04x-7%03x-8%03x-%012x", first >> 32U, first & 0xffffU,
                         (first >> 16U) & 0xfffU, second & 0xfffU, second >> 16U);
}

// An array of texts that need no quotes, or that are quoted.
class Array {
 public:
  void Add(std::string_view element) {
    text_ += text_.size() > 1 ? "," : "";
    text_ += element;
  }
  std::string text() const { return text_ + "}"; }

 private:
  std::string text_ = "{";
};

std::string Detail(std::int64_t principal) {
  return absl::StrCat(R"("{\"rule\":\"late-interest\",\"version\":1,\"basis\":\"the contract, )",
                      R"(clause 7\",\"day_count\":1,\"pieces\":[[\")", kAfter, R"(\",\")",
                      kMonthEnd, R"(\",)", principal, ",", kRate, ",", kDays,
                      R"(,0]],\"carried\":0,\"topped_up\":0}")");
}

}  // namespace

FloorBatch::FloorBatch(const std::string& address, std::string tenant)
    : link_(PQconnectdb(address.c_str()), &PQfinish), tenant_(std::move(tenant)) {
  if (PQstatus(link_.get()) != CONNECTION_OK) Die("connecting");
  if (PQenterPipelineMode(link_.get()) != 1) Die("entering pipeline mode");
  for (const Statement& statement : kStatements) Prepare(statement.name, statement.sql);
}

std::vector<std::string> FloorBatch::Find(const std::string& after) {
  Send("find", {tenant_, after});
  Sync();
  const Result found = Next();
  EndOfSync();
  std::vector<std::string> debtors;
  for (int row = 0; row < PQntuples(found.get()); ++row) {
    debtors.emplace_back(PQgetvalue(found.get(), row, 0));
  }
  return debtors;
}

void FloorBatch::Post(const std::vector<std::string>& debtors) {
  Array locked;
  for (const std::string& debtor : debtors) locked.Add(debtor);
  Send("begin", {});
  Send("lock", {tenant_, locked.text()});
  Send("read", {tenant_, locked.text()});
  Sync();
  Next();
  Next();
  const Result read = Next();
  EndOfSync();
  Array owners, debts, amounts, sums, days, entries, events, details;
  for (int row = 0; row < PQntuples(read.get()); ++row) {
    const std::int64_t principal = std::strtoll(PQgetvalue(read.get(), row, 2), nullptr, 10);
    const std::int64_t exact = principal * kRate * kDays;
    owners.Add(PQgetvalue(read.get(), row, 0));
    debts.Add(PQgetvalue(read.get(), row, 1));
    amounts.Add(std::to_string((exact + kYear / 2) / kYear));
    sums.Add(std::to_string(exact));
    days.Add(kMonthEnd);
    entries.Add(RandomId());
    events.Add(RandomId());
    details.Add(Detail(principal));
  }
  Send("write_debtors", {tenant_, owners.text()});
  Send("write_debts",
       {tenant_, owners.text(), debts.text(), amounts.text(), sums.text(), days.text()});
  Send("write_entries", {tenant_, owners.text(), debts.text(), entries.text(), amounts.text(),
                         days.text(), details.text()});
  Send("write_events",
       {tenant_, owners.text(), debts.text(), entries.text(), events.text(), amounts.text()});
  Send("write_audit", {tenant_, owners.text()});
  Send("commit", {});
  Sync();
  for (int statement = 0; statement < 6; ++statement) Next();
  EndOfSync();
}

void FloorBatch::Prepare(const char* name, const char* sql) {
  if (PQsendPrepare(link_.get(), name, sql, 0, nullptr) != 1) Die(name);
  Sync();
  Next();
  EndOfSync();
}

void FloorBatch::Send(const char* statement, const std::vector<std::string>& parameters) {
  std::vector<const char*> values;
  for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
  if (PQsendQueryPrepared(link_.get(), statement, static_cast<int>(values.size()), values.data(),
                          nullptr, nullptr, 0) != 1) {
    Die(statement);
  }
}

void FloorBatch::Sync() {
  if (PQpipelineSync(link_.get()) != 1) Die("sending");
}

FloorBatch::Result FloorBatch::Next() {
  Result result(PQgetResult(link_.get()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) Die("executing");
  PQclear(PQgetResult(link_.get()));
  return result;
}

void FloorBatch::EndOfSync() {
  const Result result(PQgetResult(link_.get()), &PQclear);
  if (PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC) Die("synchronising");
}

void FloorBatch::Die(const char* doing) const {
  std::fprintf(stderr, "floor: %s: %s\n", doing, PQerrorMessage(link_.get()));
  std::exit(1);
}

}  // namespace parley::bench
