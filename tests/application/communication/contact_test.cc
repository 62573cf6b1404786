// SPDX-License-Identifier: Apache-2.0
// May we speak, and what came of it: the use cases over the store in memory.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/application/held_rulebooks.h"
#include "tests/support/domain/rulebook_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

absl::Time At(const char* text) {
  absl::Time time;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, text, &time, nullptr)) << text;
  return time;
}

class Contacts : public testing::Test {
 protected:
  Contacts() { world_.clock.Set(At("2026-11-23T11:00:00+01:00")); }  // A Monday.

  Debtor MakeDebtor(const std::string& zone) {
    Kept<Debtor> made;
    CreateDebtor::Command command;
    command.record.external_refs = {"D" + zone};
    command.record.display_name = Secret("Ana Ejemplo");
    command.record.time_zone = zone;
    EXPECT_THAT(world_.app.create_debtor.Handle(world_.ACall(), command, made), IsOk());
    return *made;
  }

  Decided Start(DebtorId debtor, const Contact& contact = {}) {
    Kept<Decided> decided;
    EXPECT_THAT(start_call_.Handle(world_.ACall(), {debtor, contact}, decided), IsOk());
    return *decided;
  }

  absl::StatusOr<LoggedCommunication> Record(const RecordCall::Command& command) {
    Kept<LoggedCommunication> recorded;
    const auto answer = record_call_.Handle(world_.ACall(), command, recorded);
    if (!answer.ok()) return answer.status();
    return *recorded;
  }
  absl::StatusOr<LoggedCommunication> Tell(const LoggedCommunication& call, CallOutcome outcome) {
    return Record({.debtor = call.debtor,
                   .id = call.id,
                   .report = {.outcome = outcome, .began = world_.clock.Now()}});
  }

  EvaluateContact::Result Evaluate(DebtorId debtor) {
    EvaluateContact::Query query{.tenant = world_.tenant, .debtor = debtor};
    return ValueOf(evaluate_contact_.Handle(query));
  }

  std::vector<StoredVerdict> Verdicts(DebtorId debtor) {
    return ValueOf(world_.contact_log.ListVerdicts(world_.tenant, debtor, {}, 100));
  }
  std::vector<LoggedCommunication> Log(DebtorId debtor) {
    return ValueOf(world_.contact_log.RecordsOf(world_.tenant, std::array{debtor},
                                                {world_.clock.Now(), {}}))
        .front()
        .history;
  }
  std::vector<WorkItem> Work(DebtorId debtor) {
    return ValueOf(world_.work_list.ListWork(
        world_.tenant, {.kind = WorkKind::kContactUnclear, .debtor = debtor}, {}, 10));
  }
  Event LastEvent() { return world_.database.Events(world_.tenant).back().event; }

  World world_;
  HeldRulebooks rulebooks_{TheTestBook()};
  Mutations mutations_{world_.store, world_.given_answers, world_.seal, world_.clock, world_.ids};
  StartCall start_call_{mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}};
  RecordCall record_call_{
      mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}, world_.blind_index};
  EvaluateContact evaluate_contact_{
      world_.contact_log, rulebooks_, world_.clock, {world_.zones, world_.regions}};
  Debtor debtor_ = MakeDebtor("Europe/Madrid");
  Debt debt_ = world_.Place(debtor_, "L-1", 100'000);
};

TEST_F(Contacts, ThatAreLetThroughTakeTheirSlotAndKeepTheirVerdict) {
  const Decided decided = Start(debtor_.id);
  ASSERT_TRUE(decided.reserved.has_value());
  EXPECT_EQ(decided.verdict.communication, decided.reserved->id);
  EXPECT_EQ(decided.reserved->verdict, decided.verdict.id);
  EXPECT_EQ(decided.reserved->state, CommunicationState::kReserved);
  EXPECT_THAT(decided.reserved->contact.debts, ElementsAre(debt_.id));
  EXPECT_THAT(Verdicts(debtor_.id), ElementsAre(decided.verdict));
  EXPECT_THAT(Log(debtor_.id), ElementsAre(*decided.reserved));
  EXPECT_EQ(LastEvent().type, EventType::kContactAllowed);
  EXPECT_EQ(LastEvent().subject, decided.reserved->id.uuid());
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
}

