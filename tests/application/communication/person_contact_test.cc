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

#include "tests/application/communication/person_contacts.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

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
