// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/debtor_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "domain/communication/gate.h"
#include "tests/domain/communication/debtor_facts_fixture.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ContactPoint OnlyPoint(const KnownPoint& point) {
  DebtorRecord record = ARecord();
  record.points = {point};
  return TheDebtor(record).points.front();
}

Location Guess(LocationSource source, std::vector<std::string> zones, std::string region = "") {
  Location location;
  location.source = source;
  location.time_zones = std::move(zones);
  location.region = std::move(region);
  location.provenance = ToldBefore();
  return location;
}

std::vector<std::pair<std::string, LocationSource>> NamesOf(const Person& person) {
  std::vector<std::pair<std::string, LocationSource>> names;
  for (const ZoneCandidate& one : person.zones) names.emplace_back(one.zone.name(), one.source);
  return names;
}

TEST(FactsOfPoints, TellHowFarAnAddressIsTrusted) {
  KnownPoint verified = APhone();
  verified.state = PointState::kVerified;
  verified.kind = PointClass::kWork;
  verified.place = Place::kWork;
  verified.shared = true;
  verified.of_employer = true;
  const ContactPoint point = OnlyPoint(verified);
  EXPECT_FALSE(point.unverified);
  EXPECT_EQ(point.kind, PointClass::kWork);
  EXPECT_EQ(point.place, Place::kWork);
  EXPECT_TRUE(point.shared);
  EXPECT_TRUE(point.of_employer);
  EXPECT_TRUE(OnlyPoint(APhone()).unverified);
}

TEST(FactsOfPoints, TellWhyNothingGoesThere) {
  const absl::Time since = TestNow() - absl::Hours(5);
  EXPECT_EQ(OnlyPoint(Suppressed(SuppressionCause::kWrongPerson)).not_theirs_since, since);
  EXPECT_EQ(OnlyPoint(Suppressed(SuppressionCause::kBounce)).closed_since, since);
  EXPECT_EQ(OnlyPoint(RetirePoint(APhone(), TestNow())).closed_since, TestNow());
  for (const SuppressionCause cause : {SuppressionCause::kComplaint, SuppressionCause::kOptOut}) {
    DebtorRecord record = ARecord();
    record.points = {Suppressed(cause)};
    const Facts facts = Fold(record).facts;
    ASSERT_THAT(facts.designations, SizeIs(1));
    EXPECT_EQ(facts.designations[0].kind, DesignationKind::kStopAddress);
    EXPECT_EQ(facts.designations[0].point, 0);
    EXPECT_EQ(facts.designations[0].since, since);
    EXPECT_EQ(facts.persons[0].points[0].closed_since, std::nullopt);
  }
}

TEST(FactsOfPlaces, KeepEachGuessWithItsSource) {
  DebtorRecord record = ARecord();
  record.debtor.time_zone = "Europe/Berlin";
  record.locations = {Guess(LocationSource::kNumber, {"Europe/Paris", "Europe/Berlin"}),
                      Guess(LocationSource::kOther, {"Europe/Madrid"})};
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Berlin", LocationSource::kAddress),
                          std::pair("Europe/Paris", LocationSource::kNumber),
                          std::pair("Europe/Madrid", LocationSource::kOther)));
  EXPECT_EQ(TheDebtor(record).known_zone, std::nullopt);
}

TEST(FactsOfPlaces, TakeWhatWasToldForKnown) {
  DebtorRecord record = ARecord();
  Location told = Guess(LocationSource::kTold, {"Europe/Paris"}, "FR");
  told.place = Place::kWork;
  told.until = TestNow() + absl::Hours(24);
  record.locations = {Guess(LocationSource::kAddress, {"Europe/Berlin"}, "DE"), told};
  EXPECT_EQ(TheDebtor(record).known_zone, Zone("Europe/Paris"));
  EXPECT_EQ(TheDebtor(record).known_at, Place::kWork);
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Berlin", LocationSource::kAddress)));
  // Of a place with two zones, each counts.
  record.locations[1].time_zones.emplace_back("Europe/Madrid");
  EXPECT_EQ(TheDebtor(record).known_zone, std::nullopt);
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Paris", LocationSource::kTold),
                          std::pair("Europe/Madrid", LocationSource::kTold)));
}

TEST(FactsOfPlaces, FallBackToTheCountry) {
  DebtorRecord record = ARecord();
  record.debtor.region = "DE-BY";
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Berlin", LocationSource::kOther),
                          std::pair("Europe/Zurich", LocationSource::kOther)));
  record.debtor.region.clear();
  record.points[0].region = "DE";
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Berlin", LocationSource::kNumber),
                          std::pair("Europe/Zurich", LocationSource::kNumber)));
  record.points[0] = ReportWrongPerson(record.points[0], TestNow());
  EXPECT_THAT(NamesOf(TheDebtor(record)), IsEmpty());
}

