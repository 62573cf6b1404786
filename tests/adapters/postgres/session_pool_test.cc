// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/session_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

using testing::ElementsAre;

class SessionPools : public PostgresFixture {
 protected:
  // How many sessions of the application the server sees.
  int Backends() {
    return std::stoi(
        sql().Value("select count(*) from pg_stat_activity where usename = "
                    "'parley_app' and datname = current_database()"));
  }

  static void WaitUntil(const std::atomic<std::int64_t>& gauge, std::int64_t value) {
    while (gauge != value) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
};

TEST_F(SessionPools, OpenNothingUntilItIsNeededAndKeepItThen) {
  SessionPool pool(database_->PoolOf());
  EXPECT_EQ(pool.gauges().opened, 0);
  for (int turn = 0; turn < 5; ++turn) EXPECT_THAT(pool.Acquire(tenant_), IsOk());
  EXPECT_EQ(pool.gauges().opened, 1);
  EXPECT_EQ(pool.gauges().open, 1);
  EXPECT_EQ(pool.gauges().leased, 0);
}

TEST_F(SessionPools, RefuseWhoWaitedInVain) {
  PoolSettings settings = database_->PoolOf(1);
  settings.lease_wait = absl::Milliseconds(50);
  SessionPool pool(settings);
  const auto held = pool.Acquire(tenant_);
  ASSERT_THAT(held, IsOk());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(pool.Acquire(tenant_), IsRefused(Reason::kQuotaExceeded));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(50));
  EXPECT_EQ(pool.gauges().exhausted, 1);
  EXPECT_EQ(pool.gauges().waiting, 0);
}

