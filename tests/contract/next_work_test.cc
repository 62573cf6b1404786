// SPDX-License-Identifier: Apache-2.0
// Many people who ask at once what to do next, over every store: no item goes to two of them.
#include <atomic>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "application/mutations.h"
#include "application/worklist/claim_next_work.h"
#include "application/worklist/claim_work.h"
#include "tests/contract/contract.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

constexpr int kPeople = 8;

class NextWorkContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    HaveParties();
    for (int number = 2; number <= 4; ++number) Have(ADebtor(number).Build());
    mutations_.emplace(world().store(), world().given_answers(), seal_, clock_, ids_);
  }

  // So many items, spread over four debtors.
  void HaveWork(int count) {
    for (int number = 1; number <= count; ++number) {
      const auto debtor = NumberedId<DebtorId>(static_cast<std::uint64_t>(1 + number % 4));
      EXPECT_THAT(Record(debtor,
                         [&](UnitOfWork& unit) {
                           unit.work_items().Add(
                               ATask(number)
                                   .With(&WorkItem::debtor, debtor)
                                   .With(&WorkItem::revision, unit.Head(debtor).revision + 1));
                         }),
                  IsOk());
    }
  }
  Call ACallBy(const std::string& principal) {
    Call call;
    call.tenant = kTenant;
    call.principal = principal;
    call.method = "a method";
    call.request_id = NumberedId<RequestId>(++requests_);
    return call;
  }
  // The name of what the call got: empty for nothing.
  std::string Next(const Call& call) {
    const ClaimNextWork next(*mutations_, world().work_list(), clock_);
    const auto name = [](const std::optional<WorkItem>& item) {
      return item.has_value() ? item->id.ToString() : std::string();
    };
    return ValueOf(next.Handle(call, {}, name)).bytes;
  }
  std::vector<WorkItem> Claimed() {
    return ValueOf(world().work_list().ListWork(kTenant, {.state = WorkState::kClaimed}, {}, 1000));
  }

  FakeAuditSeal seal_;
  FakeClock clock_;
  SequentialIds ids_;
  std::optional<Mutations> mutations_;
  std::atomic<std::uint64_t> requests_ = 0;
};
PARLEY_OVER_EVERY_STORE(NextWorkContract);

TEST_P(NextWorkContract, GoesToOnePersonEach) {
  constexpr int kItems = 30;
  HaveWork(kItems);
  std::vector<std::vector<std::string>> taken(kPeople);
  Together(kPeople, [&](int person) {
    std::vector<std::string>& own = taken.at(static_cast<std::size_t>(person));
    const std::string principal = "person-" + std::to_string(person);
    for (std::string name = Next(ACallBy(principal)); !name.empty();
         name = Next(ACallBy(principal))) {
      own.push_back(name);
    }
  });
  std::set<std::string> all;
  std::size_t count = 0;
  for (const std::vector<std::string>& own : taken) {
    all.insert(own.begin(), own.end());
    count += own.size();
  }
  EXPECT_EQ(count, static_cast<std::size_t>(kItems));
  EXPECT_EQ(all.size(), count);
  EXPECT_EQ(Claimed().size(), count);
}

TEST_P(NextWorkContract, GoesToOnePersonBesideThoseWhoNameAnItem) {
  constexpr int kItems = 12;
  HaveWork(kItems);
  std::atomic<int> wins = 0;
  Together(kPeople, [&](int person) {
    const std::string principal = "person-" + std::to_string(person);
    const ClaimWork claim(*mutations_);
    for (int number = kItems; number >= 1; --number) {
      if (person % 2 == 0) {
        if (!Next(ACallBy(principal)).empty()) ++wins;
        continue;
      }
      const WorkTarget target{NumberedId<DebtorId>(static_cast<std::uint64_t>(1 + number % 4)),
                              NumberedId<WorkItemId>(static_cast<std::uint64_t>(number)),
                              {}};
      const auto encode = [](const WorkItem&) { return std::string(); };
      if (claim.Handle(ACallBy(principal), target, encode).ok()) ++wins;
    }
  });
  EXPECT_EQ(wins, kItems);
  EXPECT_EQ(Claimed().size(), static_cast<std::size_t>(kItems));
}

TEST_P(NextWorkContract, IsOneItemForOneRequest) {
  HaveWork(2);
  const Call call = ACallBy("somebody");
  const std::string first = Next(call);
  EXPECT_NE(first, "");
  EXPECT_EQ(Next(call), first);
  EXPECT_EQ(Claimed().size(), 1U);
}

TEST_P(NextWorkContract, AnswersAgainThatNothingWasLeft) {
  const Call call = ACallBy("somebody");
  EXPECT_EQ(Next(call), "");
  HaveWork(1);
  EXPECT_EQ(Next(call), "");
  clock_.Advance(absl::Minutes(1));  // The repetition was offered the item, and did not take it.
  EXPECT_NE(Next(ACallBy("somebody")), "");
}

}  // namespace
}  // namespace parley
