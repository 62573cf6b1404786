// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/person_parts.h"

#include <utility>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

constexpr auto kDebtor = NumberedId<DebtorId>(1);

Provenance AProvenance() { return {Secret("the debtor"), "agent-1", TestNow(), Late()}; }

}  // namespace

absl::Time Late() { return TestNow() + absl::Microseconds(1); }

DayWindow AWindow() {
  return {{absl::Weekday::monday, absl::Weekday::sunday},
          22 * 60,
          kMinutesOfDay,
          Period{Day(2024, 2, 29), Day(9999, 12, 31)}};
}

ContactScope FullScope() {
  return {NumberedId<ContactPointId>(1), Channel::kPublicPost, Purpose::kUnrelated};
}

KnownPoint APoint(int number) {
  KnownPoint point;
  point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(number));
  point.debtor = kDebtor;
  point.address = Secret("+14155550100");
  point.provenance = AProvenance();
  point.revision = 2;
  point.updated_time = TestNow();
  return point;
}

KnownPoint FullPoint() {
  KnownPoint point = APoint();
  point.representative = NumberedId<RepresentativeId>(7);
  point.type = PointType::kPostal;
  point.kind = PointClass::kCellular;
  point.place = Place::kOther;
  point.address = Secret("Two \"lines\"\nof {an} address \\ 例");
  point.postal_code = Secret("SW1A 1AA");
  point.region = "GB";
  point.shared = true;
  point.of_employer = true;
  point.state = PointState::kSuppressed;
  point.cause = SuppressionCause::kOptOut;
  point.cause_time = Late();
  point.last_success = TestNow();
  point.last_failure = Late();
  point.failures = 3;
  return point;
}

ConsentFact AConsent(int number) {
  ConsentFact fact;
  fact.id = NumberedId<ConsentId>(static_cast<std::uint64_t>(number));
  fact.wording_version = "v1";
  fact.provenance = AProvenance();
  return fact;
}

ConsentFact FullConsent() {
  ConsentFact fact = AConsent();
  fact.kind = ConsentKind::kTime;
  fact.state = ConsentState::kExpired;
  fact.scope = FullScope();
  fact.given_to_us = false;
  fact.how = Channel::kPortal;
  fact.evidence = Secret("a recording, 'quoted'");
  fact.expires = Late();
  fact.only_days = {Day(2026, 1, 1), Day(2026, 12, 31)};
  fact.hours = {AWindow(), DayWindow()};
  return fact;
}

OptOut AnOptOut(int number) {
  OptOut opt_out;
  opt_out.id = NumberedId<OptOutId>(static_cast<std::uint64_t>(number));
  opt_out.words = Secret("no more");
  opt_out.provenance = AProvenance();
  return opt_out;
}

Inconvenience AnInconvenience() {
  Inconvenience one;
  one.id = NumberedId<InconvenienceId>(1);
  one.closed = {AWindow()};
  one.place = Place::kWork;
  one.point = NumberedId<ContactPointId>(1);
  one.words = Secret("not at work");
  one.confirmed_in_writing = Late();
  one.until = Late();
  one.provenance = AProvenance();
  return one;
}

SupportNeed ANeed() {
  SupportNeed need;
  need.id = NumberedId<SupportNeedId>(1);
  need.adjustment = Adjustment::kOther;
  need.note = Secret("a note");
  need.vulnerability = Vulnerability{VulnerabilityDriver::kCapability, Secret("a reason"),
                                     ExplicitConsent{"v2", TestNow(), Late()}};
  need.review = Day(2026, 6, 1);
  need.until = Day(2027, 6, 1);
  need.provenance = AProvenance();
  return need;
}

Representative ARepresentative(int number) {
  Representative one;
  one.id = NumberedId<RepresentativeId>(static_cast<std::uint64_t>(number));
  one.role = RepresentativeRole::kOther;
  one.name = Secret("A Name");
  one.organisation = Secret("An Organisation");
  one.powers = {Power::kBeTold, Power::kReceiveNotices};
  one.debts = {NumberedId<DebtId>(1), NumberedId<DebtId>(2)};
  one.from = Day(2026, 1, 1);
  one.until = Day(2026, 12, 31);
  one.state = RepresentationState::kActive;
  one.document = Secret("a document");
  one.provenance = AProvenance();
  one.revision = 2;
  one.updated_time = TestNow();
  return one;
}

Location ALocation(std::vector<std::string> zones) {
  return {LocationSource::kOther, std::move(zones), "US-CA", Place::kHome, Late(), AProvenance()};
}

VerificationTry ATry(bool passed) {
  return {Late(), passed, NumberedId<ContactPointId>(1), "agent-1"};
}

Preferences SomePreferences() {
  return {{{Purpose::kReply, {Channel::kLetter, Channel::kCall}}, {{}, {Channel::kEmail}}},
          {"es-MX", "en"},
          {AccessibleFormat::kLargePrint, AccessibleFormat::kSignLanguage}};
}

BarredAddress Barred(std::uint8_t number, SuppressionCause cause) {
  return {NumberedFingerprint(number), cause, TestNow()};
}

}  // namespace parley
