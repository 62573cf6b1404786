// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/admin.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/old_records.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

constexpr const char* kMigrations = "adapters/postgres/migrations";

constexpr const char* kANotice = R"sql(
insert into notices
select tenant_id, debtor_id, gen_random_uuid(), debt_id, current_date, current_date,
  '{"order": []}', '{"order": []}', 'agent', now()
from debts)sql";
constexpr const char* kAFact = R"sql(
insert into record_facts select tenant_id, debtor_id, 1, gen_random_uuid(), '', 1 from debts)sql";
constexpr const char* kAHold = R"sql(
insert into holds (tenant_id, debtor_id, hold_id, type, state, from_date, source, evidence, reason,
  end_reason, actor, revision, created_time, updated_time)
select tenant_id, debtor_id, gen_random_uuid(), 1, 2, current_date, '', 1, '', '', 'agent', 1,
  now(), now()
from debts)sql";
constexpr const char* kAWorkItem = R"sql(
insert into work_items (tenant_id, debtor_id, work_item_id, kind, state, priority,
  act_external_ref, act_choice, act_content, reason, asked_by, claimed_by, ended_by, outcome,
  revision, created_time, updated_time)
select tenant_id, debtor_id, gen_random_uuid(), 'CREDIT_HELD', 'OPEN', 4, '', '',
  sha256(''), '', 'parley', '', '', '', 1, now(), now()
from debts)sql";
constexpr const char* kACommunication = R"sql(
insert into communications (tenant_id, debtor_id, communication_id, direction, channel, purpose,
  statutory, technology, relation, debts, talked_about, state, outcome, dispatch_time, actor, note,
  revision, created_time, updated_time)
select tenant_id, debtor_id, gen_random_uuid(), 2, 1, 1, 0, 1, 1, '{}', '{}', 2, 12, now(),
  'agent', '', 1, now(), now()
from debts)sql";
constexpr const char* kAPayment = R"sql(
insert into payments (tenant_id, debtor_id, payment_id, external_ref, state, amount, currency,
  value_date, method, note, instructions, strategy, parts, announced, return_reason, actor, content,
  revision, created_time, updated_time)
select tenant_id, debtor_id, gen_random_uuid(), 'BANK-1', 2, 1, 'EUR', current_date, '', '',
  '[]', 1, '[]', '[]', '', 'service', sha256(''), 1, now(), now()
from debts)sql";

// What a command says, and whether it succeeded.
std::pair<bool, std::string> Output(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), got);
  }
  return {pclose(pipe) == 0, output};
}

