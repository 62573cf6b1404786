// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/debtor_requests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "tests/domain/communication/debtor_facts_fixture.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Hold AHold(HoldType type, std::optional<DebtId> debt = std::nullopt) {
  Hold hold;
  hold.id = NumberedId<HoldId>(1);
  hold.debtor = NumberedId<DebtorId>(1);
  hold.debt = debt;
  hold.type = type;
  hold.from = TestToday() - 3;
  hold.created_time = TestNow() - absl::Hours(1);
  return hold;
}

Facts Under(const Hold& hold) {
  DebtorRecord record = ARecord();
  record.holds = {hold};
  return Fold(record).facts;
}

OptOut AnOptOut(const ContactScope& scope) {
  OptOut opt_out;
  opt_out.id = NumberedId<OptOutId>(1);
  opt_out.scope = scope;
  opt_out.provenance = ToldBefore();
  return opt_out;
}

ConsentFact Said(ConsentState state, const ContactScope& scope, int hours_ago) {
  ConsentFact fact;
  fact.id = NumberedId<ConsentId>(1);
  fact.kind = ConsentKind::kAutomatedCalls;
  fact.state = state;
  fact.scope = scope;
  fact.provenance = ToldAt(TestNow() - absl::Hours(hours_ago));
  return fact;
}

std::vector<Consent> ConsentsOf(std::vector<ConsentFact> facts, std::vector<OptOut> opt_outs = {}) {
  DebtorRecord record = ARecord();
  record.points = {APhone(1), APhone(2)};
  record.consents = std::move(facts);
  record.opt_outs = std::move(opt_outs);
  return Fold(record).facts.consents;
}

bool Agrees(const std::vector<Consent>& consents, std::uint8_t point, Channel channel,
            Purpose purpose = Purpose::kDemand) {
  return std::any_of(consents.begin(), consents.end(), [&](const Consent& one) {
    return one.point == point && one.channels.Has(channel) && one.purposes.Admits(purpose) &&
           one.received <= TestNow() && one.revoked.value_or(absl::InfiniteFuture()) > TestNow();
  });
}

TEST(FactsOfRequests, AreStopsOfAnAddressAMediumOrAll) {
  DebtorRecord record = ARecord();
  record.opt_outs = {AnOptOut({.point = APhone().id}), AnOptOut({.channel = Channel::kSms}),
                     AnOptOut({.purpose = Purpose::kReminder}), AnOptOut({}),
                     AnOptOut({.point = NumberedId<ContactPointId>(9)})};
  record.opt_outs[3].lifted = TestNow();
  const std::vector<Designation> stops = Fold(record).facts.designations;
  ASSERT_THAT(stops, SizeIs(4));
  EXPECT_EQ(stops[0].kind, DesignationKind::kStopAddress);
  EXPECT_EQ(stops[0].point, 0);
  EXPECT_EQ(stops[0].since, ToldBefore().told);
  EXPECT_EQ(stops[1].kind, DesignationKind::kStopMedium);
  EXPECT_EQ(stops[1].channels, EnumSet<Channel>{Channel::kSms});
  EXPECT_EQ(stops[2].purposes, EnumSet<Purpose>{Purpose::kReminder});
  EXPECT_TRUE(stops[3].channels.empty());
  EXPECT_EQ(stops[3].lifted, TestNow());
}

TEST(FactsOfRequests, AreInconveniences) {
  DebtorRecord record = ARecord();
  Inconvenience said;
  said.kind = DesignationKind::kInconvenientTime;
  said.closed = {Hours(9, 12)};
  said.until = TestNow() + absl::Hours(1);
  said.provenance = ToldBefore();
  Inconvenience place;
  place.kind = DesignationKind::kInconvenientPlace;
  place.place = Place::kWork;
  place.point = APhone().id;
  place.confirmed_in_writing = TestNow();
  record.inconveniences = {said, place};
  const std::vector<Designation> read = Fold(record).facts.designations;
  ASSERT_THAT(read, SizeIs(2));
  EXPECT_EQ(read[0].kind, said.kind);
  EXPECT_EQ(read[0].closed, said.closed);
  EXPECT_EQ(read[0].since, said.provenance.told);
  EXPECT_EQ(read[0].lifted, said.until);
  EXPECT_EQ(read[1].place, Place::kWork);
  EXPECT_EQ(read[1].point, 0);
  EXPECT_EQ(read[1].confirmed_in_writing, TestNow());
}

