// SPDX-License-Identifier: Apache-2.0
// What went by is told once, whoever notices first, and stays one's to answer.
#include "application/worklist/tell_breaches.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "tests/application/inbound/inbound_fixture.h"
#include "tests/support/application/fail_nth.h"

namespace parley {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class TellingBreaches : public Listening {
 protected:
  TellBreaches::Tally Sweep() {
    const TellBreaches::Page page = ValueOf(world_.app.tell_breaches.Find(world_.tenant, {}));
    return ValueOf(world_.app.tell_breaches.Tell(world_.tenant, page.clocks));
  }
  Complaint Complain() {
    Complaint complaint;
    complaint.what = Secret("You called me at work.");
    complaint.source = Secret("the debtor");
    Kept<Complaint> kept;
    EXPECT_THAT(world_.app.complaints.Open(world_.ACall(), debtor_.id, complaint, kept), IsOk());
    return *kept;
  }
  InboundItem Triage(const InboundItem& item) {
    Kept<InboundItem> kept;
    EXPECT_THAT(judge_.Triage(world_.ACall(), {item.debtor, item.id, {}}, kept), IsOk());
    return *kept;
  }
  std::vector<Event> Told(EventType type) {
    std::vector<Event> told;
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      if (kept.event.type == type) told.push_back(kept.event);
    }
    return told;
  }
  std::vector<WorkItem> Work(WorkKind kind) {
    return ValueOf(world_.work_list.ListWork(world_.tenant, {.kind = kind}, {}, 100));
  }
  // To the end of that day everywhere.
  void GoPast(Day day) {
    world_.clock.Set(absl::FromCivil(day + 1, absl::FixedTimeZone(-12 * 60 * 60)));
  }
};

TEST_F(TellingBreaches, FindsNothingBeforeItIsTime) {
  Complain();
  ASSERT_THAT(Hear("What do I still owe?"), IsOk());
  EXPECT_EQ(Sweep(), TellBreaches::Tally());
}

TEST_F(TellingBreaches, TellsOfAComplaintAndRaisesItsWork) {
  const Complaint complaint = Complain();
  GoPast(complaint.acknowledge_by);
  EXPECT_EQ(Sweep().told, 2);
  const std::vector<Event> told = Told(EventType::kComplaintClockBreached);
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_EQ(told[0].subject, complaint.id.uuid());
  EXPECT_EQ(told[0].state, "RECEIVED");
  EXPECT_EQ(told[0].debtor, debtor_.id);
  ASSERT_THAT(Work(WorkKind::kComplaint), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kComplaint)[0].priority, WorkPriority::kUrgent);
  EXPECT_EQ(Sweep(), TellBreaches::Tally());
}

TEST_F(TellingBreaches, BeginsAnewOnceAComplaintIsAcknowledged) {
  const Complaint complaint = Complain();
  GoPast(complaint.acknowledge_by);
  Sweep();
  Kept<Complaint> kept;
  ASSERT_THAT(
      world_.app.complaints.Acknowledge(world_.ACall(), {debtor_.id, complaint.id, {}}, kept),
      IsOk());
  EXPECT_EQ(Sweep(), TellBreaches::Tally());
  GoPast(complaint.answer_by);
  EXPECT_EQ(Sweep().told, 2);
  const std::vector<Event> told = Told(EventType::kComplaintClockBreached);
  ASSERT_THAT(told, SizeIs(2));
  EXPECT_EQ(told[1].state, "INVESTIGATING");
}

TEST_F(TellingBreaches, IsDoneByWhoeverIsTooLateWhereNoRoundCameFirst) {
  const Complaint complaint = Complain();
  const InboundItem item = ValueOf(Hear("What do I still owe?"));
  GoPast(std::max(complaint.acknowledge_by,
                  Day(absl::ToCivilDay(*item.suspends_until, absl::UTCTimeZone()))));
  Kept<Complaint> kept;
  ASSERT_THAT(
      world_.app.complaints.Acknowledge(world_.ACall(), {debtor_.id, complaint.id, {}}, kept),
      IsOk());
  ASSERT_THAT(Told(EventType::kComplaintClockBreached), SizeIs(1));
  EXPECT_EQ(Told(EventType::kComplaintClockBreached)[0].state, "RECEIVED");
  Kept<InboundItem> ended;
  JudgeInbound::Ending ending;
  ending.of = {item.debtor, item.id, {}};
  ending.no_answer_reason = Secret("They called meanwhile.");
  ASSERT_THAT(judge_.Answered(world_.ACall(), ending, ended), IsOk());
  EXPECT_THAT(Told(EventType::kInboundAnswerBreached), SizeIs(1));
  Sweep();
  EXPECT_THAT(Told(EventType::kComplaintClockBreached), SizeIs(1));
  EXPECT_THAT(Told(EventType::kInboundAnswerBreached), SizeIs(1));
}