TEST_F(SessionPools, ServeFirstWhoWaitsLongest) {
  SessionPool pool(database_->PoolOf(1));
  std::optional<absl::StatusOr<Lease>> held(pool.Acquire(tenant_));
  ASSERT_THAT(*held, IsOk());
  std::mutex mutex;
  std::vector<int> served;
  std::vector<std::thread> waiters;
  for (int number = 1; number <= 4; ++number) {
    waiters.emplace_back([&, number] {
      const auto lease = pool.Acquire(tenant_);
      EXPECT_THAT(lease, IsOk());
      const std::scoped_lock lock(mutex);
      served.push_back(number);
    });
    WaitUntil(pool.gauges().waiting, number);
  }
  held.reset();
  for (std::thread& waiter : waiters) waiter.join();
  EXPECT_THAT(served, ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(pool.gauges().opened, 1);
}

TEST_F(SessionPools, ReplaceADeadSessionWithoutAWordToTheReader) {
  ASSERT_THAT(Add(1), IsOk());
  for (int turn = 0; turn < 3; ++turn) {
    database_->EndSessions("true");
    EXPECT_THAT(world_->directory.GetDebtor(tenant_, NumberedId<DebtorId>(1)), IsOk());
  }
  EXPECT_EQ(world_->pool.gauges().lost, 3);
}

TEST_F(SessionPools, ReplaceADeadSessionBeforeATransactionBegins) {
  for (int number = 1; number <= 3; ++number) {
    EXPECT_THAT(Add(number), IsOk());
    database_->EndSessions("true");
  }
  EXPECT_TRUE(IsThere(3));
}

TEST_F(SessionPools, LetGoOfAllThatRestWhenOneIsFoundDead) {
  {
    const auto first = world_->pool.Acquire(tenant_);
    const auto second = world_->pool.Acquire(tenant_);
    const auto third = world_->pool.Acquire(tenant_);
  }
  EXPECT_EQ(world_->pool.gauges().open, 3);
  database_->EndSessions("true");
  EXPECT_THAT(world_->directory.ListDebtors(tenant_, {}, 1), IsOk());
  EXPECT_EQ(world_->pool.gauges().open, 1);
  EXPECT_EQ(Backends(), 1);
}

TEST_F(SessionPools, TryASessionThatRestedLong) {
  PoolSettings settings = database_->PoolOf();
  settings.idle_check = absl::ZeroDuration();
  SessionPool pool(settings);
  EXPECT_THAT(pool.Acquire(tenant_), IsOk());
  database_->EndSessions("true");
  const auto lease = pool.Acquire(tenant_);
  ASSERT_THAT(lease, IsOk());
  EXPECT_TRUE(lease->is_fresh());
}

TEST_F(SessionPools, ReplaceASessionThatIsOld) {
  PoolSettings settings = database_->PoolOf();
  settings.most_age = absl::ZeroDuration();
  SessionPool pool(settings);
  for (int turn = 0; turn < 3; ++turn) EXPECT_THAT(pool.Acquire(tenant_), IsOk());
  EXPECT_EQ(pool.gauges().opened, 3);
  EXPECT_EQ(pool.gauges().open, 0);
}

TEST_F(SessionPools, LeaveNoTransactionBehind) {
  Connect(database_->PoolOf(1));
  {
    const auto lease = world_->pool.Acquire(tenant_);
    ASSERT_THAT(lease, IsOk());
    constexpr Query kBegin{"begin", 0};
    ASSERT_THAT((*lease)->Select(kBegin, {}, [](RowReader&) { return absl::OkStatus(); }), IsOk());
  }
  EXPECT_EQ(sql().Value("select count(*) from pg_stat_activity where usename = 'parley_app' "
                        "and datname = current_database() and state <> 'idle'"),
            "0");
  EXPECT_EQ(world_->pool.gauges().open, 1);
}

TEST_F(SessionPools, AreUnavailableWithoutADatabaseAndRecover) {
  PoolSettings settings = database_->PoolOf(2);
  settings.connection.address += " port=1";
  SessionPool dead(settings);
  for (int turn = 0; turn < 5; ++turn) {
    EXPECT_THAT(dead.Acquire(tenant_), IsRefused(Reason::kStoreUnavailable));
  }
  EXPECT_EQ(dead.gauges().open, 0);

  database_->server().Run("alter database " + database_->name() + " allow_connections false");
  for (int turn = 0; turn < 5; ++turn) {
    EXPECT_THAT(world_->pool.Acquire(tenant_), IsRefused(Reason::kStoreUnavailable));
  }
  database_->server().Run("alter database " + database_->name() + " allow_connections true");
  EXPECT_THAT(world_->pool.Acquire(tenant_), IsOk());
}

TEST_F(SessionPools, RefuseAnAddressThatMeansNothing) {
  PoolSettings settings;
  settings.connection.address = "host='unfinished password=Secret";
  SessionPool pool(settings);
  const auto lease = pool.Acquire(tenant_);
  EXPECT_THAT(lease, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(lease.status().ToString().find("Secret"), std::string::npos);
}

TEST_F(SessionPools, ReadTheSameWhateverTheAddressAndTheDatabaseSay) {
  Debtor debtor = ADebtor(1).With(&Debtor::external_refs, std::vector<std::string>{"Ü-1"});
  sql().Run("alter database " + database_->name() + " set bytea_output = 'escape'");
  sql().Run("alter database " + database_->name() + " set datestyle = 'German'");
  PoolSettings settings = database_->PoolOf();
  settings.connection.address += " client_encoding=LATIN1";
  Connect(settings);
  ASSERT_THAT(world_->store.Run(tenant_, std::array{debtor.id},
                                [&](UnitOfWork& unit) {
                                  unit.debtors().Add(debtor);
                                  return absl::OkStatus();
                                }),
              IsOk());
  EXPECT_EQ(sql().Value("select external_ref from debtor_references"), "Ü-1");
  EXPECT_THAT(world_->directory.GetDebtor(tenant_, debtor.id), IsOkAnd(debtor));
}

TEST_F(SessionPools, AreSharedByManyThreadsWhileSessionsDie) {
  ASSERT_THAT(Add(1), IsOk());
  std::atomic<bool> done{false};
  std::thread killer([&] {
    while (!done) {
      database_->EndSessions("random() < 0.3");
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  });
  std::atomic<int> found{0};
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 8; ++reader) {
    readers.emplace_back([&] {
      for (int turn = 0; turn < 100; ++turn) {
        const auto debtor = world_->directory.GetDebtor(tenant_, NumberedId<DebtorId>(1));
        // A session may die twice under the same reader; it is never taken for an absence.
        if (debtor.ok()) {
          ++found;
        } else {
          EXPECT_THAT(debtor, IsRefused(Reason::kStoreUnavailable));
        }
      }
    });
  }
  for (std::thread& reader : readers) reader.join();
  done = true;
  killer.join();
  EXPECT_GE(found, 700);
  EXPECT_EQ(world_->pool.gauges().leased, 0);
  EXPECT_LE(world_->pool.gauges().open, 4);
}

}  // namespace
}  // namespace parley::postgres
