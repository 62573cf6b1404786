// SPDX-License-Identifier: Apache-2.0
// What a person tells, promises and raises, and what that does to their debts and to the team.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CasesTest : public ::testing::Test {
 protected:
  template <typename Result, typename Act>
  absl::StatusOr<Result> Run(const Act& act) {
    Kept<Result> kept;
    const absl::StatusOr<Answer> answer = act(world_.ACall(), kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<DebtDispute> Open(const DebtDispute& dispute) {
    return Run<DebtDispute>([&](const Call& call, auto& kept) {
      return world_.app.disputes.Open(call, debtor_.id, dispute, kept);
    });
  }
  absl::StatusOr<DebtDispute> Review(const DebtDispute& dispute) {
    return Run<DebtDispute>([&](const Call& call, auto& kept) {
      return world_.app.disputes.Review(call, {debtor_.id, dispute.id, {}}, kept);
    });
  }
  absl::StatusOr<DebtDispute> Respond(const DebtDispute& dispute, const DisputeAnswer& answer) {
    return Run<DebtDispute>([&](const Call& call, auto& kept) {
      return world_.app.disputes.Respond(call, {{debtor_.id, dispute.id, {}}, answer, {}}, kept);
    });
  }
  absl::StatusOr<DebtDispute> Finish(const DebtDispute& dispute, const DisputeEnd& end) {
    return Run<DebtDispute>([&](const Call& call, auto& kept) {
      return world_.app.disputes.Finish(call, {{debtor_.id, dispute.id, {}}, end}, kept);
    });
  }
  absl::StatusOr<Complaint> Complain(const Complaint& complaint) {
    return Run<Complaint>([&](const Call& call, auto& kept) {
      return world_.app.complaints.Open(call, debtor_.id, complaint, kept);
    });
  }

  DebtDispute ADispute(std::optional<std::int64_t> part = 5'000) const {
    DebtDispute dispute;
    dispute.debt = debt_.id;
    dispute.ground = DisputeGround::kWrongAmount;
    if (part.has_value()) dispute.disputed = Money(*part, debt_.currency);
    dispute.statement = Secret("I was never told of it.");
    dispute.source = Secret("the debtor");
    return dispute;
  }
  DisputeAnswer AnAnswer(DisputeOutcome outcome, CommunicationId told) const {
    DisputeAnswer answer;
    answer.outcome = outcome;
    answer.finding = Secret("what we found");
    answer.answered_in = told;
    return answer;
  }
  Complaint AComplaint() const {
    Complaint complaint;
    complaint.what = Secret("You called me at work.");
    complaint.source = Secret("the debtor");
    return complaint;
  }

  // A message to the debtor in that state.
  CommunicationId Message(MessageState state) {
    parley::Message message;
    message.id = CommunicationId(world_.ids.Next());
    message.debtor = debtor_.id;
    message.point = NumberedId<ContactPointId>(1);
    message.state = state;
    message.created_time = world_.clock.Now();
    LoggedCommunication slot = ACall();
    slot.id = message.id;
    slot.debtor = debtor_.id;
    const std::array debtors = {debtor_.id};
    EXPECT_THAT(world_.store.Run(world_.tenant, debtors,
                                 [&](UnitOfWork& unit) {
                                   unit.communications().Add(slot);
                                   unit.messages().Add(message);
                                   return absl::OkStatus();
                                 }),
                IsOk());
    return message.id;
  }
  DebtDispute AReviewed(std::optional<std::int64_t> part = 5'000) {
    return ValueOf(Review(ValueOf(Open(ADispute(part)))));
  }

  DebtorRecord Record() { return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id)); }
  std::int64_t Owed() { return *Outstanding(world_.Reload(debt_).position); }
  std::int64_t Contested() { return EffectsOn(Record().holds, debt_.id, today_).disputed; }
  bool Rests() {
    return EffectsOn(Record().holds, debt_.id, today_).demand == ContactEffect::kStopped;
  }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }
  std::vector<WorkItem> Work(WorkKind kind) {
    std::vector<WorkItem> items = ValueOf(world_.work_list.ListWork(world_.tenant, {}, {}, 100));
    std::erase_if(items,
                  [&](const WorkItem& item) { return item.kind != kind || !IsToDo(item.state); });
    return items;
  }

  World world_;
  Debtor debtor_ = world_.MakeDebtor("D-1");
  Debt debt_ = world_.PlaceBearing(debtor_, "L-1", 36'500);
  Day today_ = Day(absl::ToCivilDay(world_.clock.Now(), absl::UTCTimeZone()));
};

