// SPDX-License-Identifier: Apache-2.0
// What a call needs, and what came of it teaches.
#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/application/communication/person_contacts.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST_F(PersonContacts, AreRefusedWhereTheNumberIsSomebodyElses) {
  Contact contact;
  contact.point = AddPhone(1);
  Write([&](UnitOfWork& unit) {
    const DebtorRecord record = ValueOf(unit.person_records().Find(debtor_.id));
    KnownPoint wrong = ReportWrongPerson(record.points.front(), world_.clock.Now());
    ++wrong.revision;
    unit.person_records().Replace(wrong);
  });
  const Decided decided = Start(contact);
  EXPECT_EQ(RuleOf(decided), "PARLEY.WRONG_PERSON");
  EXPECT_THAT(RecordsOf(decided.verdict.answer),
              ElementsAre(Basis{BasisKind::kContactPoint, contact.point->uuid()}));
  EXPECT_EQ(RuleOf(Start()), "PARLEY.WRONG_PERSON");
  EXPECT_FALSE(Evaluate(Channel::kCall).answer.allows());
}

TEST_F(PersonContacts, AreNotMadeAgainToANumberThatSomebodyElseAnswered) {
  AddPhone(1);
  const Decided first = Start();
  RecordCall::Command command{.debtor = debtor_.id, .id = first.reserved->id};
  command.report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()};
  Kept<LoggedCommunication> recorded;
  ASSERT_THAT(record_call_.Handle(world_.ACall(), command, recorded), IsOk());
  EXPECT_EQ(RuleOf(Start()), "PARLEY.WRONG_PERSON");
  const ContactPointId other = AddPhone(2);
  EXPECT_EQ(Start().reserved->contact.point, other);
}

TEST_F(PersonContacts, SayWhichNumberWasWrongWhereTheCallDoesNot) {
  const Decided blind = Start();
  RecordCall::Command command{.debtor = debtor_.id, .id = blind.reserved->id};
  command.report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()};
  const ContactPointId known = AddPhone(1);
  Kept<LoggedCommunication> told;
  const auto record = [&] { return record_call_.Handle(world_.ACall(), command, told).status(); };
  EXPECT_THAT(ViolationsOf(record()), ElementsAre(Violation{"contact_point", Fault::kRequired}));
  command.contact.point = NumberedId<ContactPointId>(404);
  EXPECT_THAT(ViolationsOf(record()),
              ElementsAre(Violation{"contact_point", Fault::kReferenceUnknown}));
  command.contact.point = known;
  EXPECT_THAT(record(), IsOk());
  EXPECT_EQ(RuleOf(Start()), "PARLEY.WRONG_PERSON");
}

TEST_F(PersonContacts, SayOfACallThatCameInWhichNumberIsWrong) {
  const ContactPointId known = AddPhone(1);
  RecordCall::Command came{.debtor = debtor_.id};
  came.report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()};
  Kept<LoggedCommunication> told;
  EXPECT_THAT(record_call_.Handle(world_.ACall(), came, told), IsRefused(Reason::kFieldInvalid));
  came.contact.point = known;
  EXPECT_THAT(record_call_.Handle(world_.ACall(), came, told), IsOk());
  EXPECT_EQ(RuleOf(Start()), "PARLEY.WRONG_PERSON");
}

TEST_F(PersonContacts, KeepTheNumberThatWasDialled) {
  AddPhone(1);
  const Decided first = Start();
  RecordCall::Command command{.debtor = debtor_.id, .id = first.reserved->id};
  command.contact.point = AddPhone(2);
  command.report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()};
  Kept<LoggedCommunication> told;
  EXPECT_THAT(ViolationsOf(record_call_.Handle(world_.ACall(), command, told).status()),
              ElementsAre(Violation{"contact_point", Fault::kImmutable}));
  command.contact.point = first.reserved->contact.point;
  EXPECT_THAT(record_call_.Handle(world_.ACall(), command, told), IsOk());
}