TEST_F(Contacts, ThatArePutOffAreNotMadeAndKeepTheirVerdict) {
  world_.clock.Set(At("2026-11-22T11:00:00+01:00"));  // A Sunday.
  const Decided decided = Start(debtor_.id);
  EXPECT_FALSE(decided.reserved.has_value());
  EXPECT_EQ(decided.verdict.answer.decision, GateDecision::kDefer);
  EXPECT_EQ(decided.verdict.answer.until, At("2026-11-23T08:30:00+01:00"));
  EXPECT_EQ(decided.verdict.answer.deciding_rule()->rule, "TEST.HOURS");
  EXPECT_THAT(Verdicts(debtor_.id), ElementsAre(decided.verdict));
  EXPECT_THAT(Log(debtor_.id), IsEmpty());
  EXPECT_EQ(LastEvent().type, EventType::kContactDeferred);
  EXPECT_EQ(LastEvent().subject, decided.verdict.id.uuid());
}

TEST_F(Contacts, OfOneTransactionCountEachOther) {
  const ContactTools tools{rulebooks_, world_.ids, {world_.zones, world_.regions}};
  const auto decide = [&](parley::Work& work) -> absl::StatusOr<Decided> {
    auto read = ValueOf(ReadContactRecords(work, std::array{debtor_.id}));
    EXPECT_TRUE(ValueOf(DecideAndReserve(work, tools, read.front(), {})).reserved.has_value());
    return DecideAndReserve(work, tools, read.front(), {});
  };
  Kept<Decided> second;
  EXPECT_THAT(mutations_.Run<Decided>(world_.ACall(), debtor_.id, decide, second), IsOk());
  EXPECT_FALSE(second->reserved.has_value());
  EXPECT_THAT(Verdicts(debtor_.id), SizeIs(2));
  EXPECT_THAT(Log(debtor_.id), SizeIs(1));
}

TEST_F(Contacts, CountUntilItIsToldThatTheyWereNeverMade) {
  const Decided first = Start(debtor_.id);
  EXPECT_FALSE(Start(debtor_.id).reserved.has_value());
  const LoggedCommunication released = ValueOf(Tell(*first.reserved, CallOutcome::kNotDialled));
  EXPECT_EQ(released.state, CommunicationState::kReleased);
  EXPECT_EQ(LastEvent().type, EventType::kContactFailed);
  EXPECT_EQ(LastEvent().state, "RELEASED");
  EXPECT_TRUE(Start(debtor_.id).reserved.has_value());
}

TEST_F(Contacts, NoLongerCountWhenTheNumberIsSomebodyElses) {
  const Decided first = Start(debtor_.id);
  ASSERT_THAT(Tell(*first.reserved, CallOutcome::kNoAnswer), IsOk());
  EXPECT_EQ(LastEvent().type, EventType::kContactSent);
  EXPECT_FALSE(Start(debtor_.id).reserved.has_value());
  ASSERT_THAT(Tell(*first.reserved, CallOutcome::kWrongNumber), IsOk());
  EXPECT_TRUE(Start(debtor_.id).reserved.has_value());
  EXPECT_EQ(Verdicts(debtor_.id).at(1).answer.decision, GateDecision::kDefer);
}

