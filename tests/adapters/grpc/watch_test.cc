// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <grpcpp/client_context.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "parley/events/v1/event_service.grpc.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

GrpcServer::Options Quick() {
  GrpcServer::Options options;
  options.watch_pause = absl::Milliseconds(20);
  options.sign_of_life = absl::Milliseconds(50);
  return options;
}

// One caller who watches.
class Watcher {
 public:
  Watcher(ServedWorld& served, const events::v1::WatchRequest& request,
          const std::string& credentials = "token")
      : stub_(events::v1::EventService::NewStub(served.channel)) {
    context_.AddMetadata("authorization", "Bearer " + credentials);
    stream_ = stub_->Watch(&context_, request);
  }
  ~Watcher() {
    context_.TryCancel();
    if (!finished_) Finish();
  }
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // False at the end of the stream.
  bool Read(events::v1::WatchResponse& response) { return stream_->Read(&response); }

  // Reads until nothing more is there for now; the last token is kept.
  std::vector<events::v1::Event> ReadAll() {
    std::vector<events::v1::Event> all;
    events::v1::WatchResponse response;
    while (Read(response)) {
      token = response.resume_token();
      if (response.events().empty()) return all;
      all.insert(all.end(), response.events().begin(), response.events().end());
    }
    ADD_FAILURE() << "the stream ended";
    return all;
  }

  Reply Finish() {
    finished_ = true;
    return {stream_->Finish(), ""};
  }

  std::string token;

 private:
  grpc::ClientContext context_;
  std::unique_ptr<events::v1::EventService::Stub> stub_;
  std::unique_ptr<grpc::ClientReader<events::v1::WatchResponse>> stream_;
  bool finished_ = false;
};

std::vector<std::string> IdsOf(const std::vector<events::v1::Event>& events) {
  std::vector<std::string> ids;
  ids.reserve(events.size());
  for (const events::v1::Event& event : events) ids.push_back(event.event_id());
  return ids;
}

std::vector<std::string> TypesOf(const std::vector<events::v1::Event>& events) {
  std::vector<std::string> types;
  types.reserve(events.size());
  for (const events::v1::Event& event : events) types.push_back(event.type());
  return types;
}