std::string FileText(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Migrations : public testing::Test {
 protected:
  void SetUp() override { PARLEY_NEEDS_POSTGRES(); }

  static void Sqitch(TestDatabase& database, const std::string& command) {
    const auto [ok, output] = TrySqitch(database, command);
    EXPECT_TRUE(ok) << output;
  }

  static std::pair<bool, std::string> TrySqitch(TestDatabase& database,
                                                const std::string& command) {
    // Its own address scheme knows no socket folder: that comes from libpq's environment.
    const std::string host = database.sql().Value("show unix_socket_directories");
    return Output(absl::StrCat("cd ", kMigrations, " && PGHOST=", host, " SQITCH_FULLNAME=parley ",
                               "SQITCH_EMAIL=parley@localhost sqitch ", command,
                               " db:pg://postgres@/", database.name()));
  }

  static std::string Schema(const TestDatabase& database) {
    const auto [ok, output] =
        Output(absl::StrCat(kMigrations, "/dump.sh '", database.AdminAddress(), "'"));
    EXPECT_TRUE(ok) << output;
    return output;
  }

  static std::string Objects(TestDatabase& database) {
    return database.sql().Value(
        "select count(*) from pg_class where relnamespace = "
        "(select oid from pg_namespace where nspname = 'parley')");
  }
};

TEST_F(Migrations, MakeTheSchemaThatIsCommitted) {
  TestDatabase database("template0");
  Sqitch(database, "deploy --verify");
  EXPECT_EQ(Schema(database), FileText("adapters/postgres/schema.sql"))
      << "write it anew by adapters/postgres/migrations/dump.sh";
}

TEST_F(Migrations, CanBeRevertedAndDeployedAgain) {
  TestDatabase database("template0");
  Sqitch(database, "deploy --verify");
  const std::string schema = Schema(database);
  Sqitch(database, "verify");
  Sqitch(database, "revert -y");
  EXPECT_EQ(Objects(database), "0");
  Sqitch(database, "deploy --verify");
  EXPECT_EQ(Schema(database), schema);
}

// What an earlier release does not know is not dropped in silence.
TEST_F(Migrations, AreNotRevertedWhereTermsWouldBeLost) {
  TestDatabase database("template0");
  Sqitch(database, "deploy");
  const auto tenant = NumberedId<TenantId>(1);
  ASSERT_THAT(postgres::CreateTenant(database.Admin(), {tenant, "A tenant"}), IsOk());
  SqlConnection& sql = database.sql();
  WriteFirstRelease(sql, tenant, {ACreditor(), ADebtor(), ADebt(), {AnOpening()}});
  sql.Run("update debts set freezes_from = '{2026-02-01}', freezes_to = '{infinity}'");
  const auto [ok, output] = TrySqitch(database, "revert -y --to records");
  EXPECT_FALSE(ok) << output;
  EXPECT_EQ(sql.Value("select freezes_from::text from debts"), "{2026-02-01}");
  sql.Run("update debts set freezes_from = '{}', freezes_to = '{}'");
  Sqitch(database, "revert -y --to records");
  EXPECT_EQ(sql.Value("select count(*) from entries"), "1");
}

// What each migration since lets be kept, and what keeps it: the migration before it cannot be gone
// back to as long as it is there.
TEST_F(Migrations, AreNotRevertedWhereRecordsWouldBeLost) {
  TestDatabase database("template0");
  Sqitch(database, "deploy");
  const auto tenant = NumberedId<TenantId>(1);
  ASSERT_THAT(postgres::CreateTenant(database.Admin(), {tenant, "A tenant"}), IsOk());
  SqlConnection& sql = database.sql();
  WriteFirstRelease(sql, tenant, {ACreditor(), ADebtor(), ADebt(), {AnOpening()}});
  const struct {
    const char* before;
    const char* keep;
    const char* forget;
  } kept[] = {
      {"publications", "update creditors set language = 'es'",
       "update creditors set language = ''"},
      {"communications", kAFact, "delete from record_facts"},
      {"rulebooks", kACommunication, "delete from communications"},
      {"quotes", kANotice, "delete from notices"},
      {"room_on_pages", "update creditors set settings = '{\"days\": 1}'",
       "update creditors set settings = '{}'"},
      {"work", kAHold, "delete from holds"},
      {"payments", kAWorkItem, "delete from work_items"},
      {"empty_reversals", kAPayment, "delete from payments"},
  };
  for (const auto& [before, keep, forget] : kept) {
    sql.Run(keep);
    const auto [ok, output] = TrySqitch(database, absl::StrCat("revert -y --to ", before));
    EXPECT_FALSE(ok) << before;
    EXPECT_NE(output.find("would be lost"), std::string::npos) << output;
    sql.Run(forget);
    Sqitch(database, absl::StrCat("revert -y --to ", before));
  }
  Sqitch(database, "deploy --verify");
}

class Admin : public PostgresFixture {};

TEST_F(Admin, KnowsTheSchemaThatItWasBuiltFor) {
  EXPECT_THAT(postgres::CheckSchema(database_->PoolOf().connection), IsOk());
}

TEST_F(Admin, TellsBothVersionsOfASchemaThatDoesNotFit) {
  sql().Run("create or replace function schema_version() returns integer language sql return 99");
  const absl::Status status = postgres::CheckSchema(database_->PoolOf().connection);
  EXPECT_TRUE(absl::IsFailedPrecondition(status));
  EXPECT_EQ(status.message(),
            absl::StrCat("The database has version 99 of the schema, and this program was built "
                         "for ",
                         postgres::kSchemaVersion, ": deploy the migrations of this release."));
}

TEST_F(Admin, FindsNoSchemaInAnEmptyDatabase) {
  const TestDatabase empty("template0");
  EXPECT_TRUE(absl::IsFailedPrecondition(postgres::CheckSchema(empty.Admin())));
}

TEST_F(Admin, MakesATenantOnceAndGivesItADesk) {
  const postgres::NewTenant tenant{NumberedId<TenantId>(9), "Example \"Recovery\" Ltd"};
  EXPECT_THAT(postgres::CreateTenant(database_->Admin(), tenant), IsOk());
  EXPECT_TRUE(absl::IsAlreadyExists(postgres::CreateTenant(database_->Admin(), tenant)));
  EXPECT_EQ(sql().Value(absl::StrCat("select name from tenants where tenant_id = '",
                                     tenant.id.ToString(), "'")),
            tenant.name);
  EXPECT_EQ(sql().Value(absl::StrCat("select kind || revision from debtors where tenant_id = '",
                                     tenant.id.ToString(), "'")),
            "DESK0");
}

TEST_F(Admin, LetsTheApplicationMakeNoTenant) {
  EXPECT_THAT(
      postgres::CreateTenant(database_->PoolOf().connection, {NumberedId<TenantId>(9), "Mine"}),
      IsRefused(Reason::kAccessDenied));
}

}  // namespace
}  // namespace parley
