// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kForbidden = "42501";

class RowSecurity : public PostgresFixture {
 public:
  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    app_.emplace(database_->AppAddress());
    app_->Run("set search_path = parley");
    for (const auto& row :
         sql().Run("select relname from pg_class where relnamespace = 'parley'::regnamespace "
                   "and relkind in ('r', 'p') order by relname")) {
      tables_.push_back(row[0]);
    }
  }

  std::optional<SqlConnection> app_;
  std::vector<std::string> tables_;
};

TEST_F(RowSecurity, IsForcedOnEveryTable) {
  ASSERT_THAT(tables_, SizeIs(testing::Ge(9U)));
  EXPECT_THAT(sql().Run("select relname from pg_class where relnamespace = 'parley'::regnamespace "
                        "and relkind in ('r', 'p') "
                        "and not (relrowsecurity and relforcerowsecurity)"),
              IsEmpty());
}

TEST_F(RowSecurity, BindsEveryTableToTheTenantInBothDirections) {
  for (const std::string& table : tables_) {
    const auto policies = sql().Run(
        "select qual, with_check from pg_policies where schemaname = 'parley' and tablename = '" +
        table + "' and cmd = 'ALL' and roles = '{public}'");
    ASSERT_THAT(policies, SizeIs(1)) << table;
    EXPECT_EQ(policies[0][0], "(tenant_id = current_tenant())") << table;
    EXPECT_EQ(policies[0][1], policies[0][0]) << table;
  }
  // The owner alone may list tenants, and find whose message a provider speaks of.
  EXPECT_EQ(sql().Value("select string_agg(policyname || ' ' || roles::text || ' ' || cmd, ';' "
                        "order by policyname) "
                        "from pg_policies where schemaname = 'parley' and cmd <> 'ALL'"),
            "list_of_tenants {parley_owner} SELECT;owner_of_message {parley_owner} SELECT");
}

TEST_F(RowSecurity, LeadsEveryPrimaryKeyWithTheTenant) {
  EXPECT_THAT(
      sql().Run("select c.conrelid::regclass from pg_constraint c "
                "join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] "
                "where c.contype in ('p', 'u', 'f') and c.connamespace = 'parley'::regnamespace "
                "and a.attname <> 'tenant_id'"),
      IsEmpty());
}

TEST_F(RowSecurity, ShowsNothingWithoutATenant) {
  ASSERT_THAT(Add(1), IsOk());
  for (const std::string& table : tables_) {
    EXPECT_EQ(app_->Value("select count(*) from " + table), "0") << table;
  }
}

TEST_F(RowSecurity, ShowsATenantItsOwnRowsOnly) {
  Create(NumberedId<TenantId>(2));
  ASSERT_THAT(Add(1), IsOk());
  const auto count = [&](int tenant, const std::string& table) {
    app_->Run("set parley.tenant = '" +
              NumberedId<TenantId>(static_cast<std::uint64_t>(tenant)).ToString() + "'");
    return app_->Value("select count(*) from " + table);
  };
  EXPECT_EQ(count(1, "tenants"), "1");
  EXPECT_EQ(count(2, "tenants"), "1");
  EXPECT_EQ(count(1, "debtors"), "2");  // The desk is one.
  EXPECT_EQ(count(2, "debtors"), "1");
  EXPECT_EQ(count(3, "debtors"), "0");
}

TEST_F(RowSecurity, RefusesRowsOfAnotherTenant) {
  app_->Run("set parley.tenant = '" + NumberedId<TenantId>(2).ToString() + "'");
  EXPECT_EQ(app_->FailureOf("insert into debtor_references values ('" + tenant_.ToString() +
                            "', 'A', '" + NumberedId<DebtorId>(1).ToString() + "')"),
            kForbidden);
}

TEST_F(RowSecurity, LetsTheApplicationOwnNothing) {
  EXPECT_EQ(sql().Value("select count(*) from pg_shdepend where refobjid = 'parley_app'::regrole "
                        "and deptype = 'o'"),
            "0");
  EXPECT_EQ(app_->FailureOf("create table parley.mine (id integer)"), kForbidden);
  EXPECT_EQ(app_->FailureOf("set role parley_owner"), kForbidden);
  EXPECT_EQ(app_->FailureOf("set session authorization parley_owner"), kForbidden);
  EXPECT_EQ(app_->FailureOf("alter table entries disable row level security"), kForbidden);
}

TEST_F(RowSecurity, LetsNobodyChangeOrDeleteAJournalAnAuditTrailOrAnOutbox) {
  for (const std::string table :
       {"entries", "audit", "outbox", "notices", "record_facts", "barred_addresses"}) {
    EXPECT_EQ(app_->FailureOf("update " + table + " set tenant_id = tenant_id"), kForbidden)
        << table;
    EXPECT_EQ(app_->FailureOf("delete from " + table), kForbidden) << table;
    EXPECT_EQ(app_->FailureOf("truncate " + table), kForbidden) << table;
  }
}

TEST_F(RowSecurity, LetsTheApplicationChangeOnlyWhatALifeChanges) {
  for (const std::string assignment :
       {"debts set external_ref = 'x'", "debts set content = ''", "debts set origin = '{}'",
        "debts set currency = 'USD'", "debtors set debtor_id = debtor_id",
        "creditors set code = 'x'", "holds set type = 1", "debt_references set debt_id = debt_id",
        "tenants set name = 'x'", "answers set answer = ''", "record_parts set kind = 1",
        "contact_index set digest = digest"}) {
    EXPECT_EQ(app_->FailureOf("update " + assignment), kForbidden) << assignment;
  }
  for (const std::string table :
       {"debts", "debtors", "creditors", "debt_references", "tenants", "holds", "record_parts"}) {
    EXPECT_EQ(app_->FailureOf("delete from " + table), kForbidden) << table;
  }
  EXPECT_EQ(app_->FailureOf("insert into tenants values (gen_random_uuid(), 'x')"), kForbidden);
}

TEST_F(RowSecurity, TellsTheApplicationTheIdsOfTenants) {
  Create(NumberedId<TenantId>(2));
  EXPECT_THAT(app_->Run("select tenant_ids()"), SizeIs(2));
}

TEST_F(RowSecurity, HoldsInASessionThatServedAnotherTenant) {
  const TenantId other = NumberedId<TenantId>(2);
  Create(other);
  Connect(database_->PoolOf(1));
  ASSERT_THAT(Add(1), IsOk());
  const DebtorId id = NumberedId<DebtorId>(1);
  for (int turn = 0; turn < 3; ++turn) {
    EXPECT_THAT(world_->directory.GetDebtor(tenant_, id), IsOk());
    EXPECT_THAT(world_->directory.GetDebtor(other, id), IsRefused(Reason::kDebtorNotFound));
    EXPECT_THAT(Add(100 + turn), IsOk());
    EXPECT_THAT(world_->directory.ListDebtors(other, {}, 10), IsOkAnd(IsEmpty()));
  }
  EXPECT_EQ(world_->pool.gauges().opened, 1);
}

}  // namespace
}  // namespace parley
