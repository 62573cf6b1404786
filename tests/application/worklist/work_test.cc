// SPDX-License-Identifier: Apache-2.0
// What waits for people: claimed by one, completed, approved by a second, or rejected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class WorkTest : public ::testing::Test {
 public:
  // An item about this debt, for which "asker" asks.
  WorkItem Ask(WorkItem item) {
    item.asked_by = "asker";
    return world.Ask(debt, std::move(item));
  }
  WorkItem AskForAWaiver(std::int64_t amount = 10'000) {
    return Ask(AnApproval().With(&WorkItem::act, AWaiverAct(amount)));
  }
  Call CallOf(const std::string& principal) {
    Call call = world.ACall();
    call.principal = principal;
    return call;
  }
  WorkTarget TargetOf(const WorkItem& item) { return {item.debtor, item.id, {}}; }

  template <typename UseCase, typename Command>
  absl::StatusOr<WorkItem> Run(const UseCase& use_case, const std::string& principal,
                               const Command& command) {
    Kept<WorkItem> kept;
    const auto answer = use_case.Handle(CallOf(principal), command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<WorkItem> ApproveBy(const std::string& principal, const WorkItem& item) {
    return Run(world.app.approve, principal, TargetOf(item));
  }
  absl::StatusOr<WorkItem> RejectBy(const std::string& principal, const WorkItem& item,
                                    std::string_view reason = "too much") {
    return Run(world.app.reject, principal, Reject::Command{TargetOf(item), Secret(reason)});
  }
  std::vector<WorkItem> Listed(const WorkFilter& filter = {}) {
    return *world.work_list.ListWork(world.tenant, filter, {}, 100);
  }
  void ExpectSound() {
    EXPECT_THAT(world.Findings(debt), IsEmpty());
    EXPECT_THAT(world.AuditFindings(), IsEmpty());
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(WorkTest, ThatIsProposedWaitsAndChangesNothingElse) {
  const WorkItem item = AskForAWaiver();
  EXPECT_THAT(Listed(), ElementsAre(item));
  EXPECT_EQ(item.asked_by, "asker");
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(WorkTest, IsClaimedByOneAndReleasedByAnybody) {
  const WorkItem item = AskForAWaiver();
  const auto claimed = Run(world.app.claim_work, "second", TargetOf(item));
  ASSERT_THAT(claimed, IsOk());
  EXPECT_EQ(claimed->claimed_by, "second");
  EXPECT_THAT(Run(world.app.claim_work, "third", TargetOf(item)),
              IsRefused(Reason::kWorkClaimedByAnother));
  EXPECT_THAT(Run(world.app.claim_work, "second", TargetOf(item)), IsOkAnd(*claimed));
  const auto released = Run(world.app.release_work, "third", TargetOf(item));
  ASSERT_THAT(released, IsOk());
  EXPECT_THAT(Listed(), ElementsAre(*released));
  EXPECT_THAT(Run(world.app.claim_work, "third", TargetOf(item)), IsOk());
  ExpectSound();
}

TEST_F(WorkTest, WithoutAnActIsCompleted) {
  const WorkItem task = Ask(ATask());
  const CompleteWork::Command command{TargetOf(task), Secret("sent back by bank transfer")};
  const auto done = Run(world.app.complete_work, "second", command);
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->state, WorkState::kDone);
  EXPECT_THAT(Listed(), IsEmpty());
  EXPECT_THAT(Run(world.app.complete_work, "second", command),
              IsRefused(Reason::kWorkAlreadyEnded));
  EXPECT_THAT(ApproveBy("second", task), IsRefused(Reason::kWorkNotAnApproval));
}

TEST_F(WorkTest, RefusesWhatIsNotThere) {
  const WorkTarget nothing{debt.debtor, NumberedId<WorkItemId>(99), {}};
  EXPECT_THAT(Run(world.app.claim_work, "second", nothing), IsRefused(Reason::kWorkItemNotFound));
  EXPECT_THAT(Run(world.app.release_work, "second", nothing), IsRefused(Reason::kWorkItemNotFound));
  EXPECT_THAT(Run(world.app.complete_work, "second", CompleteWork::Command{nothing, {}}),
              IsRefused(Reason::kWorkItemNotFound));
  EXPECT_THAT(Run(world.app.approve, "second", nothing), IsRefused(Reason::kWorkItemNotFound));
  EXPECT_THAT(Run(world.app.reject, "second", Reject::Command{nothing, Secret("no")}),
              IsRefused(Reason::kWorkItemNotFound));
}

TEST_F(WorkTest, RefusesAStaleEtag) {
  const WorkItem item = AskForAWaiver();
  WorkTarget target = TargetOf(item);
  target.etag = item.revision + 1;
  EXPECT_THAT(Run(world.app.claim_work, "second", target), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Run(world.app.approve, "second", target), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Run(world.app.reject, "second", Reject::Command{target, Secret("no")}),
              IsRefused(Reason::kEtagStale));
  target.etag = item.revision;
  EXPECT_THAT(Run(world.app.approve, "second", target), IsOk());
}

TEST_F(WorkTest, IsApprovedByAnotherAndDoneInTheSameMoment) {
  const WorkItem item = AskForAWaiver();
  EXPECT_THAT(ApproveBy("asker", item), IsRefused(Reason::kApprovalByAsker));
  EXPECT_EQ(world.Reload(debt), debt);
  const auto approved = ApproveBy("second", item);
  ASSERT_THAT(approved, IsOk());
  EXPECT_EQ(approved->state, WorkState::kApproved);
  EXPECT_EQ(world.Reload(debt).position, Owing(90'000));
  const Entry waiver = world.Journal(debt).back();
  EXPECT_EQ(waiver.kind, EntryKind::kWaiver);
  EXPECT_EQ(waiver.id, approved->entry);
  EXPECT_EQ(waiver.actor, "second");
  EXPECT_EQ(waiver.reason, item.reason);
  EXPECT_THAT(ApproveBy("third", item), IsRefused(Reason::kApprovalAlreadyDecided));
  EXPECT_THAT(RejectBy("third", item), IsRefused(Reason::kApprovalAlreadyDecided));
  EXPECT_EQ(world.Reload(debt).position, Owing(90'000));
  ExpectSound();
}

TEST_F(WorkTest, WritesOffAndRefundsWhenApproved) {
  PendingAct refund;
  refund.kind = ActKind::kRefund;
  refund.amount = Money(2'000, CurrencyOf("EUR"));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 105'000)), IsOk());
  ASSERT_THAT(ApproveBy("second", Ask(AnApproval().With(&WorkItem::act, refund))), IsOk());
  EXPECT_EQ(world.Reload(debt).position, Holding(3'000));
  ASSERT_THAT(world.Post(debt, ACharge("C-1", 10'000)), IsOk());
  PendingAct write_off = AWaiverAct(7'000);
  write_off.kind = ActKind::kWriteOff;
  ASSERT_THAT(ApproveBy("second", Ask(AnApproval().With(&WorkItem::act, write_off))), IsOk());
  EXPECT_EQ(world.Reload(debt).position.written_off, 7'000);
  ExpectSound();
}

TEST_F(WorkTest, ThatIsRejectedNeverHappens) {
  const WorkItem item = AskForAWaiver();
  EXPECT_THAT(ViolationsOf(RejectBy("second", item, "").status()),
              ElementsAre(Violation{"reason", Fault::kRequired}));
  const auto rejected = RejectBy("second", item);
  ASSERT_THAT(rejected, IsOk());
  EXPECT_EQ(rejected->outcome, Secret("too much"));
  EXPECT_THAT(ApproveBy("third", item), IsRefused(Reason::kApprovalAlreadyDecided));
  EXPECT_EQ(world.Reload(debt), debt);
  EXPECT_THAT(Listed({.state = WorkState::kRejected}), ElementsAre(*rejected));
}

TEST_F(WorkTest, StaysOpenWhenItsActIsNoLongerPossible) {
  const WorkItem item = AskForAWaiver(60'000);
  ASSERT_THAT(world.Post(debt, APayment("P-1", 50'000)), IsOk());
  const Debt before = world.Reload(debt);
  EXPECT_THAT(ApproveBy("second", item), IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(Listed(), ElementsAre(item));
  EXPECT_EQ(world.Reload(debt), before);
  ASSERT_THAT(world.Post(debt, ACharge("C-1", 20'000)), IsOk());
  EXPECT_THAT(ApproveBy("second", item), IsOk());
  ExpectSound();
}

TEST_F(WorkTest, PostsNothingUnderAReferenceThatIsTaken) {
  PendingAct waiver = AWaiverAct();
  waiver.external_ref = "P-1";
  const WorkItem item = Ask(AnApproval().With(&WorkItem::act, waiver));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 100)), IsOk());
  EXPECT_THAT(ApproveBy("second", item), IsRefused(Reason::kEntryAlreadyPosted));
  EXPECT_THAT(Listed(), SizeIs(1));
}

TEST_F(WorkTest, CountsFromTheDayThatWasAskedFor) {
  PendingAct waiver = AWaiverAct();
  waiver.value_date = DayOf("2026-01-15");
  const WorkItem item = Ask(AnApproval().With(&WorkItem::act, waiver));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 100, "2026-02-01")), IsOk());
  ASSERT_THAT(ApproveBy("second", item), IsOk());
  for (const Entry& entry : world.Journal(debt)) {
    const bool waived = entry.kind == EntryKind::kWaiver;
    EXPECT_EQ(waived, entry.value_date == DayOf("2026-01-15"));
  }
  ExpectSound();
}

// A hold that freezes interest since March, on a debt of which interest was posted meanwhile.
class RequestedHold : public WorkTest {
 public:
  RequestedHold() {
    EXPECT_THAT(world.Post(bearing, APayment("P-1", 100, "2026-04-15")), IsOk());
    before = world.Reload(bearing);
    hold = Request();
    item = Listed().front();
  }

  Hold Request() {
    Hold asked = ARespite("2026-03-01");
    asked.reason = Secret("breathing space");
    Kept<HoldToday> placed;
    const PlaceHold::Command command{
        .debtor = bearing.debtor, .from = asked.from, .hold = asked, .request = true};
    EXPECT_THAT(world.app.place_hold.Handle(CallOf("asker"), command, placed), IsOk());
    return placed->hold;
  }
  Hold Stored() {
    return *world.app.list_holds.Handle({world.tenant, bearing.debtor, {}, {}, 10})
                .value()
                .holds.begin();
  }

  Debt bearing = world.PlaceBearing(world.MakeDebtor("D-2"), "L-2", 36'500);
  Debt before = bearing;
  Hold hold;
  WorkItem item;
};

TEST_F(RequestedHold, HasNoEffectAndWaits) {
  EXPECT_EQ(hold.state, HoldState::kRequested);
  EXPECT_EQ(world.Reload(bearing), before);
  EXPECT_EQ(item.asked_by, "asker");
  EXPECT_EQ(item.act->hold, hold.id);
  EXPECT_EQ(item.debt, std::nullopt);
  EXPECT_EQ(item.reason, Secret("breathing space"));
  EXPECT_THAT(ApproveBy("asker", item), IsRefused(Reason::kApprovalByAsker));
}

TEST_F(RequestedHold, TakesEffectWhenApproved) {
  const auto approved = ApproveBy("second", item);
  ASSERT_THAT(approved, IsOk());
  EXPECT_TRUE(approved->entry.IsNil());
  EXPECT_EQ(Stored().state, HoldState::kActive);
  EXPECT_LT(*Outstanding(world.Reload(bearing).position), *Outstanding(before.position));
  EXPECT_THAT(world.Findings(bearing), IsEmpty());
  EXPECT_THAT(ApproveBy("third", item), IsRefused(Reason::kApprovalAlreadyDecided));
}

TEST_F(RequestedHold, NeverTakesEffectWhenRejected) {
  ASSERT_THAT(RejectBy("second", item), IsOk());
  EXPECT_EQ(Stored().state, HoldState::kRejected);
  EXPECT_EQ(world.Reload(bearing), before);
}

}  // namespace
}  // namespace parley
