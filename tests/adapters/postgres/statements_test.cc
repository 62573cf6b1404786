// SPDX-License-Identifier: Apache-2.0
// What a session keeps prepared stays bounded, whatever fails.
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/session.h"
#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

constexpr Query kPrepared{R"sql(select count(*) from pg_prepared_statements)sql", 1};

class Statements : public PostgresFixture {
 protected:
  void SetUp() override {
    PostgresFixture::SetUp();
    if (!IsSkipped()) Connect(database_->PoolOf(1));
  }

  // Of the pool's only session.
  std::int64_t Prepared() {
    std::int64_t count = 0;
    const auto take = [&](RowReader& row) {
      count = row.Integer();
      return absl::OkStatus();
    };
    EXPECT_THAT(world_->pool.Read(tenant_, kPrepared, {}, take), IsOk());
    return count;
  }

  // Transactions that are refused in the middle, and some that fail at their commit.
  void FailOften(int times) {
    const DebtorId id = NumberedId<DebtorId>(1);
    for (int turn = 0; turn < times; ++turn) {
      EXPECT_THAT(Add(1), IsRefused(Reason::kDebtorAlreadyExists));
      EXPECT_THAT(world_->store.Run(tenant_, std::array{id},
                                    [&](UnitOfWork& unit) {
                                      EXPECT_THAT(unit.debtors().Find(id), IsOk());
                                      return Refuse(Reason::kEtagStale);
                                    }),
                  IsRefused(Reason::kEtagStale));
    }
  }
};

TEST_F(Statements, ArePreparedOnceASession) {
  ASSERT_THAT(Add(1), IsOk());
  EXPECT_THAT(world_->directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)), IsOk());
  const std::int64_t before = Prepared();
  for (int turn = 0; turn < 20; ++turn) {
    EXPECT_THAT(Add(10 + turn), IsOk());
    EXPECT_THAT(world_->directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)), IsOk());
  }
  EXPECT_EQ(Prepared(), before);
}

TEST_F(Statements, AreNotLeakedByTransactionsThatFail) {
  ASSERT_THAT(Add(1), IsOk());
  FailOften(1);
  const std::int64_t before = Prepared();
  FailOften(100);
  EXPECT_EQ(Prepared(), before);
  EXPECT_EQ(world_->pool.gauges().opened, 1);
}

TEST_F(Statements, StayFewHoweverManyListsAreAskedFor) {
  for (int filters = 0; filters < 128; ++filters) {
    DebtFilter filter;
    if ((filters & 1) != 0) filter.debtor = NumberedId<DebtorId>(1);
    if ((filters & 2) != 0) filter.creditor = NumberedId<CreditorId>(1);
    if ((filters & 4) != 0) filter.external_ref = "DEBT-1";
    if ((filters & 8) != 0) filter.status = DebtStatus::kActive;
    if ((filters & 16) != 0) filter.currency = CurrencyOf("EUR");
    if ((filters & 32) != 0) filter.least_owed = 1;
    if ((filters & 64) != 0) filter.most_owed = 2;
    EXPECT_THAT(world_->portfolio.ListDebts(tenant_, filter, {}, 10), IsOk());
  }
  EXPECT_LE(Prepared(), static_cast<std::int64_t>(Session::kMostStatements) + 1);
  EXPECT_EQ(world_->pool.gauges().opened, 1);
}

TEST_F(Statements, SurviveAMigrationThatChangesWhatTheyReturn) {
  ASSERT_THAT(Add(1), IsOk());
  const auto read = [&] {
    return world_->directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)).status();
  };
  EXPECT_THAT(read(), IsOk());
  sql().Run("alter table debtors alter column language type varchar(35)");
  EXPECT_THAT(read(), IsOk()) << "the plan is made anew, in a new session if need be";
}

using SoakStatements = Statements;

TEST_F(SoakStatements, AreNotLeakedByTenThousandFailures) {
  ASSERT_THAT(Add(1), IsOk());
  FailOften(1);
  const std::int64_t before = Prepared();
  FailOften(10'000);
  EXPECT_EQ(Prepared(), before);
}

}  // namespace
}  // namespace parley::postgres
