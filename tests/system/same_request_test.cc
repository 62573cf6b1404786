// SPDX-License-Identifier: Apache-2.0
// One request_id, many hands: one effect, and one answer for all.
#include <gmock/gmock.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "absl/time/clock.h"
#include "infra/cli/rpc/request_id.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

constexpr int kHands = 32;
constexpr const char* kPostEntries = "DebtService/PostEntries";

// Sends the same bytes from many threads at once, each until it is answered.
class ManyHands {
 public:
  ManyHands(const Deployment& deployment, const std::string& request) {
    for (int hand = 0; hand < kHands; ++hand) {
      threads_.emplace_back([this, &deployment, request] { Work(deployment, request); });
    }
  }

  std::size_t answered() const { return answered_; }

  // Every different answer that came.
  std::set<std::string> Answers() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    return answers_;
  }

 private:
  void Work(const Deployment& deployment, const std::string& request) {
    const absl::Time latest = absl::Now() + absl::Minutes(1);
    while (absl::Now() < latest) {
      // Anew at each try: while the server starts nobody knows its address.
      const Connection connection = deployment.Connect();
      const auto answer = connection.CallBytes(kPostEntries, request);
      if (answer.ok()) {
        const std::lock_guard lock(mutex_);
        answers_.insert(*answer);
        ++answered_;
        return;
      }
      absl::SleepFor(absl::Milliseconds(5));
    }
  }

  std::mutex mutex_;
  std::set<std::string> answers_;
  std::atomic<std::size_t> answered_{0};
  std::vector<std::thread> threads_;
};

class SameRequest : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
    placed_ = Place(deployment_->Connect(), "1");
  }

  std::int64_t Charges() const {
    return deployment_->database().Number("select count(*) from parley.entries where kind = 2");
  }

  std::optional<Deployment> deployment_;
  PlacedDebt placed_;
};

TEST_F(SameRequest, HasOneEffectWhoeverSendsItAlsoAfterARestart) {
  const std::string request = Posting(placed_.debt.name(), ACharge("A", 5)).SerializeAsString();
  ManyHands hands(*deployment_, request);
  const std::set<std::string> answers = hands.Answers();
  EXPECT_EQ(hands.answered(), kHands);
  EXPECT_EQ(answers.size(), 1);
  EXPECT_EQ(Charges(), 1);
  deployment_->Kill();
  deployment_->Start();
  const auto again = deployment_->Connect().CallBytes(kPostEntries, request);
  EXPECT_THAT(answers, testing::Contains(Must(again)));
  EXPECT_EQ(Charges(), 1);
}

TEST_F(SameRequest, HasOneEffectThroughAKilledServer) {
  for (int round = 1; round <= 3; ++round) {
    const std::string ref = "ROUND-" + std::to_string(round);
    const std::string request = Posting(placed_.debt.name(), ACharge(ref, 5)).SerializeAsString();
    ManyHands hands(*deployment_, request);
    absl::SleepFor(absl::Milliseconds(3 * round));
    deployment_->Kill();
    deployment_->Start();
    EXPECT_EQ(hands.Answers().size(), 1);
    EXPECT_EQ(hands.answered(), kHands);
    EXPECT_EQ(Charges(), round);
  }
}

TEST_F(SameRequest, IsRefusedUnderAnotherBody) {
  const Connection connection = deployment_->Connect();
  v1::PostEntriesRequest request = Posting(placed_.debt.name(), ACharge("A", 5));
  Must(connection.Call<v1::PostEntriesResponse>(kPostEntries, request));
  request.mutable_entries(0)->mutable_amount()->set_minor_units(6);
  EXPECT_THAT(connection.Call<v1::PostEntriesResponse>(kPostEntries, request),
              IsRefusedAs("REQUEST_ID_REUSED"));
  EXPECT_EQ(Charges(), 1);
}

TEST_F(SameRequest, IsAnotherOfAnotherPrincipal) {
  v1::PostEntriesRequest request = Posting(placed_.debt.name(), ACharge("A", 5));
  Must(deployment_->Connect().Call<v1::PostEntriesResponse>(kPostEntries, request));
  request.mutable_entries(0)->set_external_ref("B");
  Must(deployment_->Connect({.principal = "somebody-else"})
           .Call<v1::PostEntriesResponse>(kPostEntries, request));
  EXPECT_EQ(Charges(), 2);
}

}  // namespace
}  // namespace parley::system_test
