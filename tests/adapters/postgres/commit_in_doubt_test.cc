// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/fault_proxy.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

// Every commit's answer is compared with what is in the database: OK means there, once, and an
// error means not there.
class CommitInDoubt : public PostgresFixture {
 public:
  // Sessions end before the proxy that they pass through.
  void TearDown() override { world_.reset(); }

  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    proxy_.emplace(database_->AppAddress());
    ConnectThroughProxy();
  }

  void ConnectThroughProxy() {
    postgres::PoolSettings settings = database_->PoolOf();
    absl::StrAppend(&settings.connection.address, " host=", proxy_->host(), " port=5432");
    Connect(settings);
  }

  void ExpectTruth(int number, const absl::Status& told) {
    if (!told.ok()) {
      EXPECT_THAT(told, IsRefused(Reason::kStoreUnavailable)) << number;
    }
    EXPECT_EQ(told.ok(), IsThere(number)) << "debtor " << number << ": " << told;
  }

  // Cuts the links of `count` commits at places that the seed chooses.
  void CutCommits(int count, unsigned seed) {
    constexpr std::array kCuts = {Cut::kBeforeCommit, Cut::kAfterCommit, Cut::kBeforeReply};
    std::minstd_rand chance(seed);
    std::array<int, 2> outcomes = {0, 0};
    for (int number = 1; number <= count; ++number) {
      proxy_->CutNext(kCuts.at(chance() % kCuts.size()));
      const absl::Status told = Add(number);
      ExpectTruth(number, told);
      ++outcomes.at(told.ok() ? 1 : 0);
    }
    RecordProperty("committed", outcomes[1]);
    RecordProperty("rolled_back", outcomes[0]);
    EXPECT_GT(outcomes[0], 0);
    EXPECT_GT(outcomes[1], 0);
  }

  // Ends sessions at any moment while four writers work.
  void KillWhileWriting(int per_writer) {
    std::atomic<bool> done{false};
    std::thread killer([&] {
      std::minstd_rand chance(7);
      while (!done) {
        std::this_thread::sleep_for(std::chrono::microseconds(chance() % 8000));
        database_->EndSessions("random() < 0.5");
      }
    });
    std::vector<std::vector<absl::Status>> told(4);
    std::vector<std::thread> writers;
    for (std::size_t writer = 0; writer < told.size(); ++writer) {
      writers.emplace_back([&, writer] {
        for (int turn = 0; turn < per_writer; ++turn) {
          told[writer].push_back(Add(static_cast<int>(writer) * per_writer + turn + 1));
        }
      });
    }
    for (std::thread& writer : writers) writer.join();
    done = true;
    killer.join();
    for (std::size_t writer = 0; writer < told.size(); ++writer) {
      for (int turn = 0; turn < per_writer; ++turn) {
        ExpectTruth(static_cast<int>(writer) * per_writer + turn + 1,
                    told[writer][static_cast<std::size_t>(turn)]);
      }
    }
  }

  std::optional<FaultProxy> proxy_;
};

TEST_F(CommitInDoubt, IsNoneWhenTheLinkHolds) {
  EXPECT_THAT(Add(1), IsOk());
  EXPECT_TRUE(IsThere(1));
}

TEST_F(CommitInDoubt, IsRolledBackWhenTheCommitNeverArrived) {
  proxy_->CutNext(Cut::kBeforeCommit);
  EXPECT_THAT(Add(1), IsRefused(Reason::kStoreUnavailable));
  EXPECT_FALSE(IsThere(1));
  EXPECT_THAT(Add(1), IsOk());
}

TEST_F(CommitInDoubt, IsCommittedWhenOnlyTheReplyWasLost) {
  proxy_->CutNext(Cut::kBeforeReply);
  EXPECT_THAT(Add(1), IsOk());
  EXPECT_TRUE(IsThere(1));
  EXPECT_THAT(Add(1), IsRefused(Reason::kDebtorAlreadyExists));
}

TEST_F(CommitInDoubt, IsWhateverTheServerMadeOfACommitThatNobodyHeardOf) {
  for (int number = 1; number <= 10; ++number) {
    proxy_->CutNext(Cut::kAfterCommit);
    ExpectTruth(number, Add(number));
  }
}

TEST_F(CommitInDoubt, IsToldRightWhereverTheLinkIsCut) { CutCommits(60, 1); }

TEST_F(CommitInDoubt, IsToldRightWhenSessionsAreTerminatedAtAnyMoment) { KillWhileWriting(60); }

TEST_F(CommitInDoubt, OfWorkWhoseStatementFailedIsNeverOk) {
  ASSERT_THAT(Add(1), IsOk());
  // The reading fails, the work looks away, and the server would answer ROLLBACK to the COMMIT.
  sql().Run("alter table debtors rename to hidden");
  const DebtorId id = NumberedId<DebtorId>(1);
  int read = 0;
  const absl::Status told =
      world_->store.Run(tenant_, std::array{NumberedId<DebtorId>(2)}, [&](UnitOfWork& unit) {
        if (!unit.debtors().Find(id).ok()) ++read;
        return absl::OkStatus();
      });
  EXPECT_FALSE(told.ok());
}

using SoakCommitInDoubt = CommitInDoubt;

TEST_F(SoakCommitInDoubt, IsToldRightFiveHundredTimesAPlace) { CutCommits(1500, 2); }

TEST_F(SoakCommitInDoubt, IsToldRightThroughAThousandTerminations) { KillWhileWriting(1500); }

}  // namespace
}  // namespace parley