TEST(FactsOfNeeds, AreVulnerabilityOnlyAsConsented) {
  SupportNeed need;
  need.provenance = ToldBefore();
  need.vulnerability = Vulnerability{.consent = ExplicitConsent{"v1", TestNow(), std::nullopt}};
  DebtorRecord record = ARecord();
  record.needs = {need};
  EXPECT_THAT(Fold(record).facts.noted, SizeIs(1));
  EXPECT_EQ(Fold(record).facts.noted[0].what, Circumstance::kVulnerable);
  record.needs[0].vulnerability->consent->withdrawn = TestNow();
  EXPECT_THAT(Fold(record).facts.noted, IsEmpty());
  record.needs[0].adjustment = Adjustment::kSpecialistTeam;
  EXPECT_THAT(Fold(record).facts.noted, SizeIs(1));
  record.needs[0].until = TestToday() - 1;
  EXPECT_THAT(Fold(record).facts.noted, IsEmpty());
}

TEST(FactsOfHolds, HaveTheirEffectsOnTheDebtsThatTheyAreAbout) {
  const Facts facts = Under(AHold(HoldType::kComplaint, kOtherDebt));
  EXPECT_EQ(facts.debts[0].holds, HoldEffects());
  EXPECT_EQ(facts.debts[1].holds.demand, ContactEffect::kStopped);
  EXPECT_EQ(facts.debts[1].balance, 500);
  EXPECT_THAT(facts.designations, IsEmpty());
}

TEST(FactsOfHolds, SayThatThePersonDiedOrIsInsolvent) {
  EXPECT_TRUE(Under(AHold(HoldType::kDeceased)).persons[0].deceased);
  const Facts insolvent = Under(AHold(HoldType::kInsolvency));
  EXPECT_FALSE(insolvent.persons[0].deceased);
  EXPECT_EQ(insolvent.debts[0].holds.addressee, Addressee::kAdministrator);
}

TEST(FactsOfHolds, AreARespiteOfAllDebts) {
  Hold respite = AHold(HoldType::kRespite);
  respite.until = TestToday() + 10;
  const Facts facts = Under(respite);
  ASSERT_THAT(facts.pauses, SizeIs(1));
  EXPECT_EQ(facts.pauses[0].registered, respite.from - 1);
  EXPECT_EQ(facts.pauses[0].cancelled, *respite.until + 1);
  EXPECT_EQ(facts.pauses[0].debts, DebtSet::All());
  respite.state = HoldState::kEnded;
  EXPECT_THAT(Under(respite).pauses, IsEmpty());
}

TEST(FactsOfHolds, AreWhatThePersonSaid) {
  const Hold stop = AHold(HoldType::kStopContact);
  const std::vector<Designation> cease = Under(stop).designations;
  ASSERT_THAT(cease, SizeIs(1));
  EXPECT_EQ(cease[0].kind, DesignationKind::kCease);
  EXPECT_EQ(cease[0].since, stop.created_time);
  EXPECT_EQ(Under(AHold(HoldType::kRepresentation)).designations.at(0).kind,
            DesignationKind::kRepresented);
  EXPECT_EQ(Under(AHold(HoldType::kHardship)).noted.at(0).what, Circumstance::kFinancialDifficulty);
}

TEST(FactsOfHolds, AreADisputeOfThePartOrTheWhole) {
  Hold dispute = AHold(HoldType::kDispute, kOtherDebt);
  EXPECT_EQ(Under(dispute).disputes.at(0).undisputed, std::nullopt);
  dispute.disputed = Money(200, CurrencyOf("EUR"));
  const Dispute read = Under(dispute).disputes.at(0);
  EXPECT_EQ(read.debts, DebtSet::Of(1));
  EXPECT_EQ(read.undisputed, 300);
  EXPECT_EQ(read.received, dispute.created_time);
  EXPECT_LT(read.submitted, read.received);
  dispute.debt = NumberedId<DebtId>(9);
  EXPECT_THAT(Under(dispute).disputes, IsEmpty());
}

