// SPDX-License-Identifier: Apache-2.0
// How events go out, whatever the broker says.
#include "application/events/publish_events.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::SizeIs;

// Answers as it is told, and keeps what it stored.
class FakeBroker final : public EventPublisher {
 public:
  PublishOutcome Publish(TenantId, const ToldEvent& told) override {
    ++asked;
    const PublishOutcome outcome = answer(told);
    if (outcome == PublishOutcome::kStored) kept.push_back(told.event.id);
    return outcome;
  }

  int asked = 0;
  std::vector<EventId> kept;
  std::function<PublishOutcome(const ToldEvent&)> answer = [](const ToldEvent&) {
    return PublishOutcome::kStored;
  };
};

class Publishing : public testing::Test {
 protected:
  static constexpr int kTries = 3;

  Publishing() {
    for (const char* const ref : {"first", "second", "third"}) {
      world_.Place(world_.MakeDebtor(ref), ref, 10'000);
    }
    for (const ToldEvent& told : ValueOf(world_.event_feed.Read(world_.tenant, {}, 100))) {
      events_.push_back(told.event.id);
    }
  }

  PublishEvents Publisher(int page = 100) {
    return PublishEvents({world_.event_feed, world_.publications, broker_, world_.clock},
                         {.page = page, .tries = kTries, .turn = absl::Minutes(1)});
  }
  PublishedRound Round(PublishEvents& publishing) {
    return ValueOf(publishing.Round(world_.tenant, [] { return true; }));
  }
  std::vector<DeadLetter> Letters() {
    return ValueOf(world_.publications.ListDeadLetters(world_.tenant, {}, 100));
  }
  // The second of all events gets this answer.
  void Poison(PublishOutcome outcome) {
    broker_.answer = [this, outcome](const ToldEvent& told) {
      return told.event.id == events_[1] ? outcome : PublishOutcome::kStored;
    };
  }
  absl::Status Retry(EventId id) {
    return world_.app.settle_dead_letters
        .Retry(world_.ACall(), id, [](const DeadLetter&) { return "letter"; })
        .status();
  }
  absl::Status Drop(EventId id) {
    return world_.app.settle_dead_letters
        .Drop(world_.ACall(), id, [](const DeadLetter&) { return "letter"; })
        .status();
  }
  // All but the second.
  std::vector<EventId> TheOthers() const {
    std::vector<EventId> others = events_;
    others.erase(others.begin() + 1);
    return others;
  }

  World world_;
  FakeBroker broker_;
  std::vector<EventId> events_;
};

TEST_F(Publishing, TellsEachEventOnceInItsOrder) {
  ASSERT_THAT(events_, SizeIs(testing::Gt(2)));
  PublishEvents publishing = Publisher(/*page=*/2);
  while (Round(publishing).published > 0) {
  }
  EXPECT_EQ(broker_.kept, events_);
  PublishEvents another = Publisher();
  EXPECT_EQ(Round(another).published, 0);
  EXPECT_EQ(broker_.kept, events_);
}

TEST_F(Publishing, StopsBetweenTwoEventsAndGoesOnThere) {
  PublishEvents publishing = Publisher();
  EXPECT_EQ(ValueOf(publishing.Round(world_.tenant, [&] { return broker_.asked < 2; })).published,
            2);
  EXPECT_THAT(broker_.kept, SizeIs(2));
  Round(publishing);
  EXPECT_EQ(broker_.kept, events_);
}

TEST_F(Publishing, WaitsForABrokerThatIsAwayOrKeepsNothing) {
  PublishEvents publishing = Publisher();
  for (const PublishOutcome outcome :
       {PublishOutcome::kUnavailable, PublishOutcome::kNobodyKeeps}) {
    Poison(outcome);
    for (int round = 0; round <= kTries; ++round) {
      EXPECT_EQ(Round(publishing).stopped_by, outcome);
    }
    EXPECT_THAT(broker_.kept, ElementsAre(events_[0]));
    EXPECT_THAT(Letters(), IsEmpty());
  }
  Poison(PublishOutcome::kStored);
  EXPECT_THAT(Round(publishing).stopped_by, Eq(std::nullopt));
  EXPECT_EQ(broker_.kept, events_);
}

TEST_F(Publishing, PutsAsideWhatIsRefusedAgainAndAgain) {
  Poison(PublishOutcome::kRefused);
  PublishEvents publishing = Publisher();
  for (int round = 1; round < kTries; ++round) {
    EXPECT_EQ(Round(publishing).stopped_by, PublishOutcome::kRefused);
    EXPECT_THAT(Letters(), IsEmpty());
  }
  const PublishedRound last = Round(publishing);
  EXPECT_EQ(last.put_aside, 1);
  EXPECT_THAT(last.stopped_by, Eq(std::nullopt));
  EXPECT_EQ(broker_.kept, TheOthers());
  ASSERT_THAT(Letters(), SizeIs(1));
  EXPECT_EQ(Letters()[0].told.event.id, events_[1]);
  EXPECT_EQ(Letters()[0].cause, DeadLetterCause::kRefused);
  EXPECT_EQ(Letters()[0].tries, kTries);
}

TEST_F(Publishing, PutsAsideAtOnceWhatIsTooLarge) {
  Poison(PublishOutcome::kTooLarge);
  PublishEvents publishing = Publisher();
  EXPECT_EQ(Round(publishing).put_aside, 1);
  EXPECT_EQ(broker_.kept, TheOthers());
  ASSERT_THAT(Letters(), SizeIs(1));
  EXPECT_EQ(Letters()[0].cause, DeadLetterCause::kTooLarge);
  EXPECT_EQ(Letters()[0].tries, 1);
}

TEST_F(Publishing, TriesADeadLetterOnceMoreWhenItIsAsked) {
  Poison(PublishOutcome::kTooLarge);
  PublishEvents publishing = Publisher();
  Round(publishing);
  EXPECT_THAT(Retry(events_[1]), IsOk());
  EXPECT_EQ(Round(publishing).put_aside, 1);
  ASSERT_THAT(Letters(), SizeIs(1));
  EXPECT_EQ(Letters()[0].tries, 2);
  EXPECT_FALSE(Letters()[0].retry_asked);
  // Nobody asks any more.
  const int asked = broker_.asked;
  Round(publishing);
  EXPECT_EQ(broker_.asked, asked);

  Poison(PublishOutcome::kStored);
  EXPECT_THAT(Retry(events_[1]), IsOk());
  EXPECT_EQ(Round(publishing).published, 1);
  EXPECT_EQ(broker_.kept.back(), events_[1]);
  EXPECT_THAT(Letters(), IsEmpty());
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
}

TEST_F(Publishing, ForgetsADeadLetterThatIsDropped) {
  Poison(PublishOutcome::kTooLarge);
  PublishEvents publishing = Publisher();
  Round(publishing);
  EXPECT_THAT(Drop(events_[1]), IsOk());
  EXPECT_THAT(Letters(), IsEmpty());
  EXPECT_THAT(Drop(events_[1]), IsRefused(Reason::kDeadLetterNotFound));
  EXPECT_THAT(Retry(events_[1]), IsRefused(Reason::kDeadLetterNotFound));
  Poison(PublishOutcome::kStored);
  Round(publishing);
  EXPECT_EQ(broker_.kept, TheOthers());
}

TEST_F(Publishing, LeavesItToWhoeverHasTheTurn) {
  const auto token = ValueOf(world_.publications.Take(world_.tenant, {}, absl::Minutes(1)));
  ASSERT_TRUE(token.has_value());
  PublishEvents publishing = Publisher();
  Round(publishing);
  EXPECT_THAT(broker_.kept, IsEmpty());
  world_.clock.Advance(absl::Minutes(2));
  Round(publishing);
  EXPECT_EQ(broker_.kept, events_);
}

// What went out before the place was kept goes out again, in the same order: the broker knows it.
TEST_F(Publishing, TellsAgainWhatItTookTooLongFor) {
  PublishEvents slow = Publisher();
  PublishEvents quick = Publisher();
  broker_.answer = [&, met = false](const ToldEvent&) mutable {
    if (!met) {
      met = true;
      world_.clock.Advance(absl::Minutes(2));
      Round(quick);
    }
    return PublishOutcome::kStored;
  };
  EXPECT_EQ(Round(slow).published, 0);
  std::vector<EventId> twice = events_;
  twice.insert(twice.end(), events_.begin(), events_.end());
  EXPECT_THAT(broker_.kept, testing::UnorderedElementsAreArray(twice));
  Round(slow);
  EXPECT_THAT(broker_.kept, SizeIs(twice.size()));
}

}  // namespace
}  // namespace parley
