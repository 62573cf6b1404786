// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "adapters/postgres/transaction.h"
#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

// A crashed database gives numbers of transactions again; so a number may be another's.
class CommitOutcome : public PostgresFixture {
 public:
  absl::Status Outcome(const std::string& number, const std::optional<Witness>& witness) {
    return OutcomeOf({tenant_, {number}, witness}, database_->PoolOf().connection,
                     absl::Milliseconds(200));
  }
  std::string NumberOfACommit() { return sql().Value("select pg_current_xact_id()"); }
  std::string NumberOfTheFuture() {
    return sql().Value("select pg_current_xact_id()::text::bigint + 1000000");
  }

  // What Add(1) leaves behind.
  const Witness ours_{ADebtor(1).Build().id, {1, NumberedFingerprint(1)}};
  const Witness others_{ADebtor(1).Build().id, {1, NumberedFingerprint(2)}};
};

TEST_F(CommitOutcome, IsOkWhenTheWitnessIsThere) {
  ASSERT_THAT(Add(1), IsOk());
  EXPECT_THAT(Outcome(NumberOfACommit(), ours_), IsOk());
}

TEST_F(CommitOutcome, IsNotOkForANumberThatWasGivenToAnotherTransaction) {
  EXPECT_THAT(Outcome(NumberOfACommit(), ours_), IsRefused(Reason::kStoreUnavailable));
  ASSERT_THAT(Add(1), IsOk());
  EXPECT_THAT(Outcome(NumberOfACommit(), others_), IsRefused(Reason::kStoreUnavailable));
}

TEST_F(CommitOutcome, IsToldByTheWitnessWhenTheDatabaseDoesNotKnowTheNumber) {
  EXPECT_THAT(Outcome(NumberOfTheFuture(), ours_), IsRefused(Reason::kStoreUnavailable));
  ASSERT_THAT(Add(1), IsOk());
  EXPECT_THAT(Outcome(NumberOfTheFuture(), ours_), IsOk());
}

TEST_F(CommitOutcome, IsNeverOkWithoutAWitness) {
  EXPECT_THAT(Outcome(NumberOfACommit(), std::nullopt), IsRefused(Reason::kStoreUnavailable));
}

TEST_F(CommitOutcome, WaitsForATransactionThatStillRuns) {
  ASSERT_THAT(Add(1), IsOk());
  const std::string number = sql().Value("begin; select pg_current_xact_id()");
  EXPECT_THAT(Outcome(number, ours_), IsRefused(Reason::kStoreUnavailable));
  sql().Run("commit");
  EXPECT_THAT(Outcome(number, ours_), IsOk());
}

}  // namespace
}  // namespace parley::postgres
