// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres/postgres_harness.h"

#include <optional>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "adapters/postgres/admin.h"
#include "tests/support/postgres/old_records.h"

namespace parley {
namespace {

std::optional<Money> MoneyOf(const std::string& units, const std::string& currency) {
  if (currency.empty()) return std::nullopt;
  return Money(std::stoll(units), Currency::Find(currency).value());
}

KeptEvent EventOf(const std::vector<std::string>& row) {
  const auto id = [](const std::string& text) { return Uuid::Parse(text).value_or(Uuid()); };
  KeptEvent kept;
  kept.event = {.id = EventId(id(row[0])),
                .type = EventTypeNamed(row[1]).value(),
                .debtor = DebtorId(id(row[2])),
                .debt = DebtId(id(row[3])),
                .entry = EntryId(id(row[4])),
                .subject = id(row[5]),
                .amount = MoneyOf(row[6], row[7]),
                .state = row[8],
                .occurred_time = absl::FromUnixMicros(std::stoll(row[9]))};
  kept.revision = std::stoll(row[10]);
  return kept;
}

}  // namespace

void PostgresHarness::CreateTenant(TenantId tenant) {
  const absl::Status created =
      postgres::CreateTenant(database_.Admin(), {tenant, "Tenant of a test"});
  if (!created.ok() && !absl::IsAlreadyExists(created))
    throw std::runtime_error(created.ToString());
}

std::vector<KeptEvent> PostgresHarness::Events(TenantId tenant) {
  std::vector<KeptEvent> events;
  const std::string sql = absl::Substitute(
      "select event_id, type, debtor_id, debt_id, entry_id, subject_id, amount, currency, state, "
      "micros(occurred_time), revision from outbox where tenant_id = '$0' "
      "order by xid, debtor_id, revision, sequence",
      tenant.ToString());
  for (const auto& row : database_.sql().Run(sql)) events.push_back(EventOf(row));
  return events;
}

bool PostgresHarness::SetOutage(bool out) {
  database_.server().Run("alter database " + database_.name() + " allow_connections " +
                         (out ? "false" : "true"));
  if (out) database_.EndSessions("true");
  return true;
}

bool PostgresHarness::CutLink() {
  database_.EndSessions("state like 'idle in transaction%'");
  return true;
}

bool PostgresHarness::WriteOldRecords(TenantId tenant, const OldRecords& records) {
  WriteFirstRelease(database_.sql(), tenant, records);
  return true;
}

bool PostgresHarness::CorruptDebt(TenantId tenant, DebtorId debtor, DebtId debt) {
  database_.sql().Run(
      absl::Substitute("alter table debts drop constraint debts_position_check; "
                       "update debts set owed_principal = 5, credit = 5 "
                       "where tenant_id = '$0' and debtor_id = '$1' and debt_id = '$2'",
                       tenant.ToString(), debtor.ToString(), debt.ToString()));
  return true;
}

bool PostgresHarness::TamperWithAudit(TenantId tenant, DebtorId debtor, std::int64_t number) {
  database_.sql().Run(
      absl::Substitute("update audit set action = overlay(action placing '#' from 1), "
                       "mac = set_byte(mac, 0, get_byte(mac, 0) # 1) "
                       "where tenant_id = '$0' and debtor_id = '$1' and number = $2",
                       tenant.ToString(), debtor.ToString(), number));
  return true;
}

}  // namespace parley
