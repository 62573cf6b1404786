// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/work_item.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/common/violations.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;

const absl::Time kLater = TestNow() + absl::Hours(1);

Ending By(const std::string& principal, std::string_view outcome = "") {
  return {principal, Secret(outcome), kLater};
}

// Items that are to do no more, an approved, a rejected and a completed one.
std::vector<WorkItem> EndedItems() {
  return {*GrantAct(AnApproval(), By("second")), *DenyAct(AnApproval(), By("second", "too much")),
          *FinishWork(ATask(), By("second"))};
}

WorkItem Claimed(const WorkItem& item, const std::string& principal) {
  return *TakeWork(item, principal, kLater);
}

TEST(TakeWork, GivesAnItemToOnePrincipal) {
  const auto taken = TakeWork(AnApproval(), "second", kLater);
  ASSERT_THAT(taken, IsOk());
  EXPECT_EQ(taken->state, WorkState::kClaimed);
  EXPECT_EQ(taken->claimed_by, "second");
  EXPECT_EQ(taken->updated_time, kLater);
  EXPECT_THAT(TakeWork(*taken, "third", kLater), IsRefused(Reason::kWorkClaimedByAnother));
}

TEST(TakeWork, OfOnesOwnChangesNothing) {
  const WorkItem taken = Claimed(AnApproval(), "second");
  EXPECT_THAT(TakeWork(taken, "second", kLater + absl::Hours(1)), IsOkAnd(Eq(taken)));
}

TEST(TakeWork, IsNotForWhoAskedForAnAct) {
  EXPECT_THAT(TakeWork(AnApproval(), "asker", kLater), IsRefused(Reason::kApprovalByAsker));
  const WorkItem task = ATask().With(&WorkItem::asked_by, "asker");
  EXPECT_THAT(TakeWork(task, "asker", kLater), IsOk());
}

TEST(GiveBackWork, OpensAnItemAgain) {
  const auto given_back = GiveBackWork(Claimed(AnApproval(), "second"), kLater);
  ASSERT_THAT(given_back, IsOk());
  EXPECT_EQ(given_back->state, WorkState::kOpen);
  EXPECT_EQ(given_back->claimed_by, "");
  EXPECT_THAT(GiveBackWork(*given_back, kLater), IsRefused(Reason::kWorkNotClaimed));
}

TEST(FinishWork, EndsAnItemWithoutAnAct) {
  const auto done = FinishWork(Claimed(ATask(), "second"), By("second", "called them"));
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->state, WorkState::kDone);
  EXPECT_EQ(done->ended_by, "second");
  EXPECT_EQ(done->outcome, Secret("called them"));
  EXPECT_THAT(FinishWork(ATask(), By("second")), IsOk());
}

TEST(FinishWork, LeavesNobodyWaitingForACall) {
  WorkItem call = ATask();
  call.kind = WorkKind::kCallback;
  EXPECT_THAT(FinishWork(call, By("second")), IsRefused(Reason::kWorkNeedsDecision));
}

TEST(FinishWork, DecidesNoAct) {
  EXPECT_THAT(FinishWork(AnApproval(), By("second")), IsRefused(Reason::kWorkNeedsDecision));
}

TEST(GrantAct, NeedsAnotherThanWhoAsked) {
  EXPECT_THAT(GrantAct(AnApproval(), By("asker")), IsRefused(Reason::kApprovalByAsker));
  const auto granted = GrantAct(AnApproval(), By("second"));
  ASSERT_THAT(granted, IsOk());
  EXPECT_EQ(granted->state, WorkState::kApproved);
  EXPECT_EQ(granted->ended_by, "second");
  EXPECT_EQ(granted->asked_by, "asker");
}

TEST(GrantAct, NeedsAnAct) {
  EXPECT_THAT(GrantAct(ATask(), By("second")), IsRefused(Reason::kWorkNotAnApproval));
  EXPECT_THAT(DenyAct(ATask(), By("second", "no")), IsRefused(Reason::kWorkNotAnApproval));
}

TEST(DenyAct, NeedsAReason) {
  const auto denied = DenyAct(AnApproval(), By("second"));
  EXPECT_THAT(ViolationsOf(denied.status()), ElementsAre(Violation{"reason", Fault::kRequired}));
  EXPECT_THAT(DenyAct(AnApproval(), By("second", "too much")), IsOk());
}

TEST(DenyAct, IsForWhoAskedAsWell) {
  const WorkItem claimed = Claimed(AnApproval(), "second");
  const auto withdrawn = DenyAct(claimed, By("asker", "asked by mistake"));
  ASSERT_THAT(withdrawn, IsOk());
  EXPECT_EQ(withdrawn->state, WorkState::kRejected);
  EXPECT_THAT(DenyAct(claimed, By("third", "no")), IsRefused(Reason::kWorkClaimedByAnother));
}

TEST(WorkItem, ThatIsClaimedIsEndedByWhoClaimedIt) {
  const WorkItem approval = Claimed(AnApproval(), "second");
  EXPECT_THAT(GrantAct(approval, By("third")), IsRefused(Reason::kWorkClaimedByAnother));
  EXPECT_THAT(GrantAct(approval, By("second")), IsOk());
  EXPECT_THAT(FinishWork(Claimed(ATask(), "second"), By("third")),
              IsRefused(Reason::kWorkClaimedByAnother));
}

