// SPDX-License-Identifier: Apache-2.0
// A server that publishes to a real broker: whatever ends in between, each event is there once.
#include <gmock/gmock.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/messaging/nats_server.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Publish : public testing::Test {
 protected:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    broker_.emplace();
    broker_->KeepEvents();
    deployment_.emplace(
        StoreKind::kPostgres,
        Deployment::Options{.cluster = {},
                            .flags = {"--roles", "api,publish", "--nats-url", broker_->url()},
                            .started = true});
    placed_ = Place(deployment_->Connect(), "1");
  }

  // Each is an event.
  void PostCharges(int count) {
    const Connection connection = deployment_->Connect();
    for (int number = 0; number < count; ++number) {
      const v1::NewEntry charge = ACharge(absl::StrCat("A", ++charges_), 5);
      Must(connection.Call<v1::PostEntriesResponse>("DebtService/PostEntries",
                                                    Posting(placed_.debt.name(), charge)));
    }
  }

  // The ids of all events, in the order of the feed.
  std::vector<std::string> Told() const {
    std::vector<std::string> ids;
    for (const auto& row : deployment_->database().Query(
             "select event_id from parley.outbox order by xid, debtor_id, revision, sequence")) {
      ids.push_back(row.at(0));
    }
    return ids;
  }
  std::vector<std::string> Kept() const {
    std::vector<std::string> ids;
    for (const StreamMessage& message : broker_->Kept()) ids.push_back(message.id);
    return ids;
  }
  // Waits until the broker keeps so many.
  bool Keeps(std::size_t count) const {
    return Eventually([&] { return Kept().size() >= count; }, absl::Minutes(2));
  }
  std::string Call(const std::string& method, const std::string& json) const {
    const Outcome outcome = deployment_->RunCli({"--output", "json", "call", method, json});
    EXPECT_EQ(outcome.ending, kSuccess) << method << ": " << outcome.err;
    return outcome.out;
  }

  std::optional<NatsServer> broker_;
  std::optional<Deployment> deployment_;
  PlacedDebt placed_;
  int charges_ = 0;
};

TEST_F(Publish, TellsTheBrokerEachEventInTheWordsOfTheProto) {
  PostCharges(20);
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  EXPECT_EQ(Kept(), Told());
  const StreamMessage last = broker_->Kept().back();
  EXPECT_THAT(last.subject, HasSubstr(absl::StrCat("parley.events.", kTenant, ".")));
  EXPECT_THAT(last.body, HasSubstr(absl::StrCat("\"debt\":\"", placed_.debt.name(), "\"")));
}

TEST_F(Publish, DoublesAndLosesNothingWhenItIsKilled) {
  for (int life = 0; life < 2; ++life) {
    const std::size_t before = Kept().size();
    PostCharges(60);
    EXPECT_TRUE(Keeps(before + 10)) << deployment_->Log();
    deployment_->Kill();
    deployment_->Start();
  }
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  EXPECT_EQ(Kept(), Told());
}

// What was published before the place was kept is published again.
TEST_F(Publish, DoublesNothingThatItPublishesAgain) {
  PostCharges(20);
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  deployment_->Stop();
  deployment_->database().Query(
      "update parley.publications set xid = '0', "
      "debtor_id = '00000000-0000-0000-0000-000000000000', revision = 0, sequence = 0, "
      "turn_until = now()");
  deployment_->Start();
  EXPECT_TRUE(Eventually([&] {
    return deployment_->database().Number(
               "select count(*) from parley.publications p where (p.xid, p.debtor_id, p.revision, "
               "p.sequence) = (select o.xid, o.debtor_id, o.revision, o.sequence from "
               "parley.outbox o order by 1 desc, 2 desc, 3 desc, 4 desc limit 1)") == 1;
  }));
  EXPECT_EQ(Kept(), Told());
}

TEST_F(Publish, LosesNothingWhileTheBrokerIsAway) {
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  broker_->Stop();
  PostCharges(20);
  EXPECT_TRUE(Eventually(
      [&] { return deployment_->Log().find("\"publishing_waits\"") != std::string::npos; }));
  broker_->Start();
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  EXPECT_EQ(Kept(), Told());
}

TEST_F(Publish, PutsAsideWhatTheBrokerNeverTakesAndTellsTheRest) {
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  std::size_t largest = 0;
  for (const StreamMessage& message : broker_->Kept()) {
    largest = std::max(largest, message.body.size());
  }
  // An entry's event names the entry too, and is larger than any yet.
  broker_->KeepEvents(static_cast<int>(largest) + 100);
  PostCharges(1);
  const std::string poisoned = Told().back();
  Place(deployment_->Connect(), "2");
  ASSERT_TRUE(Keeps(Told().size() - 1)) << deployment_->Log();
  EXPECT_THAT(Kept(), Not(testing::Contains(poisoned)));
  const auto listed = [&] { return Call("EventService.ListDeadLetters", "{}"); };
  EXPECT_TRUE(Eventually([&] { return listed().find(poisoned) != std::string::npos; }));
  EXPECT_THAT(listed(), HasSubstr("DEAD_LETTER_CAUSE_TOO_LARGE"));

  broker_->KeepEvents();
  Call("EventService.RetryDeadLetter", absl::StrCat(R"({"name": "deadLetters/)", poisoned, "\"}"));
  ASSERT_TRUE(Keeps(Told().size())) << deployment_->Log();
  EXPECT_EQ(Kept().back(), poisoned);
  EXPECT_TRUE(Eventually([&] { return listed().find(poisoned) == std::string::npos; }));
}

TEST(PublishRole, PublishesNothingUnlessItIsTold) {
  NatsServer broker;
  broker.KeepEvents();
  Deployment deployment(StoreKind::kMemory,
                        {.cluster = {}, .flags = {"--nats-url", broker.url()}, .started = true});
  Place(deployment.Connect(), "1");
  deployment.Stop();
  EXPECT_THAT(deployment.Log(), HasSubstr("\"publishes\":false"));
  EXPECT_THAT(broker.Kept(), IsEmpty());
}

}  // namespace
}  // namespace parley::system_test