TEST_F(CasesTest, ADisputeHoldsItsPartAloneAndAsksTheTeam) {
  const DebtDispute opened = ValueOf(Open(ADispute()));
  EXPECT_EQ(opened.state, DisputeState::kOpen);
  EXPECT_EQ(Contested(), 5'000);
  EXPECT_FALSE(Rests());
  const std::vector<WorkItem> work = Work(WorkKind::kDispute);
  ASSERT_THAT(work, SizeIs(1));
  EXPECT_EQ(work[0].due, today_ + 30);
  EXPECT_EQ(Told().back(), EventType::kDisputeOpened);
  EXPECT_THAT(world_.Findings(debt_), IsEmpty());
}

TEST_F(CasesTest, ADisputeWaitsForTheDebtorOnTheirTimeAndNotOnOurs) {
  const DebtDispute opened = ValueOf(Open(ADispute()));
  ASSERT_THAT(Review(opened), IsOk());
  ASSERT_THAT(Run<DebtDispute>([&](const Call& call, auto& kept) {
                return world_.app.disputes.AskForMore(call, {debtor_.id, opened.id, {}}, kept);
              }),
              IsOk());
  EXPECT_THAT(Work(WorkKind::kDispute), IsEmpty());
  world_.clock.Advance(absl::Hours(24 * 12 + 5));
  const DebtDispute again = ValueOf(Review(opened));
  EXPECT_EQ(again.answer_by, *opened.answer_by + 12);
  ASSERT_THAT(Work(WorkKind::kDispute), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kDispute).front().due, again.answer_by);
}

TEST_F(CasesTest, ADisputeOfAllOfItStopsCollecting) {
  ASSERT_THAT(Open(ADispute(std::nullopt)), IsOk());
  EXPECT_TRUE(Rests());
}

TEST_F(CasesTest, ADisputeIsOfNoMoreThanIsOwed) {
  EXPECT_THAT(Open(ADispute(Owed() + 1)), IsRefused(Reason::kDisputeAboveBalance));
  EXPECT_THAT(Record().holds, IsEmpty());
}

