// SPDX-License-Identifier: Apache-2.0
// What is recorded of a person decides whether and where they are reached.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/support/application/held_rulebooks.h"
#include "tests/support/domain/rulebook_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr int kElevenInBerlin = 10;  // As an hour of UTC.

Rule ARule(std::string id, RuleKind kind) {
  Rule rule{.id = std::move(id), .cite = "a test", .force = Force::kPolicy};
  rule.kind = std::move(kind);
  return rule;
}

// A book that respects what a person asked for, and nothing else.
Rulebooks ABookOfWishes() {
  Rulebook book = ATestBook();
  Suppression address{.designation = DesignationKind::kStopAddress};
  address.at_point = true;
  Rule consent = ARule("TEST.CONSENT", ConsentRequired{ConsentKind::kAutomatedCalls});
  consent.concern.channels = {Channel::kSms};
  const Rule hours = book.rules.back();
  book.rules = {hours, ARule("TEST.STOP_MEDIUM", Suppression{}),
                ARule("TEST.STOP_ADDRESS", address), ARule("TEST.DESIGNATED", DesignatedTime{}),
                consent};
  return Rulebooks::Make({book}, {}).value();
}

class PersonContacts : public testing::Test {
 protected:
  PersonContacts() {
    world_.clock.Set(absl::FromCivil(absl::CivilHour(2026, 11, 23, kElevenInBerlin),
                                     absl::UTCTimeZone()));  // A Monday.
    Change([&](Debtor& debtor) {
      debtor.time_zone = "Europe/Berlin";
      debtor.region.clear();
    });
  }

  void Write(absl::FunctionRef<void(UnitOfWork&)> write) {
    const auto work = [&](UnitOfWork& unit) {
      write(unit);
      return absl::OkStatus();
    };
    ASSERT_THAT(world_.store.Run(world_.tenant, std::array{debtor_.id}, work), IsOk());
  }
  void Change(absl::FunctionRef<void(Debtor&)> change) {
    Write([&](UnitOfWork& unit) {
      Debtor debtor = ValueOf(unit.debtors().Find(debtor_.id));
      change(debtor);
      debtor.record_revision = unit.Head(debtor_.id).revision + 1;
      unit.debtors().Replace(debtor);
    });
  }
  void Say(const RecordFact& fact) {
    Write([&](UnitOfWork& unit) { unit.person_records().Append(debtor_.id, fact); });
  }
  void Add(const RecordPart& part) {
    Write([&](UnitOfWork& unit) { unit.person_records().Add(debtor_.id, part); });
  }
  ContactPointId AddPhone(int number, const KnownPoint& known = {}) {
    KnownPoint point = known;
    point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(number));
    point.debtor = debtor_.id;
    point.type = PointType::kPhone;
    point.address = Secret("+4930555010" + std::to_string(number));
    Write([&](UnitOfWork& unit) {
      unit.person_records().Add(point, NumberedFingerprint(static_cast<std::uint8_t>(number)));
    });
    return point.id;
  }

  static std::vector<Basis> RecordsOf(const Answered& answer) {
    return answer.deciding_rule()->rests_on;
  }

  Provenance Told() const {
    const absl::Time told = world_.clock.Now() - absl::Hours(1);
    return {Secret("the debtor"), "agent-1", told, told};
  }
  OptOut AStop(const ContactScope& scope) const {
    OptOut stop;
    stop.id = NumberedId<OptOutId>(1);
    stop.scope = scope;
    stop.provenance = Told();
    return stop;
  }
  Representative AnAttorney(RepresentationState state) const {
    Representative attorney;
    attorney.id = NumberedId<RepresentativeId>(1);
    attorney.role = RepresentativeRole::kAttorney;
    attorney.powers = {Power::kBeTold};
    attorney.from = Day(2026, 1, 1);
    attorney.state = state;
    attorney.provenance = Told();
    return attorney;
  }

  Decided Start(const Contact& contact = {}) {
    Kept<Decided> decided;
    EXPECT_THAT(start_call_.Handle(world_.ACall(), {debtor_.id, contact}, decided), IsOk());
    return *decided;
  }
  std::string RuleOf(const Decided& decided) {
    const ToldRule* rule = decided.verdict.answer.deciding_rule();
    return rule == nullptr ? std::string() : rule->rule;
  }
  EvaluateContact::OfChannel Evaluate(Channel channel) {
    EvaluateContact::Query query{.tenant = world_.tenant, .debtor = debtor_.id};
    query.channel = channel;
    return ValueOf(evaluate_contact_.Handle(query)).channels.front();
  }

  World world_;
  HeldRulebooks rulebooks_{ABookOfWishes()};
  Mutations mutations_{world_.store, world_.given_answers, world_.seal, world_.clock};
  StartCall start_call_{mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}};
  RecordCall record_call_{
      mutations_, {rulebooks_, world_.ids, {world_.zones, world_.regions}}, world_.blind_index};
  EvaluateContact evaluate_contact_{
      world_.contact_log, rulebooks_, world_.clock, {world_.zones, world_.regions}};
  Debtor debtor_ = world_.MakeDebtor("D-1");
  Debt debt_ = world_.Place(debtor_, "L-1", 100'000);
};

