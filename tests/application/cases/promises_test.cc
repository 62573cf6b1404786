// SPDX-License-Identifier: Apache-2.0
// What a person promises to pay, and that nobody reminds them meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PromisesTest : public ::testing::Test {
 protected:
  template <typename Result, typename Act>
  absl::StatusOr<Result> Run(const Act& act) {
    Kept<Result> kept;
    const absl::StatusOr<Answer> answer = act(world_.ACall(), kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<Promise> Make(const Promise& promise) {
    return Run<Promise>([&](const Call& call, auto& kept) {
      return world_.app.promises.Handle(call, debtor_.id, promise, kept);
    });
  }

  Promise APromise(std::int64_t amount = 4'000, int days = 3) const {
    Promise promise;
    promise.debt = debt_.id;
    promise.amount = Money(amount, debt_.currency);
    promise.due = today_ + days;
    promise.channel = Channel::kEmail;
    return promise;
  }

  DebtorRecord Record() { return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id)); }
  std::int64_t Owed() { return *Outstanding(world_.Reload(debt_).position); }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }

  World world_;
  Debtor debtor_ = world_.MakeDebtor("D-1");
  Debt debt_ = world_.PlaceBearing(debtor_, "L-1", 36'500);
  Day today_ = Day(absl::ToCivilDay(world_.clock.Now(), absl::UTCTimeZone()));
};

TEST_F(PromisesTest, APromiseIsTakenDownAndToldWithWhoTookIt) {
  const Promise made = ValueOf(Make(APromise()));
  EXPECT_EQ(made.state, PromiseState::kPending);
  EXPECT_EQ(made.taker, "tester");
  EXPECT_THAT(Record().promises, ElementsAre(made));
  EXPECT_EQ(Told().back(), EventType::kPromiseMade);
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
}

TEST_F(PromisesTest, ALaterPromiseTakesThePlaceOfThePendingOne) {
  const Promise first = ValueOf(Make(APromise()));
  const Promise second = ValueOf(Make(APromise(2'000, 10)));
  const std::vector<Promise> kept = Record().promises;
  ASSERT_THAT(kept, SizeIs(2));
  EXPECT_EQ(kept[0].id, first.id);
  EXPECT_EQ(kept[0].state, PromiseState::kReplaced);
  EXPECT_EQ(kept[1], second);
  EXPECT_THAT(Told(), Contains(EventType::kPromiseReplaced));
}

TEST_F(PromisesTest, APromiseIsOfNoMoreThanIsOwedOnADebtThatIsKnown) {
  EXPECT_THAT(Make(APromise(Owed() + 1)), IsRefused(Reason::kPromiseAboveBalance));
  Promise unknown = APromise();
  unknown.debt = NumberedId<DebtId>(99);
  EXPECT_THAT(Make(unknown), IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(Make(APromise(4'000, -1)), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(Record().promises, IsEmpty());
}

TEST_F(PromisesTest, APromiseIsCancelledOnce) {
  const Promise made = ValueOf(Make(APromise()));
  const auto cancel = [&](std::optional<std::int64_t> etag) {
    const RecordPromise::Cancel command{{debtor_.id, made.id, etag}, Secret("ill")};
    return Run<Promise>([&](const Call& call, auto& kept) {
      return world_.app.promises.Handle(call, command, kept);
    });
  };
  EXPECT_THAT(cancel(made.revision - 1), IsRefused(Reason::kEtagStale));
  EXPECT_EQ(ValueOf(cancel(made.revision)).state, PromiseState::kCancelled);
  EXPECT_THAT(cancel({}), IsRefused(Reason::kPromiseNotPending));
  EXPECT_EQ(Told().back(), EventType::kPromiseCancelled);
}

}  // namespace
}  // namespace parley
