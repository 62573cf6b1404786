// SPDX-License-Identifier: Apache-2.0
// What somebody can take next of the work that waits.
#include <atomic>
#include <cstddef>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;

constexpr Day kToday(2026, 3, 31);

class WorkOfferContract : public StoreContract {
 protected:
  static constexpr absl::Duration kOffer = absl::Seconds(15);

  WorkOffer Wish(absl::Time now = TestNow()) { return {"somebody", {}, {}, now, now + kOffer}; }
  // Adds an item at the revision that this transaction gives its debtor.
  WorkItem HaveWork(WorkItem item) {
    EXPECT_THAT(Record(item.debtor,
                       [&](UnitOfWork& unit) {
                         item.revision = unit.Head(item.debtor).revision + 1;
                         unit.work_items().Add(item);
                       }),
                IsOk());
    return item;
  }
  // The number of what is offered; 0 for nothing.
  int Offered(const WorkOffer& wish) {
    const auto item = ValueOf(world().work_list().Offer(kTenant, wish));
    return item.has_value() ? item->id.uuid().bytes().back() : 0;
  }
  std::vector<int> OfferedInTurn(const WorkOffer& wish) {
    std::vector<int> numbers;
    for (int number = Offered(wish); number != 0; number = Offered(wish)) {
      numbers.push_back(number);
    }
    return numbers;
  }
};
PARLEY_OVER_EVERY_STORE(WorkOfferContract);

TEST_P(WorkOfferContract, IsTheMostPressingByPriorityThenDayThenAge) {
  HaveParties();
  const auto urgent = WorkPriority::kUrgent;
  HaveWork(ATask(1));
  HaveWork(ATask(2).With(&WorkItem::due, kToday + 1));
  HaveWork(ATask(3).With(&WorkItem::due, kToday));
  HaveWork(ATask(4).With(&WorkItem::due, kToday));
  HaveWork(ATask(5).With(&WorkItem::priority, urgent));
  HaveWork(ATask(6).With(&WorkItem::priority, WorkPriority::kLow).With(&WorkItem::due, kToday));
  EXPECT_THAT(OfferedInTurn(Wish()), ElementsAre(5, 3, 4, 2, 1, 6));
}

TEST_P(WorkOfferContract, ComesBackEqualAndChangesNothing) {
  HaveParties();
  const WorkItem item =
      HaveWork(ATask(1).With(&WorkItem::language, "es").With(&WorkItem::skill, Skill::kDisputes));
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(world().work_list().Offer(kTenant, Wish()), IsOkAnd(Eq(std::optional(item))));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(world().work_list().ListWork(kTenant, {}, {}, 10), IsOkAnd(ElementsAre(item)));
}

TEST_P(WorkOfferContract, IsOneItemToOneUntilItLapses) {
  HaveParties();
  HaveWork(ATask(1));
  EXPECT_EQ(Offered(Wish()), 1);
  EXPECT_EQ(Offered(Wish()), 0);
  EXPECT_EQ(Offered(Wish(TestNow() + kOffer - absl::Microseconds(1))), 0);
  EXPECT_EQ(Offered(Wish(TestNow() + kOffer)), 1);
}

TEST_P(WorkOfferContract, IsOfWhatNobodyWorksAt) {
  HaveParties();
  HaveWork(
      ATask(1).With(&WorkItem::state, WorkState::kClaimed).With(&WorkItem::claimed_by, "second"));
  HaveWork(ATask(2).With(&WorkItem::state, WorkState::kDone).With(&WorkItem::ended_by, "second"));
  HaveWork(ATask(3));
  EXPECT_THAT(OfferedInTurn(Wish()), ElementsAre(3));
}

TEST_P(WorkOfferContract, PassesOverAnActOfWhoAsks) {
  HaveParties();
  HaveWork(AnApproval(1));
  HaveWork(ATask(2).With(&WorkItem::asked_by, "asker"));
  WorkOffer wish = Wish();
  wish.principal = "asker";
  EXPECT_THAT(OfferedInTurn(wish), ElementsAre(2));
  EXPECT_EQ(Offered(Wish()), 1);
}

TEST_P(WorkOfferContract, IsOfWhatSomebodyCanDo) {
  HaveParties();
  HaveWork(ATask(1).With(&WorkItem::skill, Skill::kDisputes));
  HaveWork(ATask(2).With(&WorkItem::skill, Skill::kPayments));
  HaveWork(ATask(3));
  HaveWork(ATask(4).With(&WorkItem::skill, Skill::kInsolvency));
  WorkOffer wish = Wish();
  wish.skills = {Skill::kPayments, Skill::kInsolvency};
  EXPECT_THAT(OfferedInTurn(wish), ElementsAre(2, 3, 4));
  wish.skills = {Skill::kPayments};
  EXPECT_EQ(Offered(wish), 0);
  EXPECT_EQ(Offered(Wish()), 1);
}

TEST_P(WorkOfferContract, IsOfWhatSomebodySpeaks) {
  HaveParties();
  HaveWork(ATask(1).With(&WorkItem::language, "es"));
  HaveWork(ATask(2).With(&WorkItem::language, "fr"));
  HaveWork(ATask(3));
  WorkOffer wish = Wish();
  wish.languages = {"fr", "de"};
  EXPECT_THAT(OfferedInTurn(wish), ElementsAre(2, 3));
  EXPECT_EQ(Offered(Wish()), 1);
}

TEST_P(WorkOfferContract, IsTheTenantsOwnWork) {
  HaveParties();
  HaveWork(ATask(1));
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(world().work_list().Offer(other, Wish()), IsOkAnd(Eq(std::nullopt)));
  EXPECT_EQ(Offered(Wish()), 1);
}

TEST_P(WorkOfferContract, GivesEachOfManyAnother) {
  HaveParties();
  constexpr int kPeople = 8;
  constexpr int kEach = 5;
  for (int number = 1; number <= kPeople * kEach; ++number) HaveWork(ATask(number));
  std::vector<std::vector<int>> taken(kPeople);
  Together(kPeople, [&](int person) {
    for (int turn = 0; turn < kEach; ++turn) {
      taken.at(static_cast<std::size_t>(person)).push_back(Offered(Wish()));
    }
  });
  std::set<int> all;
  for (const std::vector<int>& own : taken) all.insert(own.begin(), own.end());
  EXPECT_EQ(all.size(), static_cast<std::size_t>(kPeople * kEach));
  EXPECT_FALSE(all.contains(0));
  EXPECT_EQ(Offered(Wish()), 0);
}

TEST_P(WorkOfferContract, IsInNobodysWayWhoChangesTheItem) {
  HaveParties();
  WorkItem item = HaveWork(ATask(1));
  std::atomic<bool> done = false;
  std::thread offering([&] {
    // Each offer lapses at once.
    while (!done)
      EXPECT_THAT(world().work_list().Offer(kTenant, {"somebody", {}, {}, TestNow(), TestNow()}),
                  IsOk());
  });
  for (int change = 0; change < 200; ++change) {
    item.priority = change % 2 == 0 ? WorkPriority::kHigh : WorkPriority::kNormal;
    EXPECT_THAT(Record(item.debtor,
                       [&](UnitOfWork& unit) {
                         item.revision = unit.Head(item.debtor).revision + 1;
                         unit.work_items().Replace(item);
                       }),
                IsOk());
  }
  done = true;
  offering.join();
}

}  // namespace
}  // namespace parley