TEST_F(PersonContacts, TeachWhichNumberIsGood) {
  const ContactPointId dead = AddPhone(1);
  const ContactPointId other = AddPhone(2);
  const auto tell = [&](CallOutcome outcome) {
    const Decided call = Start();
    RecordCall::Command command{.debtor = debtor_.id, .id = call.reserved->id};
    command.report = {.outcome = outcome, .began = world_.clock.Now()};
    Kept<LoggedCommunication> told;
    EXPECT_THAT(record_call_.Handle(world_.ACall(), command, told), IsOk());
    return call.reserved->contact.point;
  };
  EXPECT_EQ(tell(CallOutcome::kNotInService), dead);
  EXPECT_EQ(tell(CallOutcome::kConversation), other);
  Write([&](UnitOfWork& unit) {
    const DebtorRecord record = ValueOf(unit.person_records().Find(debtor_.id));
    EXPECT_EQ(record.points.front().last_failure, world_.clock.Now());
    EXPECT_EQ(QualityOf(record.points.front()), PointQuality::kDoubtful);
    EXPECT_EQ(record.points.back().last_success, world_.clock.Now());
    EXPECT_EQ(QualityOf(record.points.back()), PointQuality::kGood);
  });
}

TEST_F(PersonContacts, AreDialledBeforeTheAllowedTimeEnds) {
  AddPhone(1);
  const Decided at_noon = Start();
  EXPECT_EQ(at_noon.holds_until, world_.clock.Now() + kWordHolds);
  Inconvenience soon;
  soon.id = NumberedId<InconvenienceId>(1);
  soon.kind = DesignationKind::kInconvenientTime;
  soon.closed = {DayWindow{
      .days = {absl::Weekday::monday}, .from = 11 * 60 + 2, .to = 12 * 60}};  // From 11:02.
  soon.provenance = Told();
  Add(soon);
  const Decided short_of_it = Start();
  EXPECT_EQ(short_of_it.holds_until, world_.clock.Now() + absl::Minutes(2));
  // One that begins later is judged as of then.
  world_.clock.Advance(absl::Minutes(3));
  RecordCall::Command late{.debtor = debtor_.id, .id = short_of_it.reserved->id};
  late.report = {.outcome = CallOutcome::kNoAnswer, .began = world_.clock.Now()};
  Kept<LoggedCommunication> told;
  ASSERT_THAT(record_call_.Handle(world_.ACall(), late, told), IsOk());
  const auto verdicts =
      ValueOf(world_.contact_log.ListVerdicts(world_.tenant, debtor_.id, VerdictId(), 10));
  EXPECT_EQ(std::count_if(verdicts.begin(), verdicts.end(),
                          [](const StoredVerdict& one) {
                            return one.moment == VerdictMoment::kDispatch &&
                                   one.answer.decision == GateDecision::kDefer;
                          }),
            1);
}

TEST_F(PersonContacts, AreAboutMoreDebtsThanTheGateHasPlacesFor) {
  AddPhone(1);
  for (int number = 2; number <= 70; ++number) {
    world_.Place(debtor_, absl::StrCat("L-", number), 1'000);
  }
  const Decided decided = Start();
  EXPECT_THAT(decided.verdict.act.debts, SizeIs(70));
  EXPECT_TRUE(decided.reserved.has_value());
  // What stops one of them stops a contact about all.
  Hold fraud = ARespite("2026-11-23");
  fraud.type = HoldType::kIdentity;
  fraud.review = Day(2027, 1, 1);
  fraud.debt = decided.verdict.act.debts.back();
  ASSERT_THAT(world_.PlaceAHold(debtor_.id, fraud), IsOk());
  EXPECT_FALSE(Start().reserved.has_value());
  Contact named;
  named.debts = {decided.verdict.act.debts.front()};
  EXPECT_TRUE(Start(named).reserved.has_value());
}

TEST_F(PersonContacts, GoOnToAnotherNumberWhenOneIsSomebodyElses) {
  const ContactPointId other = AddPhone(1);
  AddPhone(2, {.state = PointState::kVerified});
  const Decided first = Start();
  Kept<LoggedCommunication> told;
  EXPECT_THAT(world_.app.record_call.Handle(
                  world_.ACall(),
                  {.debtor = debtor_.id,
                   .id = first.reserved->id,
                   .report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()}},
                  told),
              IsOk());
  EXPECT_EQ(Start().verdict.act.point, other);
}

}  // namespace
}  // namespace parley