TEST_F(Contacts, ThatAreDialledWhenTheWordHoldsNoLongerAreJudgedAsOfThen) {
  const Decided soon = Start(debtor_.id);
  world_.clock.Advance(kWordHolds - absl::Seconds(1));
  ASSERT_THAT(Tell(*soon.reserved, CallOutcome::kNoAnswer), IsOk());
  EXPECT_THAT(Verdicts(debtor_.id), SizeIs(1));
  const Debtor other = MakeDebtor("Europe/Berlin");
  world_.Place(other, "L-2", 100'000);
  const Decided noon = Start(other.id);
  world_.clock.Set(At("2026-11-23T23:00:00+01:00"));
  const LoggedCommunication late = ValueOf(Tell(*noon.reserved, CallOutcome::kConversation));
  EXPECT_EQ(late.state, CommunicationState::kUsed);
  const std::vector<StoredVerdict> verdicts = Verdicts(other.id);
  ASSERT_THAT(verdicts, SizeIs(2));
  EXPECT_EQ(verdicts.back().moment, VerdictMoment::kDispatch);
  EXPECT_EQ(verdicts.back().judged_time, late.dispatch_time);
  EXPECT_EQ(verdicts.back().answer.decision, GateDecision::kDefer);
  EXPECT_EQ(verdicts.back().answer.deciding_rule()->rule, "TEST.HOURS");
  EXPECT_EQ(verdicts.back().communication, std::nullopt);
}

TEST_F(Contacts, ThatAreDialledLateAndMayStillHappenAreNamedByBothVerdicts) {
  const Decided decided = Start(debtor_.id);
  world_.clock.Advance(kWordHolds);
  ASSERT_THAT(Tell(*decided.reserved, CallOutcome::kNoAnswer), IsOk());
  const std::vector<StoredVerdict> verdicts = Verdicts(debtor_.id);
  ASSERT_THAT(verdicts, SizeIs(2));
  EXPECT_EQ(verdicts.back().answer.decision, GateDecision::kAllow);
  EXPECT_EQ(verdicts.back().communication, decided.reserved->id);
}

TEST_F(Contacts, TalkAboutWhatTheyAreForUnlessToldOtherwise) {
  const Decided decided = Start(debtor_.id);
  const LoggedCommunication told = ValueOf(Tell(*decided.reserved, CallOutcome::kConversation));
  EXPECT_THAT(told.talked_about, ElementsAre(debt_.id));
  EXPECT_EQ(LastEvent().state, "CONVERSATION");
}

TEST_F(Contacts, OfSomebodyWhosePlaceNobodyKnowsAreRefusedAndSomebodyIsAskedOnce) {
  const Debtor nowhere = MakeDebtor("");
  world_.Place(nowhere, "L-2", 100'000);
  for (int turn = 0; turn < 2; ++turn) {
    const Decided decided = Start(nowhere.id);
    EXPECT_EQ(decided.verdict.answer.decision, GateDecision::kRefuse);
    EXPECT_EQ(decided.verdict.answer.deciding_rule()->rule, "PARLEY.PLACE_UNKNOWN");
  }
  EXPECT_THAT(Verdicts(nowhere.id), SizeIs(2));
  EXPECT_THAT(Work(nowhere.id), ElementsAre(Field(&WorkItem::asked_by, std::string(kAskedByRule))));
  EXPECT_EQ(LastEvent().type, EventType::kContactRefused);
}

TEST_F(Contacts, AreRefusedByAHold) {
  Hold stop;
  stop.type = HoldType::kStopContact;
  stop.from = Day(2026, 11, 1);
  stop.source = Secret("the debtor");
  const Hold placed = ValueOf(world_.PlaceAHold(debtor_.id, stop));
  const Decided decided = Start(debtor_.id);
  const ToldRule& deciding = *decided.verdict.answer.deciding_rule();
  EXPECT_EQ(deciding.rule, "PARLEY.HOLDS");
  EXPECT_THAT(deciding.rests_on, ElementsAre(Basis{BasisKind::kHold, placed.id.uuid()}));
  Contact receipt;
  receipt.purpose = Purpose::kReceipt;
  EXPECT_TRUE(Start(debtor_.id, receipt).reserved.has_value());
}

TEST_F(Contacts, AskForNothingWhereNothingMayBeAskedFor) {
  const Debtor free = MakeDebtor("Europe/Vienna");
  EXPECT_EQ(Start(free.id).verdict.answer.deciding_rule()->rule, "PARLEY.DEBT_CLOSED");
  const Debt paid = world_.Place(free, "L-9", 0);
  ASSERT_EQ(paid.status, DebtStatus::kPaid);
  const Decided decided = Start(free.id);
  EXPECT_EQ(decided.verdict.answer.deciding_rule()->rule, "PARLEY.DEBT_CLOSED");
  EXPECT_THAT(decided.verdict.act.debts, ElementsAre(paid.id));
  EXPECT_THAT(Evaluate(free.id).debts, ElementsAre(paid.id));
}

TEST_F(Contacts, LeaveADebtAloneOnWhichAPersonIsToDecide) {
  const Debtor reviewed = MakeDebtor("Europe/Vienna");
  PlaceDebt::Command placing = world_.APlacing(reviewed, "L-9", 100'000);
  placing.placement.review = true;
  Kept<Debt> placed;
  ASSERT_THAT(world_.app.place_debt.Handle(world_.ACall(), placing, placed), IsOk());
  Contact contact;
  contact.purpose = Purpose::kBalanceUpdate;
  EXPECT_EQ(Start(reviewed.id, contact).verdict.answer.deciding_rule()->rule, "PARLEY.DEBT_CLOSED");
  contact.purpose = Purpose::kRequested;
  EXPECT_TRUE(Start(reviewed.id, contact).reserved.has_value());
}

TEST_F(Contacts, AreRefusedByAKillSwitch) {
  EngageKillSwitch::Command command;
  command.scope.channel = Channel::kCall;
  command.reason = "a complaint";
  Kept<KillSwitch> engaged;
  ASSERT_THAT(world_.app.engage_kill_switch.Handle(world_.ACall(), command, engaged), IsOk());
  const Decided decided = Start(debtor_.id);
  const ToldRule& deciding = *decided.verdict.answer.deciding_rule();
  EXPECT_EQ(deciding.rule, "PARLEY.KILL_SWITCH");
  EXPECT_THAT(deciding.rests_on, ElementsAre(Basis{BasisKind::kKillSwitch, (*engaged).id.uuid()}));
  for (const EvaluateContact::OfChannel& one : Evaluate(debtor_.id).channels) {
    EXPECT_EQ(one.answer.allows(), one.channel != Channel::kCall);
  }
}

TEST_F(Contacts, AreAboutDebtsOfThePerson) {
  Contact contact;
  contact.debts = {NumberedId<DebtId>(404)};
  Kept<Decided> decided;
  EXPECT_THAT(start_call_.Handle(world_.ACall(), {debtor_.id, contact}, decided),
              IsRefused(Reason::kDebtNotFound));
  contact = {};
  contact.point = NumberedId<ContactPointId>(1);
  EXPECT_THAT(start_call_.Handle(world_.ACall(), {debtor_.id, contact}, decided),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(Verdicts(debtor_.id), IsEmpty());
}

TEST_F(Contacts, ThatCameInAreRecordedAndAnswered) {
  RecordCall::Command command{.debtor = debtor_.id};
  command.contact.debts = {debt_.id};
  command.report = {.outcome = CallOutcome::kConversation, .began = world_.clock.Now()};
  const LoggedCommunication came = ValueOf(Record(command));
  EXPECT_EQ(came.direction, Direction::kInbound);
  EXPECT_EQ(came.state, CommunicationState::kUsed);
  EXPECT_THAT(came.talked_about, ElementsAre(debt_.id));
  Contact reply;
  reply.purpose = Purpose::kReply;
  reply.in_reply_to = came.id;
  EXPECT_EQ(Start(debtor_.id, reply).reserved->contact.in_reply_to, came.id);
}

TEST_F(Contacts, ThatReplyAnswerWhatCameInFromThePerson) {
  const Decided ours = Start(debtor_.id);
  Contact reply;
  reply.purpose = Purpose::kReply;
  Kept<Decided> decided;
  const auto start = [&] {
    return start_call_.Handle(world_.ACall(), {debtor_.id, reply}, decided).status();
  };
  EXPECT_THAT(start(), IsRefused(Reason::kFieldInvalid));
  reply.in_reply_to = NumberedId<CommunicationId>(404);
  EXPECT_THAT(start(), IsRefused(Reason::kFieldInvalid));
  reply.in_reply_to = ours.reserved->id;
  EXPECT_THAT(start(), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(Verdicts(debtor_.id), SizeIs(1));
}

TEST_F(Contacts, AfterATalkOfWhichNobodySaidWhatItWasAboutWaitForEveryDebt) {
  Rulebook book = ATestBook();
  Rule quiet{.id = "TEST.QUIET", .cite = "a test"};
  quiet.kind = Cooldown{.days = 7, .triggers = {Channel::kCall}};
  book.rules = {quiet};
  rulebooks_.Hold(Rulebooks::Make({book}, {}).value());
  RecordCall::Command command{.debtor = debtor_.id};
  command.report = {.outcome = CallOutcome::kConversation, .began = world_.clock.Now()};
  ASSERT_THAT(Record(command), IsOk());
  const Decided decided = Start(debtor_.id);
  EXPECT_EQ(decided.verdict.answer.deciding_rule()->rule, "TEST.QUIET");
  EXPECT_EQ(decided.verdict.answer.until, At("2026-11-30T00:00:00+01:00"));
}

TEST_F(Contacts, AreRecordedOnlyAsWhatTheyCanBe) {
  const absl::Time now = world_.clock.Now();
  const auto record = [&](CallOutcome outcome, absl::Time began, std::vector<DebtId> debts) {
    RecordCall::Command command{.debtor = debtor_.id};
    command.contact.debts = std::move(debts);
    command.report = {.outcome = outcome, .began = began};
    return Record(command);
  };
  EXPECT_THAT(record(CallOutcome::kNotDialled, now, {}), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(record(CallOutcome::kConversation, now + absl::Seconds(1), {}),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(record(CallOutcome::kConversation, now, {NumberedId<DebtId>(404)}),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(
      Record(
          {.debtor = debtor_.id, .id = NumberedId<CommunicationId>(404), .report = {.began = now}}),
      IsRefused(Reason::kCommunicationNotFound));
  EXPECT_THAT(Log(debtor_.id), IsEmpty());
}

TEST_F(Contacts, AreEvaluatedForEveryChannelAndNothingIsStored) {
  const Decided decided = Start(debtor_.id);
  const std::size_t events = world_.database.Events(world_.tenant).size();
  const EvaluateContact::Result result = Evaluate(debtor_.id);
  EXPECT_THAT(result.debts, ElementsAre(debt_.id));
  EXPECT_EQ(result.zone.name(), "Europe/Madrid");
  EXPECT_THAT(result.channels, SizeIs(7));
  for (const EvaluateContact::OfChannel& one : result.channels) {
    EXPECT_EQ(one.answer.decision, GateDecision::kDefer);
    EXPECT_EQ(one.answer.until, At("2026-11-24T08:30:00+01:00"));
    EXPECT_THAT(one.answer.caps, Contains(TakenCap{"TEST.DAY", std::nullopt, 1, 2, 1}));
  }
  EXPECT_THAT(Verdicts(debtor_.id), ElementsAre(decided.verdict));
  EXPECT_EQ(world_.database.Events(world_.tenant).size(), events);
}

TEST_F(Contacts, AreEvaluatedAsTheyWouldBeDecided) {
  for (int hour = 0; hour < 24 * 8; hour += 5) {
    world_.clock.Advance(absl::Hours(5));
    const EvaluateContact::Result dry = Evaluate(debtor_.id);
    const auto call = std::find_if(
        dry.channels.begin(), dry.channels.end(),
        [](const EvaluateContact::OfChannel& one) { return one.channel == Channel::kCall; });
    EXPECT_EQ(Start(debtor_.id).verdict.answer, call->answer) << hour;
  }
}

TEST_F(Contacts, CountAlsoWhenTheyWereLetThroughByAFasterClock) {
  world_.clock.Advance(absl::Minutes(1));
  ASSERT_TRUE(Start(debtor_.id).reserved.has_value());
  world_.clock.Advance(-absl::Minutes(1));
  EXPECT_FALSE(Start(debtor_.id).reserved.has_value());
}

TEST_F(Contacts, AreEvaluatedForWhoIsKnownAndForTimesToCome) {
  EvaluateContact::Query query{.tenant = world_.tenant, .debtor = debtor_.id};
  query.at = world_.clock.Now() + absl::Hours(9);
  query.channel = Channel::kSms;
  const auto later = ValueOf(evaluate_contact_.Handle(query));
  ASSERT_THAT(later.channels, SizeIs(1));
  EXPECT_EQ(later.channels.front().answer.until, At("2026-11-24T08:30:00+01:00"));
  query.at = world_.clock.Now() - absl::Seconds(1);
  EXPECT_THAT(evaluate_contact_.Handle(query), IsRefused(Reason::kFieldInvalid));
  query = {.tenant = world_.tenant, .debtor = NumberedId<DebtorId>(404)};
  EXPECT_THAT(evaluate_contact_.Handle(query), IsRefused(Reason::kDebtorNotFound));
}

}  // namespace
}  // namespace parley