TEST(FactsOfPlaces, AreDoubtedByANumberOfAnotherCountry) {
  DebtorRecord record = ARecord();
  record.points[0].region = "DE";
  record.debtor.time_zone = "Europe/Zurich";
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Zurich", LocationSource::kAddress)));
  record.debtor.time_zone = "Europe/Madrid";
  EXPECT_THAT(NamesOf(TheDebtor(record)),
              ElementsAre(std::pair("Europe/Madrid", LocationSource::kAddress),
                          std::pair("Europe/Berlin", LocationSource::kNumber),
                          std::pair("Europe/Zurich", LocationSource::kNumber)));
}

TEST(FactsOfPlaces, KnowNothingWhereAZoneIsUnknown) {
  DebtorRecord record = ARecord();
  record.locations = {Guess(LocationSource::kNumber, {"Europe/Paris", "Mars/Olympus"})};
  EXPECT_THAT(NamesOf(TheDebtor(record)), IsEmpty());
  EXPECT_THAT(NamesOf(TheDebtor(ARecord())), IsEmpty());
}

TEST(FactsOfPlaces, NameEveryRegionWhoseLawMaySpeak) {
  DebtorRecord record = ARecord();
  record.debtor.region = "AT";
  record.locations = {Guess(LocationSource::kNumber, {"Europe/Paris"}, "FR")};
  record.points[0].region = "DE";
  record.work_hours = {Hours(9, 17)};
  const Person person = TheDebtor(record);
  EXPECT_THAT(person.regions, ElementsAre("AT", "FR", "DE"));
  EXPECT_EQ(person.holidays, HolidaysOf("DE"));
  EXPECT_EQ(person.work_hours, record.work_hours);
  EXPECT_TRUE(person.natural);
  record.debtor.kind = DebtorKind::kOrganisation;
  EXPECT_FALSE(TheDebtor(record).natural);
}

TEST(FactsOfRepresentatives, SpeakWithinTheirScopeOnceTheyShowedIt) {
  DebtorRecord record = ARecord();
  record.representatives = {AnAttorney()};
  record.representatives[0].debts = {kOtherDebt};
  KnownPoint office = APhone(2);
  office.representative = kAttorney;
  office.region = "DE";
  record.points.push_back(office);
  const DebtorFacts known = Fold(record);
  EXPECT_THAT(known.persons, ElementsAre(std::nullopt, kAttorney));
  const Person& attorney = known.facts.persons[1];
  EXPECT_EQ(attorney.relation, Relation::kAttorneyOfConsumer);
  EXPECT_EQ(attorney.may_know, DebtSet::Of(1));
  EXPECT_THAT(attorney.regions, ElementsAre("DE"));
  EXPECT_THAT(attorney.zones, SizeIs(2));
  ASSERT_NE(known.Find(office.id), nullptr);
  EXPECT_EQ(known.Find(office.id)->person, 1);
  EXPECT_EQ(known.Find(office.id)->point, 0);
  EXPECT_THAT(known.facts.persons[0].points, SizeIs(1));
  ASSERT_THAT(known.facts.designations, SizeIs(1));
  EXPECT_EQ(known.facts.designations[0].kind, DesignationKind::kRepresented);
  EXPECT_EQ(known.facts.designations[0].debts, DebtSet::Of(1));
}

TEST(FactsOfRepresentatives, KeepTheDebtorsHolidaysWhereTheirPlaceIsUnknown) {
  DebtorRecord record = ARecord();
  record.debtor.region = "DE";
  record.representatives = {AnAttorney()};
  const DebtorFacts known = Fold(record);
  const Person& attorney = known.facts.persons[1];
  EXPECT_THAT(attorney.regions, IsEmpty());
  ASSERT_NE(HolidaysOf("DE"), nullptr);
  EXPECT_EQ(attorney.holidays, HolidaysOf("DE"));
  // By whose clock they live stays unknown, and forbids.
  EXPECT_THAT(attorney.zones, IsEmpty());
}

TEST(FactsOfRepresentatives, AreToldOfNoDebtBeforeOrAfter) {
  Representative claimed = AnAttorney(1);
  claimed.state = RepresentationState::kClaimed;
  Representative ended = AnAttorney(2);
  ended.state = RepresentationState::kRevoked;
  Representative powerless = AnAttorney(3);
  powerless.powers = {Power::kPay};
  DebtorRecord record = ARecord();
  record.representatives = {claimed, ended, powerless};
  const Facts facts = Fold(record).facts;
  for (std::size_t at = 1; at < facts.persons.size(); ++at) {
    EXPECT_EQ(facts.persons[at].relation, Relation::kThirdParty) << at;
    EXPECT_EQ(facts.persons[at].may_know, DebtSet()) << at;
  }
  // A claim spares the person already, and one that ended does no more.
  EXPECT_THAT(facts.designations, SizeIs(2));
}