class Watch : public ::testing::Test {
 protected:
  Debt PlaceOne(const std::string& ref) {
    return served_.world.Place(served_.world.MakeDebtor("P-" + ref), ref, 10'000);
  }

  // What a caller is answered who is refused.
  Reply Refused(const events::v1::WatchRequest& request, const std::string& token = "token") {
    Watcher watcher(served_, request, token);
    events::v1::WatchResponse response;
    EXPECT_FALSE(watcher.Read(response));
    return watcher.Finish();
  }

  ServedWorld served_{Quick()};
};

TEST_F(Watch, TellsWhatHappenedWithTheNamesOfWhatItIsAbout) {
  const Debt debt = PlaceOne("loan-1");
  Watcher watcher(served_, {});
  const std::vector<events::v1::Event> all = watcher.ReadAll();
  ASSERT_THAT(all, Not(IsEmpty()));
  const events::v1::Event& first = all.front();
  EXPECT_EQ(first.type(), "debt.received");
  EXPECT_EQ(first.debtor(), NameOfDebtor(debt.debtor));
  EXPECT_EQ(first.debt(), NameOfDebt(debt));
  EXPECT_EQ(first.amount().minor_units(), 10'000);
  EXPECT_EQ(first.amount().currency_code(), "EUR");
  EXPECT_NE(first.status(), v1::DEBT_STATUS_UNSPECIFIED);
  EXPECT_TRUE(first.has_occurred_time());
  EXPECT_GT(first.revision(), 0);
}

TEST_F(Watch, TellsWhatHappensWhileItRuns) {
  Watcher watcher(served_, {});
  EXPECT_THAT(watcher.ReadAll(), IsEmpty());
  PlaceOne("loan-1");
  events::v1::WatchResponse response;
  do {
    ASSERT_TRUE(watcher.Read(response));
  } while (response.events().empty());
  EXPECT_EQ(response.events(0).type(), "debt.received");
}

TEST_F(Watch, GoesOnAfterACutWithoutLossAndWithoutDoubles) {
  for (int number = 0; number < 250; ++number) PlaceOne(absl::StrCat("loan-", number));
  Watcher whole(served_, {});
  const std::vector<std::string> all = IdsOf(whole.ReadAll());
  ASSERT_THAT(all, SizeIs(testing::Ge(250)));

  std::vector<std::string> pieces;
  events::v1::WatchRequest request;
  for (bool more = true; more;) {
    // It is cut off after each message.
    Watcher watcher(served_, request);
    events::v1::WatchResponse response;
    ASSERT_TRUE(watcher.Read(response));
    request.set_resume_token(response.resume_token());
    for (const auto& event : response.events()) pieces.push_back(event.event_id());
    more = !response.events().empty();
  }
  EXPECT_EQ(pieces, all);
}

TEST_F(Watch, SelectsByDebtorAndType) {
  const Debt one = PlaceOne("loan-1");
  PlaceOne("loan-2");
  events::v1::WatchRequest request;
  request.set_debtor(NameOfDebtor(one.debtor));
  request.add_types("debt.received");
  Watcher watcher(served_, request);
  const std::vector<events::v1::Event> all = watcher.ReadAll();
  EXPECT_THAT(TypesOf(all), ElementsAre("debt.received"));
  EXPECT_EQ(all.front().debt(), NameOfDebt(one));

  // The token is past what was not selected.
  events::v1::WatchRequest on;
  on.set_resume_token(watcher.token);
  Watcher next(served_, on);
  EXPECT_THAT(next.ReadAll(), IsEmpty());
}

TEST_F(Watch, RefusesWhatItDoesNotUnderstand) {
  events::v1::WatchRequest request;
  request.set_debtor("debtors/nobody");
  request.add_types("debt.received");
  request.add_types("debt.forgiven");
  EXPECT_THAT(Refused(request).violations(),
              testing::UnorderedElementsAre(Pair("debtor", "MALFORMED"),
                                            Pair("types[1]", "UNKNOWN_VALUE")));
}

TEST_F(Watch, RefusesATokenOfNoUse) {
  PlaceOne("loan-1");
  events::v1::WatchRequest request;
  request.set_resume_token("made up");
  EXPECT_EQ(Refused(request).reason(), "PAGE_TOKEN_INVALID");

  Watcher mine(served_, {});
  mine.ReadAll();
  served_.GiveToken("other", "parley.event.read");
  request.set_resume_token(mine.token);
  EXPECT_EQ(Refused(request, "other").reason(), "PAGE_TOKEN_INVALID");
}

TEST_F(Watch, AsksForItsScopeAndForATokenOfNoOneDebtor) {
  const Debt debt = PlaceOne("loan-1");
  served_.GiveToken("reader", "parley.debt.read");
  served_.GiveToken("debtor", "parley.event.read", debt.debtor);
  EXPECT_EQ(Refused({}, "reader").reason(), "ACCESS_DENIED");
  EXPECT_EQ(Refused({}, "debtor").reason(), "ACCESS_DENIED");
  EXPECT_EQ(Refused({}, "nobody").reason(), "CREDENTIALS_INVALID");
}

TEST_F(Watch, TellsATenantNothingOfAnother) {
  PlaceOne("loan-1");
  const auto other = NumberedId<TenantId>(2);
  served_.world.database.CreateTenant(other);
  served_.authenticator.GiveOut("stranger",
                                {.tenant = other,
                                 .principal = "stranger",
                                 .scopes = {"parley.event.read"},
                                 .expires = served_.world.clock.Now() + absl::Hours(1)});
  Watcher stranger(served_, {}, "stranger");
  EXPECT_THAT(stranger.ReadAll(), IsEmpty());
}

TEST_F(Watch, EndsWhenItsTokenHasRunOut) {
  Watcher watcher(served_, {});
  watcher.ReadAll();
  served_.authenticator.TakeBack("token");
  served_.server.ForgetCallers();
  events::v1::WatchResponse response;
  while (watcher.Read(response)) {
  }
  EXPECT_EQ(watcher.Finish().reason(), "CREDENTIALS_INVALID");
}

TEST_F(Watch, EndsWithOkWhenTheServerGoesDown) {
  Watcher watcher(served_, {});
  watcher.ReadAll();
  // Else it would have to be cancelled after this time.
  served_.server.Drain(absl::Minutes(10));
  events::v1::WatchResponse response;
  while (watcher.Read(response)) {
  }
  EXPECT_TRUE(watcher.Finish().status.ok());
}

TEST(Watches, AreNotMoreThanAllowed) {
  GrpcServer::Options options = Quick();
  options.most_watches = 1;
  ServedWorld served(options);
  Watcher first(served, {});
  first.ReadAll();
  Watcher second(served, {});
  events::v1::WatchResponse response;
  EXPECT_FALSE(second.Read(response));
  EXPECT_EQ(second.Finish().reason(), "QUOTA_EXCEEDED");
}

TEST(Watches, CutOffWhoDoesNotRead) {
  GrpcServer::Options options = Quick();
  options.longest_idle = absl::ZeroDuration();
  ServedWorld served(options);
  // More than what lies in the buffers between a server and a caller.
  for (int number = 0; number < 1'500; ++number) {
    served.world.Place(served.world.MakeDebtor(absl::StrCat("P-", number)),
                       absl::StrCat("loan-", number), 10'000);
  }
  Watcher slow(served, {});
  events::v1::WatchResponse response;
  ASSERT_TRUE(slow.Read(response));
  // Until the stream is over, which its end tells the observer.
  while (served.observer.finished().empty()) {
    served.server.EndIdleStreams();
    absl::SleepFor(absl::Milliseconds(1));
  }
  while (slow.Read(response)) {
  }
  EXPECT_EQ(slow.Finish().status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
}

}  // namespace
}  // namespace parley