TEST_F(TellingBreaches, TellsOfNoComplaintThatWasAnswered) {
  const Complaint complaint = Complain();
  Kept<Complaint> kept;
  ComplaintAnswer answer;
  answer.answer = Secret("We will call you at home.");
  ASSERT_THAT(
      world_.app.complaints.Respond(world_.ACall(), {{debtor_.id, complaint.id, {}}, answer}, kept),
      IsOk());
  GoPast(complaint.answer_by);
  Sweep();
  EXPECT_THAT(Told(EventType::kComplaintClockBreached), IsEmpty());
}

TEST_F(TellingBreaches, TellsOfAnInboundOnceWhoeverNotices) {
  const InboundItem late = ValueOf(Hear("What do I still owe?"));
  const InboundItem later = ValueOf(Hear("And what did I pay?"));
  world_.clock.Set(*late.suspends_until);
  EXPECT_TRUE(Triage(later).breached);
  EXPECT_THAT(Told(EventType::kInboundAnswerBreached), SizeIs(1));
  Sweep();
  EXPECT_THAT(Told(EventType::kInboundAnswerBreached), SizeIs(2));
  Triage(late);
  EXPECT_THAT(Told(EventType::kInboundAnswerBreached), SizeIs(2));
  EXPECT_EQ(Sweep(), TellBreaches::Tally());
}

TEST_F(TellingBreaches, RaisesTheAnswerTwiceWhenBothItsDayAndThePauseWentBy) {
  const InboundItem item = ValueOf(Hear("What do I still owe?"));
  ASSERT_THAT(Work(WorkKind::kInboundAnswer), SizeIs(1));
  const WorkItem asked = Work(WorkKind::kInboundAnswer)[0];
  GoPast(*asked.due);
  Sweep();
  const WorkItem once = Work(WorkKind::kInboundAnswer)[0];
  EXPECT_TRUE(once.breached);
  EXPECT_EQ(once.priority, Raised(asked, world_.clock.Now()).priority);
  world_.clock.Set(*item.suspends_until);
  Sweep();
  const WorkItem twice = Work(WorkKind::kInboundAnswer)[0];
  EXPECT_EQ(twice.priority, Raised(once, world_.clock.Now()).priority);
  EXPECT_THAT(Told(EventType::kWorkDueBreached), SizeIs(1));
}

TEST_F(TellingBreaches, TellsOfACallThatNobodyMadeAndAsksForItAnew) {
  CallbackRequest wish;
  wish.slot = CallSlot{world_.clock.Now() + absl::Hours(1), world_.clock.Now() + absl::Hours(2)};
  Kept<CallbackRequest> kept;
  ASSERT_THAT(world_.app.callbacks.Request(world_.ACall(), debtor_.id, wish, kept), IsOk());
  const WorkItemId before = Work(WorkKind::kCallback).at(0).id;
  world_.clock.Advance(absl::Hours(2));
  EXPECT_EQ(Sweep(), TellBreaches::Tally());  // The day is not over.
  GoPast(*RunsOut(*kept));
  EXPECT_GE(Sweep().told, 1);
  ASSERT_THAT(Told(EventType::kCallbackMissed), SizeIs(1));
  EXPECT_EQ(Told(EventType::kCallbackMissed)[0].subject, kept->id.uuid());
  const std::vector<WorkItem> asked = Work(WorkKind::kCallback);
  ASSERT_THAT(asked, SizeIs(1));
  EXPECT_NE(asked[0].id, before);
  EXPECT_EQ(Sweep(), TellBreaches::Tally());
}

TEST_F(TellingBreaches, WritesOneAuditRow) {
  const Complaint complaint = Complain();
  GoPast(complaint.acknowledge_by);
  const auto rows = [&] {
    const auto chains = ValueOf(world_.audit_records.ChainsAfter(world_.tenant, {}, 100));
    std::size_t count = 0;
    for (const AuditChain& chain : chains) {
      count += static_cast<std::size_t>(
          std::count_if(chain.rows.begin(), chain.rows.end(), [](const AuditRow& row) {
            return row.actor == TellBreaches::kActor && row.action == TellBreaches::kMethod;
          }));
    }
    return count;
  };
  Sweep();
  EXPECT_EQ(rows(), 1U);
  Sweep();
  EXPECT_EQ(rows(), 1U);
}

// Another debtor's turn is no worse for it.
TEST_F(TellingBreaches, LeavesNothingHalfDoneWhenTheStoreIsAway) {
  const Complaint complaint = Complain();
  GoPast(complaint.acknowledge_by);
  FailNth fault(1);
  FailingStore store(world_.store, fault);
  const TellBreaches failing({store, world_.work_list, world_.fingerprints, world_.seal,
                              world_.clock, world_.ids, world_.zones});
  const TellBreaches::Page page = ValueOf(failing.Find(world_.tenant, {}));
  EXPECT_TRUE(absl::IsUnavailable(failing.Tell(world_.tenant, page.clocks).status()));
  EXPECT_THAT(Told(EventType::kComplaintClockBreached), IsEmpty());
  EXPECT_EQ(Sweep().told, 2);
}

}  // namespace
}  // namespace parley
