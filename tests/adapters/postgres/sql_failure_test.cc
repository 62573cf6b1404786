// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/sql_failure.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "adapters/postgres/session.h"
#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

// A way to make the server say a SQLSTATE, and what it means to us.
struct Case {
  std::string sqlstate;
  std::string sql;
  Reason reason;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.sqlstate; }

std::string Raising(const std::string& sqlstate) {
  return "do 'begin raise exception using errcode = ''" + sqlstate +
         "'', message = ''Secret''; end'";
}

std::vector<Case> Cases() {
  std::vector<Case> cases = {
      {"PAR01", "select expect_rows(1, 2)", Reason::kWriteConflict},
      {"57014", "set statement_timeout = 20; select pg_sleep(5)", Reason::kDeadlineExceeded},
      {"42501", "update entries set amount = 1", Reason::kInternal},
      {"42P01", "select * from nothing", Reason::kInternal},
      {"42601", "select from where", Reason::kInternal},
      {"22012", "select 1 / 0", Reason::kInternal},
      {"22P02", "select 'x'::uuid", Reason::kInternal},
      {"22003", "select 9223372036854775807 + 1", Reason::kInternal},
      {"25006", "begin read only; insert into audit default values", Reason::kStoreUnavailable},
      {"26000", "execute nothing", Reason::kStoreUnavailable},
  };
  // What cannot be provoked at will is raised.
  for (const auto& [sqlstate, reason] : std::vector<std::pair<std::string, Reason>>{
           {"40001", Reason::kWriteConflict},    {"40P01", Reason::kWriteConflict},
           {"55P03", Reason::kWriteConflict},    {"25P03", Reason::kStoreUnavailable},
           {"0A000", Reason::kStoreUnavailable}, {"08006", Reason::kStoreUnavailable},
           {"28P01", Reason::kStoreUnavailable}, {"3D000", Reason::kStoreUnavailable},
           {"53100", Reason::kStoreUnavailable}, {"53200", Reason::kStoreUnavailable},
           {"53300", Reason::kStoreUnavailable}, {"57P01", Reason::kStoreUnavailable},
           {"57P03", Reason::kStoreUnavailable}, {"58030", Reason::kStoreUnavailable},
           {"XX000", Reason::kInternal},         {"XX001", Reason::kRecordCorrupt},
           {"XX002", Reason::kRecordCorrupt},    {"23514", Reason::kInternal},
           {"23503", Reason::kInternal},
       }) {
    cases.push_back({sqlstate, Raising(sqlstate), reason});
  }
  return cases;
}

class SqlFailures : public PostgresFixture, public testing::WithParamInterface<Case> {};

TEST_P(SqlFailures, MeanOneReasonEachAndSayNothingOfTheData) {
  const Case& example = GetParam();
  SqlConnection app(database_->AppAddress());
  app.Run("set search_path = parley");
  EXPECT_EQ(app.FailureOf(example.sql), example.sqlstate);

  const absl::Status status = StatusOf({example.sqlstate, ""});
  EXPECT_THAT(status, IsRefused(example.reason));
  EXPECT_EQ(std::string(status.message()).find("Secret"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Codes, SqlFailures, testing::ValuesIn(Cases()),
                         [](const testing::TestParamInfo<Case>& i) { return i.param.sqlstate; });

TEST(SqlFailure, OfALostLinkIsUnavailable) {
  EXPECT_THAT(StatusOf({}), IsRefused(Reason::kStoreUnavailable));
}

TEST(SqlFailure, IsWorthAnotherRunOnlyForTwoCodes) {
  EXPECT_TRUE(MayRunAgain({"40001", ""}));
  EXPECT_TRUE(MayRunAgain({"40P01", ""}));
  for (const char* sqlstate : {"", "55P03", "57014", "23505", "08006", "PAR01"}) {
    EXPECT_FALSE(MayRunAgain({sqlstate, ""})) << sqlstate;
  }
}

// Every unique constraint of the schema has a meaning of its own.
class UniqueConstraints : public PostgresFixture {};

TEST_F(UniqueConstraints, AreNoBugsOfOurs) {
  const auto names = sql().Run(
      "select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid "
      "where i.indisunique and c.relnamespace = 'parley'::regnamespace");
  ASSERT_GE(names.size(), 12U);
  for (const auto& name : names) {
    // Only the schema's owner writes there.
    if (name[0] == "tenants_pkey") continue;
    EXPECT_NE(MeaningOf({"23505", name[0]}), Reason::kInternal) << name[0];
  }
}

}  // namespace
}  // namespace parley::postgres
