// SPDX-License-Identifier: Apache-2.0
// A server that is asked to stop finishes what it has begun, and begins nothing new.
#include <gmock/gmock.h>

#include <csignal>
#include <future>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/posting_clients.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::IsEmpty;

class Drain : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    placed_ = Place(deployment_->Connect(), "1");
  }

  // Begins a call that runs for as long as `lock_` is held, and gives whether it ended well.
  std::future<bool> BeginACallThatWaits() {
    lock_.emplace(deployment_->database().OwnerAddress());
    lock_->Run("begin; select * from parley.debtors for update");
    std::future<bool> call = std::async(std::launch::async, [this] {
      return deployment_->Connect()
          .Call<v1::PostEntriesResponse>("DebtService/PostEntries",
                                         Posting(placed_.debt.name(), ACharge("A", 5)))
          .ok();
    });
    const auto waits = [this] {
      return deployment_->database().Number(
                 "select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
                 "and datname = current_database()") > 0;
    };
    EXPECT_TRUE(Eventually(waits));
    return call;
  }

  std::optional<Deployment> deployment_;
  PlacedDebt placed_;
  std::optional<SqlConnection> lock_;
};

TEST_F(Drain, LetsACallThatRunsFinishAndRefusesNewOnes) {
  std::future<bool> call = BeginACallThatWaits();

  deployment_->server().Signal(SIGTERM);
  const Connection late = deployment_->Connect();
  ASSERT_TRUE(Eventually([&] { return !late.IsServing(); }));
  EXPECT_FALSE(
      late.Call<v1::Debt>("DebtService/GetDebt", Getting(placed_.debt.name()), absl::Seconds(1))
          .ok());
  EXPECT_TRUE(deployment_->server().IsRunning());

  lock_.reset();
  EXPECT_TRUE(call.get());
  EXPECT_EQ(deployment_->server().Wait(absl::Seconds(20)), kSuccess) << deployment_->Log();
  EXPECT_EQ(deployment_->database().Number("select count(*) from parley.entries where kind = 2"),
            1);
}

TEST_F(Drain, IsBrokenOffByASecondSignal) {
  std::future<bool> call = BeginACallThatWaits();
  const auto has_said = [this](const std::string& event) {
    return deployment_->Log().find(event) != std::string::npos;
  };
  deployment_->server().Signal(SIGTERM);
  ASSERT_TRUE(Eventually([&] { return has_said("draining"); }));
  EXPECT_TRUE(deployment_->server().IsRunning());

  deployment_->server().Signal(SIGTERM);
  EXPECT_EQ(deployment_->server().Wait(absl::Seconds(5)), Ending{.exit_code = 130});
  EXPECT_FALSE(call.get());
  EXPECT_FALSE(has_said("stopped"));
}

TEST_F(Drain, UnderLoadLosesNothingThatWasAcknowledged) {
  PostingClients clients(*deployment_, placed_, /*threads=*/8, /*seed=*/3);
  ASSERT_TRUE(Eventually([&] { return clients.history().acknowledged() >= 100; }));
  deployment_->server().Signal(SIGTERM);
  EXPECT_EQ(deployment_->server().Wait(absl::Seconds(20)), kSuccess) << deployment_->Log();
  deployment_->Start();
  EXPECT_THAT(clients.Findings(), IsEmpty());
}

TEST_F(Drain, WritesDownWhoReadPersonalDataBeforeItEnds) {
  const auto reads = [&] {
    return deployment_->database().Number(
        "select count(*) from parley.audit where action like '%GetDebtor'");
  };
  v1::GetDebtorRequest request;
  request.set_name(placed_.debtor.name());
  Must(deployment_->Connect().Call<v1::Debtor>("DebtorService/GetDebtor", request));
  deployment_->server().Signal(SIGTERM);
  EXPECT_EQ(deployment_->server().Wait(absl::Seconds(20)), kSuccess) << deployment_->Log();
  EXPECT_EQ(reads(), 1);
}

}  // namespace
}  // namespace parley::system_test