TEST(FactsOfRepresentatives, EachRoleHasItsRule) {
  const std::vector<std::pair<RepresentativeRole, std::vector<DesignationKind>>> rows = {
      {RepresentativeRole::kAttorney, {DesignationKind::kRepresented}},
      {RepresentativeRole::kDebtAdviser, {DesignationKind::kWithAdviser}},
      {RepresentativeRole::kExecutor, {}},
      {RepresentativeRole::kCarer, {}}};
  for (const auto& [role, kinds] : rows) {
    DebtorRecord record = ARecord();
    record.representatives = {AnAttorney()};
    record.representatives[0].role = role;
    const Facts facts = Fold(record).facts;
    EXPECT_EQ(facts.persons[1].relation, RelationOf(role));
    std::vector<DesignationKind> found;
    for (const Designation& one : facts.designations) found.push_back(one.kind);
    EXPECT_EQ(found, kinds) << WordFor(role);
  }
}

std::vector<ContactDebt> Debts(std::size_t count) {
  std::vector<ContactDebt> debts(count);
  for (std::size_t at = 0; at < count; ++at) {
    debts[at].id = NumberedId<DebtId>(at + 1);
    debts[at].balance = 100;
  }
  return debts;
}

DebtorFacts FoldDebts(const std::vector<ContactDebt>& debts, const DebtorRecord& record) {
  return FactsOf(record, debts, {ZoneOf, ZonesOf, HolidaysOf}, {TestNow(), TestToday()});
}

constexpr std::size_t kShared = kMostDebts - 1;

TEST(FactsOf, SharesTheLastPlaceAmongTheDebtsThatHaveNoneOfTheirOwn) {
  std::vector<ContactDebt> debts = Debts(kMostDebts + 2);
  debts[kMostDebts].promised = true;
  debts[kMostDebts + 1].derived.demand = ContactEffect::kStopped;
  const Facts facts = FoldDebts(debts, ARecord()).facts;
  ASSERT_THAT(facts.debts, SizeIs(kMostDebts));
  EXPECT_TRUE(facts.debts[kShared].promised);
  EXPECT_EQ(facts.debts[kShared].holds.demand, ContactEffect::kStopped);
  EXPECT_EQ(facts.debts[kShared].balance, 300);
  EXPECT_TRUE(facts.debts[kShared].open);
  EXPECT_FALSE(facts.debts[kShared - 1].promised);
}

TEST(FactsOf, TakesNothingFromADebtThatIsNotMeantAndHasNoPlaceOfItsOwn) {
  std::vector<ContactDebt> debts = Debts(kMostDebts + 1);
  debts.back().open = false;
  debts.back().meant = false;
  const DebtorFacts known = FoldDebts(debts, ARecord());
  EXPECT_TRUE(known.facts.debts[kShared].open);
  EXPECT_EQ(known.facts.debts[kShared].balance, 100);
  // What happened about it counts all the same.
  EXPECT_EQ(known.SetOf(std::vector{debts.back().id}), DebtSet::Of(kShared));
}

TEST(FactsOf, TellsNobodyOfASharedPlaceWhoMayNotKnowOfEachDebtInIt) {
  const std::vector<ContactDebt> debts = Debts(kMostDebts + 1);
  DebtorRecord record = ARecord();
  record.representatives = {AnAttorney()};
  record.representatives[0].debts = {debts[0].id, debts[kShared].id};
  EXPECT_EQ(FoldDebts(debts, record).facts.persons[1].may_know, DebtSet::Of(0));
  // Who is represented for one of them is spared for all.
  DebtSet spared = DebtSet::Of(0);
  spared.Add(DebtSet::Of(kShared));
  EXPECT_EQ(FoldDebts(debts, record).facts.designations[0].debts, spared);
  record.representatives[0].debts.push_back(debts.back().id);
  EXPECT_EQ(FoldDebts(debts, record).facts.persons[1].may_know, spared);
}

TEST(Standing, ARepresentativeIsToldOfNoDebtOutsideTheirScope) {
  const Rulebooks books = TestBook().Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].may_know = DebtSet::Of(1);
  const Act act = CallAboutTheFirst();
  const Verdict verdict = Ask(act, facts, books, TestNow());
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.NO_AUTHORITY");
  facts.persons[0].may_know = DebtSet::Of(0);
  EXPECT_EQ(Ask(act, facts, books, TestNow()).decision, GateDecision::kAllow);
}

}  // namespace
}  // namespace parley
