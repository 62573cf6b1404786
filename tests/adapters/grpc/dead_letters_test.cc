// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "adapters/grpc/convert_event.h"
#include "parley/events/v1/event_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

class DeadLettersApi : public ::testing::Test {
 protected:
  // The events of two debts, all put aside.
  void SetUp() override {
    World& world = served_.world;
    for (const char* const ref : {"first", "second"}) {
      world.Place(world.MakeDebtor(ref), ref, 10'000);
    }
    told_ = ValueOf(world.event_feed.Read(world.tenant, {}, 100));
    PublishedTurn turn;
    turn.token = ValueOf(world.publications.Take(world.tenant, {}, absl::Minutes(1))).value_or(0);
    turn.position = told_.back().position;
    for (const ToldEvent& told : told_) {
      turn.put_aside.push_back({told, DeadLetterCause::kTooLarge, 1, world.clock.Now(), false});
    }
    ASSERT_THAT(world.publications.Complete(world.tenant, turn), IsOkAnd(true));
  }

  Reply Call(const std::string& method, const google::protobuf::Message& request) {
    return served_.CallRaw("/parley.events.v1.EventService/" + method, request.SerializeAsString());
  }

  std::vector<events::v1::DeadLetter> List(int page_size = 100) {
    events::v1::ListDeadLettersRequest request;
    request.set_page_size(page_size);
    std::vector<events::v1::DeadLetter> letters;
    do {
      const auto page = Call("ListDeadLetters", request).As<events::v1::ListDeadLettersResponse>();
      letters.insert(letters.end(), page.dead_letters().begin(), page.dead_letters().end());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return letters;
  }

  template <typename Request>
  Reply Settle(const std::string& method, const std::string& name) {
    Request request;
    request.set_name(name);
    request.set_request_id(RequestIdText(++requests_));
    return Call(method, request);
  }
  Reply Retry(const std::string& name) {
    return Settle<events::v1::RetryDeadLetterRequest>("RetryDeadLetter", name);
  }
  Reply Drop(const std::string& name) {
    return Settle<events::v1::DropDeadLetterRequest>("DropDeadLetter", name);
  }

  ServedWorld served_;
  std::vector<ToldEvent> told_;
  std::uint64_t requests_ = 100;
};

TEST_F(DeadLettersApi, AreListedWithTheirEvents) {
  const std::vector<events::v1::DeadLetter> letters = List(/*page_size=*/1);
  ASSERT_THAT(letters, SizeIs(told_.size()));
  const events::v1::DeadLetter& letter = letters.front();
  EXPECT_EQ(letter.name(), "deadLetters/" + letter.event().event_id());
  EXPECT_THAT(letter.event().type(), Not(IsEmpty()));
  EXPECT_EQ(letter.cause(), events::v1::DEAD_LETTER_CAUSE_TOO_LARGE);
  EXPECT_EQ(letter.tries(), 1);
  EXPECT_TRUE(letter.has_put_aside_time());
  EXPECT_FALSE(letter.retry_requested());
}

TEST_F(DeadLettersApi, AreTriedAgain) {
  const std::string name = List().front().name();
  const Reply reply = Retry(name);
  EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_TRUE(reply.As<events::v1::DeadLetter>().retry_requested());
  EXPECT_TRUE(List().front().retry_requested());
}

TEST_F(DeadLettersApi, AreDropped) {
  const std::string name = List().front().name();
  EXPECT_EQ(Drop(name).As<events::v1::DeadLetter>().name(), name);
  EXPECT_THAT(List(), SizeIs(told_.size() - 1));
  EXPECT_EQ(Drop(name).reason(), "DEAD_LETTER_NOT_FOUND");
  EXPECT_EQ(Retry(name).reason(), "DEAD_LETTER_NOT_FOUND");
}

TEST_F(DeadLettersApi, HaveNames) {
  EXPECT_THAT(Retry("letters/1").violations(), ElementsAre(Pair("name", "MALFORMED")));
  EXPECT_THAT(Drop("deadLetters/1").violations(), ElementsAre(Pair("name", "MALFORMED")));
}

TEST_F(DeadLettersApi, ArePublishedInTheWordsOfTheProto) {
  const std::string json = grpc_api::EventJson(told_.front());
  EXPECT_THAT(json, HasSubstr("\"event_id\":\"" + told_.front().event.id.ToString() + "\""));
  EXPECT_THAT(json, HasSubstr("\"occurred_time\":"));
  EXPECT_THAT(json, Not(HasSubstr("\n")));
}

}  // namespace
}  // namespace parley