TEST_F(PersonContacts, UseTheBestPointThatTheRulesLetThemUse) {
  const ContactPointId first = AddPhone(1);
  const ContactPointId verified = AddPhone(2, {.state = PointState::kVerified});
  const Decided decided = Start();
  EXPECT_EQ(decided.verdict.act.point, verified);
  EXPECT_EQ(decided.reserved->contact.point, verified);
  EXPECT_EQ(decided.point->address.Reveal(), "+49305550102");
  EXPECT_EQ(Evaluate(Channel::kCall).point, verified);
  Add(AStop({.point = verified}));
  EXPECT_EQ(Start().verdict.act.point, first);
  Contact named;
  named.point = verified;
  EXPECT_EQ(RuleOf(Start(named)), "TEST.STOP_ADDRESS");
}

TEST_F(PersonContacts, EndWithAnOptOut) {
  AddPhone(1);
  Add(AStop({.channel = Channel::kCall}));
  const Decided decided = Start();
  EXPECT_EQ(RuleOf(decided), "TEST.STOP_MEDIUM");
  EXPECT_THAT(RecordsOf(decided.verdict.answer),
              ElementsAre(Basis{BasisKind::kOptOut, NumberedId<OptOutId>(1).uuid()}));
  EXPECT_FALSE(Evaluate(Channel::kCall).answer.allows());
  EXPECT_TRUE(Evaluate(Channel::kLetter).answer.allows());
}

TEST_F(PersonContacts, NeedTheConsentThatARuleAsksFor) {
  const ContactPointId phone = AddPhone(1);
  EXPECT_FALSE(Evaluate(Channel::kSms).answer.allows());
  ConsentFact consent;
  consent.id = NumberedId<ConsentId>(1);
  consent.kind = ConsentKind::kAutomatedCalls;
  consent.wording_version = "2026-10";
  consent.scope.point = phone;
  consent.provenance = Told();
  Say(consent);
  const Answered agreed = Evaluate(Channel::kSms).answer;
  EXPECT_TRUE(agreed.allows());
  const auto by = std::find_if(agreed.rules.begin(), agreed.rules.end(),
                               [](const ToldRule& one) { return one.rule == "TEST.CONSENT"; });
  ASSERT_NE(by, agreed.rules.end());
  EXPECT_THAT(by->rests_on, ElementsAre(Basis{BasisKind::kConsent, consent.id.uuid()}));
  Add(AStop({.channel = Channel::kSms}));
  EXPECT_FALSE(Evaluate(Channel::kSms).answer.allows());
}

TEST_F(PersonContacts, KeepAwayFromTimesThatThePersonNamed) {
  AddPhone(1);
  Inconvenience at_eleven;
  at_eleven.id = NumberedId<InconvenienceId>(1);
  at_eleven.kind = DesignationKind::kInconvenientTime;
  at_eleven.closed = {DayWindow{.days = {absl::Weekday::monday}, .from = 10 * 60, .to = 12 * 60}};
  at_eleven.provenance = Told();
  Add(at_eleven);
  const Decided decided = Start();
  EXPECT_EQ(RuleOf(decided), "TEST.DESIGNATED");
  EXPECT_THAT(RecordsOf(decided.verdict.answer),
              ElementsAre(Basis{BasisKind::kInconvenience, at_eleven.id.uuid()}));
  EXPECT_EQ(decided.verdict.answer.until, world_.clock.Now() + absl::Hours(1));
}

TEST_F(PersonContacts, ReachARepresentativeAtAPointOfTheirs) {
  Add(AnAttorney(RepresentationState::kActive));
  Contact contact;
  contact.point = AddPhone(1, {.representative = NumberedId<RepresentativeId>(1), .region = "DE"});
  const Decided decided = Start(contact);
  EXPECT_TRUE(decided.reserved.has_value()) << RuleOf(decided);
  EXPECT_EQ(decided.verdict.act.representative, NumberedId<RepresentativeId>(1));
  EXPECT_EQ(decided.verdict.act.relation, Relation::kAttorneyOfConsumer);
}

TEST_F(PersonContacts, TellNothingToWhomNobodyGaveAuthority) {
  Add(AnAttorney(RepresentationState::kClaimed));
  Contact contact;
  contact.point = AddPhone(1, {.representative = NumberedId<RepresentativeId>(1), .region = "DE"});
  EXPECT_EQ(RuleOf(Start(contact)), "PARLEY.NO_AUTHORITY");
}

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
  fraud.debt = decided.verdict.act.debts.back();
  ASSERT_THAT(world_.PlaceAHold(debtor_.id, fraud), IsOk());
  EXPECT_FALSE(Start().reserved.has_value());
  Contact named;
  named.debts = {decided.verdict.act.debts.front()};
  EXPECT_TRUE(Start(named).reserved.has_value());
}