TEST_F(CasesTest, ADisputeThatSaysNothingNewIsToldAndDecidedByAPerson) {
  const DebtDispute first = ValueOf(Open(ADispute()));
  const DebtDispute second = ValueOf(Open(ADispute()));
  EXPECT_EQ(second.like, first.id);
  EXPECT_EQ(second.state, DisputeState::kOpen);
  const DisputeEnd duplicate{DisputeState::kClosed, DisputeOutcome::kDuplicate, {}};
  EXPECT_THAT(Finish(first, duplicate), IsRefused(Reason::kDisputeNotADuplicate));
  EXPECT_THAT(Finish(second, duplicate), IsOk());
  EXPECT_EQ(Contested(), 5'000);
}

TEST_F(CasesTest, AnAnswerThatDidNotLeaveAnswersNothing) {
  const DebtDispute dispute = AReviewed();
  for (const MessageState state :
       {MessageState::kQueued, MessageState::kDispatching, MessageState::kUnknown,
        MessageState::kBounced, MessageState::kFailed, MessageState::kCancelled}) {
    EXPECT_THAT(Respond(dispute, AnAnswer(DisputeOutcome::kNotUpheld, Message(state))),
                IsRefused(Reason::kDisputeAnswerNotSent))
        << static_cast<int>(state);
  }
  EXPECT_THAT(
      Respond(dispute, AnAnswer(DisputeOutcome::kNotUpheld, NumberedId<CommunicationId>(77))),
      IsRefused(Reason::kCommunicationNotFound));
  EXPECT_EQ(Contested(), 5'000);
}

TEST_F(CasesTest, WhatWasSentBeforeTheDisputeDoesNotAnswerIt) {
  const CommunicationId before = Message(MessageState::kSent);
  world_.clock.Advance(absl::Minutes(1));
  EXPECT_THAT(Respond(AReviewed(), AnAnswer(DisputeOutcome::kNotUpheld, before)),
              IsRefused(Reason::kDisputeAnswerNotSent));
}

TEST_F(CasesTest, TheHoldEndsWithTheWindowOfAnAnswer) {
  const DebtDispute dispute = AReviewed();
  const DebtDispute answered = ValueOf(
      Respond(dispute, AnAnswer(DisputeOutcome::kNotUpheld, Message(MessageState::kDelivered))));
  EXPECT_EQ(answered.state, DisputeState::kAnswered);
  EXPECT_EQ(answered.window_until, today_ + kAnswerWindowDays);
  const std::vector<Hold> holds = Record().holds;
  EXPECT_EQ(EffectsOn(holds, debt_.id, today_ + kAnswerWindowDays).disputed, 5'000);
  EXPECT_EQ(EffectsOn(holds, debt_.id, today_ + kAnswerWindowDays + 1).disputed, 0);
  EXPECT_EQ(Owed(), 36'500);
  EXPECT_THAT(Work(WorkKind::kDispute), IsEmpty());
  EXPECT_EQ(Told().back(), EventType::kDisputeAnswered);
}

TEST_F(CasesTest, TheHoldEndsAtOnceWhenTheDebtorAccepts) {
  const DebtDispute answered = ValueOf(
      Respond(AReviewed(), AnAnswer(DisputeOutcome::kNotUpheld, Message(MessageState::kSent))));
  ASSERT_THAT(Finish(answered, {DisputeState::kAcceptedByDebtor, {}, {}}), IsOk());
  EXPECT_EQ(Contested(), 0);
}

TEST_F(CasesTest, TheHoldStaysWhileTheDebtorTakesItFurther) {
  const DebtDispute answered = ValueOf(
      Respond(AReviewed(), AnAnswer(DisputeOutcome::kNotUpheld, Message(MessageState::kSent))));
  ASSERT_THAT(Finish(answered, {DisputeState::kEscalated, {}, {}}), IsOk());
  EXPECT_EQ(EffectsOn(Record().holds, debt_.id, today_ + 365).disputed, 5'000);
}

TEST_F(CasesTest, TheHoldEndsAtOnceWhenTheDebtorWithdraws) {
  const DebtDispute opened = ValueOf(Open(ADispute()));
  ASSERT_THAT(Finish(opened, {DisputeState::kClosed, DisputeOutcome::kWithdrawn, {}}), IsOk());
  EXPECT_EQ(Contested(), 0);
  EXPECT_THAT(Work(WorkKind::kDispute), IsEmpty());
}

TEST_F(CasesTest, WhatIsUpheldIsPostedAndItsHoldEnds) {
  const DebtDispute answered = ValueOf(
      Respond(AReviewed(), AnAnswer(DisputeOutcome::kUpheld, Message(MessageState::kSent))));
  EXPECT_EQ(answered.adjusted, Money(5'000, debt_.currency));
  EXPECT_EQ(Contested(), 0);
  const std::vector<Entry> journal = world_.Journal(debt_);
  const auto credit = std::find_if(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.id == answered.adjusting_entry;
  });
  ASSERT_NE(credit, journal.end());
  EXPECT_EQ(credit->kind, EntryKind::kCredit);
  EXPECT_EQ(credit->amount, 5'000);
  EXPECT_THAT(world_.Findings(debt_), IsEmpty());
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
}

TEST_F(CasesTest, WhatIsUpheldInPartLeavesTheRestHeldUpToTheWindow) {
  const DebtDispute dispute = AReviewed();
  DisputeAnswer answer = AnAnswer(DisputeOutcome::kPartlyUpheld, Message(MessageState::kSent));
  answer.adjusted = Money(2'000, debt_.currency);
  ASSERT_THAT(Respond(dispute, answer), IsOk());
  EXPECT_EQ(Contested(), 3'000);
  EXPECT_EQ(EffectsOn(Record().holds, debt_.id, today_ + kAnswerWindowDays + 1).disputed, 0);
  EXPECT_THAT(world_.Findings(debt_), IsEmpty());
}

TEST_F(CasesTest, WhatIsUpheldOfAllOfItLeavesNothingOwed) {
  ASSERT_THAT(Respond(AReviewed(std::nullopt),
                      AnAnswer(DisputeOutcome::kUpheld, Message(MessageState::kSent))),
              IsOk());
  EXPECT_FALSE(Rests());
  EXPECT_THAT(world_.Findings(debt_), IsEmpty());
}

TEST_F(CasesTest, ADebtInDisputeIsNotRecalled) {
  const DebtDispute opened = ValueOf(Open(ADispute()));
  const auto recall = [&] {
    return Run<Debt>([&](const Call& call, auto& kept) {
      return world_.app.recall_debt.Handle(call, {{debtor_.id, debt_.id, {}}, false, {}}, kept);
    });
  };
  EXPECT_THAT(recall(), IsRefused(Reason::kRecallBlocked));
  // Somebody ended the hold; the debtor is still to be answered.
  Kept<HoldToday> ended;
  ASSERT_THAT(
      world_.app.end_hold.Handle(
          world_.ACall(), {{debtor_.id, *opened.hold, {}}, today_ - 1, Secret("over")}, ended),
      IsOk());
  EXPECT_THAT(recall(), IsRefused(Reason::kRecallBlocked));
  ASSERT_THAT(Finish(opened, {DisputeState::kClosed, DisputeOutcome::kWithdrawn, {}}), IsOk());
  EXPECT_THAT(recall(), IsOk());
}

TEST_F(CasesTest, AComplaintLetsCollectingRestUntilItIsClosed) {
  const Complaint opened = ValueOf(Complain(AComplaint()));
  EXPECT_TRUE(Rests());
  ASSERT_THAT(Work(WorkKind::kComplaint), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kComplaint)[0].due, opened.acknowledge_by);
  const OpenComplaint::Reference reference{debtor_.id, opened.id, {}};
  const Complaint known = ValueOf(Run<Complaint>([&](const Call& call, auto& kept) {
    return world_.app.complaints.Acknowledge(call, reference, kept);
  }));
  EXPECT_EQ(known.state, ComplaintState::kInvestigating);
  EXPECT_EQ(Work(WorkKind::kComplaint)[0].due, opened.answer_by);
  ASSERT_THAT(Run<Complaint>([&](const Call& call, auto& kept) {
                return world_.app.complaints.Respond(
                    call, {reference, {.answer = Secret("We are sorry.")}}, kept);
              }),
              IsOk());
  EXPECT_TRUE(Rests());
  const auto close = [&](const ComplaintEnd& end) {
    return Run<Complaint>([&](const Call& call, auto& kept) {
      return world_.app.complaints.Finish(call, {reference, end}, kept);
    });
  };
  EXPECT_THAT(close({}), IsRefused(Reason::kFieldInvalid));
  ASSERT_THAT(close({false, Secret("a cause"), Secret("an apology")}), IsOk());
  EXPECT_FALSE(Rests());
  EXPECT_THAT(Work(WorkKind::kComplaint), IsEmpty());
  EXPECT_THAT(Told(), Contains(EventType::kComplaintFinalResponse));
}

TEST_F(CasesTest, AComplaintThatSaysTheSameIsTheSame) {
  const Complaint first = ValueOf(Complain(AComplaint()));
  EXPECT_EQ(ValueOf(Complain(AComplaint())), first);
  EXPECT_THAT(Record().complaints, SizeIs(1));
  EXPECT_THAT(Work(WorkKind::kComplaint), SizeIs(1));
}

TEST_F(CasesTest, AComplaintThatIsReopenedHoldsAgain) {
  const Complaint opened = ValueOf(Complain(AComplaint()));
  const OpenComplaint::Reference reference{debtor_.id, opened.id, {}};
  ComplaintAnswer in_short{true, Secret("Sorry."), Secret("a cause"), Secret("none"), {}};
  ASSERT_THAT(Run<Complaint>([&](const Call& call, auto& kept) {
                return world_.app.complaints.Respond(call, {reference, in_short}, kept);
              }),
              IsOk());
  EXPECT_FALSE(Rests());
  const Complaint again = ValueOf(Run<Complaint>([&](const Call& call, auto& kept) {
    return world_.app.complaints.Reopen(call, reference, kept);
  }));
  EXPECT_EQ(again.state, ComplaintState::kInvestigating);
  EXPECT_TRUE(Rests());
  EXPECT_THAT(Work(WorkKind::kComplaint), SizeIs(1));
}

TEST_F(CasesTest, SeveralCircumstancesAreOpenTogetherWithoutWhatNobodyConsentedTo) {
  const auto record = [&](LifeEvent event) {
    ToldCircumstance told;
    told.circumstance.event = event;
    told.circumstance.condition =
        Vulnerability{VulnerabilityDriver::kHealth, Secret("an illness"), {}};
    told.circumstance.provenance = {Secret("the debtor"), {}, world_.clock.Now(), {}};
    return Run<LifeCircumstance>([&](const Call& call, auto& kept) {
      return world_.app.circumstances.Record(call, debtor_.id, told, kept);
    });
  };
  const LifeCircumstance first = ValueOf(record(LifeEvent::kJobLost));
  const LifeCircumstance second = ValueOf(record(LifeEvent::kNewChild));
  EXPECT_EQ(first.condition, std::nullopt);
  EXPECT_THAT(Record().circumstances, ElementsAre(first, second));
  EXPECT_EQ(Told().back(), EventType::kCircumstanceRecorded);
  const LifeCircumstances::End end{{debtor_.id, first.id, {}}, Secret("a new job")};
  const LifeCircumstance ended = ValueOf(Run<LifeCircumstance>([&](const Call& call, auto& kept) {
    return world_.app.circumstances.Finish(call, end, kept);
  }));
  EXPECT_THAT(Record().circumstances, ElementsAre(ended, second));
}

}  // namespace
}  // namespace parley