TEST(FactsOfConsents, AreTheFoldForEachAddressAndChannel) {
  const ContactScope second{.point = APhone(2).id};
  const std::vector<Consent> consents =
      ConsentsOf({Said(ConsentState::kRevoked, second, 2), Said(ConsentState::kGranted, {}, 1)});
  // A word about one address outweighs a later one about all.
  EXPECT_TRUE(Agrees(consents, 0, Channel::kCall));
  EXPECT_TRUE(Agrees(consents, 0, Channel::kSms));
  EXPECT_FALSE(Agrees(consents, 1, Channel::kCall));
  EXPECT_FALSE(Agrees(consents, 0, Channel::kEmail));
  EXPECT_THAT(ConsentsOf({}), IsEmpty());
}

TEST(FactsOfConsents, KeepPurposesApart) {
  const std::vector<Consent> consents =
      ConsentsOf({Said(ConsentState::kGranted, {}, 2),
                  Said(ConsentState::kRefused, {.purpose = Purpose::kReminder}, 1)});
  EXPECT_TRUE(Agrees(consents, 0, Channel::kCall));
  EXPECT_FALSE(Agrees(consents, 0, Channel::kCall, Purpose::kReminder));
}

TEST(FactsOfConsents, EndWithTheirTermOrAStop) {
  ConsentFact granted = Said(ConsentState::kGranted, {}, 2);
  granted.expires = TestNow() + absl::Hours(1);
  granted.given_to_us = false;
  const std::vector<Consent> consents = ConsentsOf({granted});
  EXPECT_TRUE(Agrees(consents, 0, Channel::kCall));
  EXPECT_EQ(consents.front().revoked, granted.expires);
  EXPECT_EQ(consents.front().received, granted.provenance.told);
  EXPECT_FALSE(consents.front().given_to_us);
  EXPECT_FALSE(
      Agrees(ConsentsOf({granted}, {AnOptOut({.channel = Channel::kCall})}), 0, Channel::kCall));
  granted.expires = TestNow();
  EXPECT_FALSE(Agrees(ConsentsOf({granted}), 0, Channel::kCall));
}

TEST(FactsOf, NameTheRecordsThatTheyWereReadFrom) {
  const Basis hold{BasisKind::kHold, NumberedId<HoldId>(1).uuid()};
  EXPECT_THAT(Under(AHold(HoldType::kComplaint, kOtherDebt)).debts[0].held_by, IsEmpty());
  EXPECT_THAT(Under(AHold(HoldType::kComplaint, kOtherDebt)).debts[1].held_by,
              testing::ElementsAre(hold));
  EXPECT_EQ(Under(AHold(HoldType::kStopContact)).designations.at(0).basis, hold);
  EXPECT_EQ(Under(AHold(HoldType::kDispute)).disputes.at(0).basis, hold);
  EXPECT_EQ(Under(AHold(HoldType::kRespite)).pauses.at(0).basis, hold);
  DebtorRecord record = ARecord();
  record.points = {APhone(1)};
  record.consents = {Said(ConsentState::kGranted, {}, 2)};
  record.opt_outs = {AnOptOut({})};
  const Facts facts = Fold(record).facts;
  EXPECT_EQ(facts.persons[0].points.at(0).basis,
            Basis(BasisKind::kContactPoint, APhone(1).id.uuid()));
  EXPECT_EQ(facts.consents.at(0).basis,
            Basis(BasisKind::kConsent, NumberedId<ConsentId>(1).uuid()));
  EXPECT_EQ(facts.designations.at(0).basis,
            Basis(BasisKind::kOptOut, NumberedId<OptOutId>(1).uuid()));
}

}  // namespace
}  // namespace parley