TEST(WorkItem, EndsOnceAndForGood) {
  for (const WorkItem& ended : EndedItems()) {
    SCOPED_TRACE(NameOf(ended.state));
    const Reason decided =
        ended.act.has_value() ? Reason::kApprovalAlreadyDecided : Reason::kWorkNotAnApproval;
    EXPECT_THAT(TakeWork(ended, "third", kLater), IsRefused(Reason::kWorkAlreadyEnded));
    EXPECT_THAT(GiveBackWork(ended, kLater), IsRefused(Reason::kWorkAlreadyEnded));
    EXPECT_THAT(FinishWork(ended, By("third")), IsRefused(Reason::kWorkAlreadyEnded));
    EXPECT_THAT(GrantAct(ended, By("third")), IsRefused(decided));
    EXPECT_THAT(DenyAct(ended, By("third", "no")), IsRefused(decided));
  }
}

TEST(TakeBackWork, EndsWhatARuleAskedForWhoeverClaimedIt) {
  const std::string rule(kAskedByRule);
  const WorkItem small =
      AnApproval().With(&WorkItem::kind, WorkKind::kSmallBalance).With(&WorkItem::asked_by, rule);
  for (const WorkItem& item : {Claimed(ATask(), "second"), Claimed(small, "second"), small}) {
    const WorkItem taken_back = TakeBackWork(item, kLater);
    EXPECT_EQ(taken_back.state, item.act.has_value() ? WorkState::kRejected : WorkState::kDone);
    EXPECT_EQ(taken_back.ended_by, rule);
    EXPECT_THAT(RestoreWorkItem(taken_back), IsOkAnd(Eq(taken_back)));
  }
}

TEST(RestoreWorkItem, TakesEveryItemThatTheRulesMake) {
  std::vector<WorkItem> items = EndedItems();
  items.push_back(AnApproval());
  items.push_back(ATask().With(&WorkItem::debt, std::nullopt));
  items.push_back(Claimed(AnApproval(), "second"));
  items.push_back(*GrantAct(Claimed(AnApproval(), "second"), By("second")));
  items.back().entry = NumberedId<EntryId>(1);
  for (const WorkItem& item : items) {
    EXPECT_THAT(RestoreWorkItem(item), IsOkAnd(Eq(item))) << NameOf(item.state);
  }
}

TEST(RestoreWorkItem, RefusesWhatNoRuleMakes) {
  const WorkItem granted = *GrantAct(AnApproval(), By("second"));
  for (const WorkItem& broken :
       std::vector<WorkItem>{AnApproval().With(&WorkItem::id, WorkItemId()),
                             AnApproval().With(&WorkItem::debtor, DebtorId()),
                             AnApproval().With(&WorkItem::debt, DebtId()),
                             AnApproval().With(&WorkItem::debt, std::nullopt),
                             AnApproval().With(&WorkItem::asked_by, ""),
                             AnApproval().With(&WorkItem::act, std::nullopt),
                             AnApproval().With(&WorkItem::act, AWaiverAct(0)),
                             ATask().With(&WorkItem::act, AWaiverAct()),
                             AnApproval().With(&WorkItem::claimed_by, "second"),
                             AnApproval().With(&WorkItem::state, WorkState::kClaimed),
                             AnApproval().With(&WorkItem::ended_by, "second"),
                             AnApproval().With(&WorkItem::entry, NumberedId<EntryId>(1)),
                             Builder<WorkItem>(granted).With(&WorkItem::ended_by, ""),
                             Builder<WorkItem>(granted).With(&WorkItem::state, WorkState::kDone),
                             Builder<WorkItem>(granted).With(&WorkItem::act, std::nullopt)}) {
    EXPECT_THAT(RestoreWorkItem(broken), IsRefused(Reason::kRecordCorrupt));
  }
}

TEST(WorkItem, StatesKindsAndPrioritiesHaveNames) {
  for (const std::string_view name : {"OPEN", "CLAIMED", "DONE", "APPROVED", "REJECTED"}) {
    EXPECT_EQ(NameOf(*WorkStateNamed(name)), name);
  }
  for (const std::string_view name :
       {"APPROVAL", "SMALL_BALANCE", "CREDIT_HELD", "CONTACT_UNCLEAR", "MESSAGE_UNKNOWN",
        "MESSAGE_FAILED", "DISPUTE", "COMPLAINT", "CALLBACK", "CRISIS", "INBOUND_ANSWER",
        "INBOUND_UNMATCHED", "REVIEW"}) {
    EXPECT_EQ(NameOf(*WorkKindNamed(name)), name);
  }
  for (const std::string_view name : {"URGENT", "HIGH", "NORMAL", "LOW"}) {
    EXPECT_EQ(NameOf(*WorkPriorityNamed(name)), name);
  }
  EXPECT_EQ(WorkStateNamed("open"), std::nullopt);
}

TEST(LateWork, IsToldOnceAndPressesMore) {
  const absl::Time now = TestNow() + absl::Hours(1);
  WorkItem item = ATask();
  EXPECT_EQ(RunsOut(item), std::nullopt);  // Without a day.
  item.due = TestToday();
  EXPECT_EQ(RunsOut(item), TestToday());
  WorkItem late = WithBreach(item, now);
  EXPECT_EQ(RunsOut(late), std::nullopt);
  EXPECT_EQ(late.updated_time, now);
  EXPECT_EQ(late.due, TestToday());
  item.state = WorkState::kDone;
  EXPECT_EQ(RunsOut(item), std::nullopt);
}

TEST(LateWork, IsRaisedByOneStepUpToTheHighest) {
  WorkItem item = ATask().With(&WorkItem::priority, WorkPriority::kLow);
  for (const WorkPriority next :
       {WorkPriority::kNormal, WorkPriority::kHigh, WorkPriority::kUrgent, WorkPriority::kUrgent}) {
    item = Raised(item, TestNow());
    EXPECT_EQ(item.priority, next);
  }
}

}  // namespace
}  // namespace parley