TEST_F(PersonContacts, GoByThePointThatOpensSoonest) {
  world_.clock.Set(world_.clock.Now() - absl::Hours(4));  // At seven.
  const ContactPointId stopped = AddPhone(1, {.state = PointState::kVerified});
  const ContactPointId other = AddPhone(2);
  Add(AStop({.point = stopped}));
  const EvaluateContact::OfChannel call = Evaluate(Channel::kCall);
  EXPECT_EQ(call.point, other);
  EXPECT_EQ(call.answer.decision, GateDecision::kDefer);
}

TEST_F(PersonContacts, PassWhatWasStoppedOnlyToAnswerAndOnce) {
  Rulebook book = ATestBook();
  book.rules = {ARule("TEST.STOP", Suppression{.reply_once = ReplyOnce{}})};
  rulebooks_.Hold(Rulebooks::Make({book}, {}).value());
  Add(AStop({.channel = Channel::kCall}));
  RecordCall::Command came{.debtor = debtor_.id};
  came.report = {.outcome = CallOutcome::kNoMessageLeft, .began = world_.clock.Now()};
  Kept<LoggedCommunication> recorded;
  ASSERT_THAT(record_call_.Handle(world_.ACall(), came, recorded), IsOk());
  Contact answer;
  answer.in_reply_to = recorded->id;
  EXPECT_EQ(RuleOf(Start(answer)), "TEST.STOP");
  answer.purpose = Purpose::kReply;
  EXPECT_TRUE(Start(answer).reserved.has_value());
  EXPECT_EQ(RuleOf(Start(answer)), "TEST.STOP");
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

TEST_F(PersonContacts, KeepToTheHoursOfEveryPlaceWhereTheyMayBe) {
  Change([](Debtor& debtor) { debtor.time_zone.clear(); });
  const Decided nowhere = Start();
  EXPECT_EQ(RuleOf(nowhere), "PARLEY.PLACE_UNKNOWN");
  EXPECT_THAT(nowhere.verdict.answer.zones, IsEmpty());
  AddPhone(1, {.region = "ES"});
  // 08:00 on the Canaries, and 09:00 in Madrid.
  world_.clock.Set(world_.clock.Now() + absl::Hours(24 - 2));
  const Decided decided = Start();
  EXPECT_EQ(RuleOf(decided), "TEST.HOURS");
  EXPECT_EQ(decided.verdict.answer.until, world_.clock.Now() + absl::Minutes(30));
  EXPECT_THAT(decided.verdict.answer.zones,
              UnorderedElementsAre(JudgedZone{"Europe/Madrid", LocationSource::kNumber},
                                   JudgedZone{"Atlantic/Canary", LocationSource::kNumber}));
  Location told;
  told.source = LocationSource::kTold;
  told.time_zones = {"Europe/Madrid"};
  told.provenance = Told();
  told.until = world_.clock.Now() + absl::Hours(24);
  Say(told);
  const Decided there = Start();
  EXPECT_TRUE(there.reserved.has_value());
  EXPECT_THAT(there.verdict.answer.zones,
              ElementsAre(JudgedZone{"Europe/Madrid", LocationSource::kTold}));
}

TEST_F(PersonContacts, ComeWithWhatThePersonNeeds) {
  AddPhone(1);
  SupportNeed need;
  need.id = NumberedId<SupportNeedId>(1);
  need.adjustment = Adjustment::kInterpreter;
  need.review = Day(2027, 1, 1);
  need.provenance = Told();
  Add(need);
  SupportNeed over = need;
  over.id = NumberedId<SupportNeedId>(2);
  over.review = Day(2026, 10, 1);
  over.until = Day(2026, 11, 1);
  Add(over);
  Preferences preferences;
  preferences.languages = {"tr", "de"};
  Say(preferences);
  const Decided decided = Start();
  ASSERT_THAT(decided.needs, SizeIs(1));
  EXPECT_EQ(decided.needs.front().adjustment, Adjustment::kInterpreter);
  EXPECT_EQ(decided.preferences.languages, preferences.languages);
}

TEST_F(PersonContacts, NameAPointOfTheChannelAndThePerson) {
  EvaluateContact::Query query{.tenant = world_.tenant, .debtor = debtor_.id};
  query.contact.point = AddPhone(1);
  EXPECT_THAT(ValueOf(evaluate_contact_.Handle(query)).channels, SizeIs(3));
  query.channel = Channel::kEmail;
  EXPECT_THAT(evaluate_contact_.Handle(query), IsRefused(Reason::kFieldInvalid));
  query.contact.point = NumberedId<ContactPointId>(404);
  query.channel.reset();
  EXPECT_THAT(evaluate_contact_.Handle(query), IsRefused(Reason::kFieldInvalid));
}

}  // namespace
}  // namespace parley
