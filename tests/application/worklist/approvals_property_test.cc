// SPDX-License-Identifier: Apache-2.0
// Whatever a few people ask, claim, release, approve and reject, in any order and while money comes
// and goes: nobody approves what they asked for, nothing is done twice, and what was rejected never
// happens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

constexpr int kSequences = 60;
constexpr int kSteps = 60;

class Team {
 public:
  explicit Team(unsigned seed) : random_(seed) {}

  void Step() {
    switch (Below(9)) {
      case 0:
      case 1:
        return Ask();
      case 2:
        return Claim();
      case 3:
        return Release();
      case 4:
      case 5:
        return Decide(true);
      case 6:
        return Decide(false);
      case 7:
        return Pay();
      default:
        return Charge();
    }
  }

  void Check() {
    std::set<EntryId> done;
    for (const WorkItem& item : EveryItem()) {
      SCOPED_TRACE(item.id.ToString());
      const bool approved = item.state == WorkState::kApproved;
      EXPECT_EQ(approved, granted_.contains(item.id));
      const bool taken_back = item.ended_by == kAskedByRule && item.asked_by == kAskedByRule;
      EXPECT_EQ(item.state == WorkState::kRejected && !taken_back, denied_.contains(item.id));
      EXPECT_EQ(approved, !item.entry.IsNil());
      if (!approved) continue;
      EXPECT_NE(item.ended_by, item.asked_by);
      EXPECT_TRUE(done.insert(item.entry).second) << "one entry ended two items";
    }
    // Each waiver and write-off of the journal is the act of one approved item, as it was asked.
    std::set<EntryId> relief;
    std::int64_t given_up = 0;
    for (const Entry& entry : world_.Journal(debt_)) {
      if (entry.kind != EntryKind::kWaiver && entry.kind != EntryKind::kWriteOff) continue;
      relief.insert(entry.id);
      given_up += entry.amount;
    }
    EXPECT_EQ(relief, done);
    EXPECT_EQ(given_up, granted_amount_);
    EXPECT_THAT(world_.Findings(debt_), IsEmpty());
    EXPECT_THAT(world_.AuditFindings(), IsEmpty());
  }

 private:
  int Below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
  std::string Somebody() { return absl::StrCat("person-", Below(4)); }

  Call CallOf(const std::string& principal) {
    Call call = world_.ACall();
    call.principal = principal;
    return call;
  }

  std::vector<WorkItem> EveryItem() {
    std::vector<WorkItem> items;
    for (const WorkState state : {WorkState::kOpen, WorkState::kClaimed, WorkState::kDone,
                                  WorkState::kApproved, WorkState::kRejected}) {
      const auto found = world_.work_list.ListWork(world_.tenant, {.state = state}, {}, 1000);
      items.insert(items.end(), found->begin(), found->end());
    }
    return items;
  }

  // An item of any state, ended ones too; none as long as there is none.
  std::optional<WorkItem> AnyItem() {
    const std::vector<WorkItem> items = EveryItem();
    if (items.empty()) return std::nullopt;
    return items.at(static_cast<std::size_t>(Below(static_cast<int>(items.size()))));
  }

  void Ask() {
    const std::int64_t amount = 1 + Below(40'000);
    world_.Ask(debt_, AnApproval()
                          .With(&WorkItem::act, AWaiverAct(amount))
                          .With(&WorkItem::asked_by, Somebody()));
  }

  void Claim() {
    if (const auto item = AnyItem()) {
      const std::string person = Somebody();
      Kept<WorkItem> kept;
      const bool claimed =
          world_.app.claim_work.Handle(CallOf(person), {item->debtor, item->id, {}}, kept).ok();
      EXPECT_TRUE(!claimed || person != item->asked_by);
    }
  }

  void Release() {
    if (const auto item = AnyItem()) {
      Kept<WorkItem> kept;
      static_cast<void>(
          world_.app.release_work.Handle(CallOf(Somebody()), {item->debtor, item->id, {}}, kept));
    }
  }

  void Decide(bool yes) {
    const auto item = AnyItem();
    if (!item.has_value()) return;
    const std::string person = Somebody();
    const WorkTarget target{item->debtor, item->id, {}};
    const Call call = CallOf(person);
    Kept<WorkItem> kept;
    const auto run = [&] {
      return yes ? world_.app.approve.Handle(call, target, kept)
                 : world_.app.reject.Handle(call, {target, Secret("no")}, kept);
    };
    const bool done = run().ok();
    // Sent again as it was, it has no second effect.
    EXPECT_EQ(run().ok(), done);
    if (!done) return;
    EXPECT_TRUE(IsToDo(item->state)) << "an item ended twice";
    (yes ? granted_ : denied_).insert(item->id);
    if (!yes) return;
    EXPECT_NE(person, item->asked_by);
    granted_amount_ += item->act->amount->minor_units();
  }

  void Pay() {
    const std::string reference = absl::StrCat("P-", ++entries_);
    EXPECT_THAT(world_.Post(debt_, APayment(reference, 1 + Below(50'000))), IsOk());
  }

  void Charge() {
    const std::string reference = absl::StrCat("C-", ++entries_);
    EXPECT_THAT(world_.Post(debt_, ACharge(reference, 1 + Below(30'000))), IsOk());
  }

  std::mt19937 random_;
  World world_;
  Debt debt_ = world_.Place(world_.MakeDebtor("D-1"), "L-1", 100'000);
  std::set<WorkItemId> granted_;
  std::set<WorkItemId> denied_;
  std::int64_t granted_amount_ = 0;
  int entries_ = 0;
};

TEST(Approvals, AreDoneOnceByAnotherOrNeverWhateverATeamDoes) {
  for (unsigned seed = 1; seed <= kSequences; ++seed) {
    SCOPED_TRACE(seed);
    Team team(seed);
    for (int step = 0; step < kSteps; ++step) team.Step();
    team.Check();
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace parley
