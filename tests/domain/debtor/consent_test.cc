// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/consent.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

const ContactPointId kPoint = NumberedId<ContactPointId>(1);
const ContactScope kAsked{kPoint, Channel::kSms, Purpose::kReminder};

absl::Time DaysAgo(int days) { return TestNow() - absl::Hours(24 * days); }

ConsentFact AFact(ConsentState state, const ContactScope& scope, int days_ago) {
  ConsentFact fact;
  fact.id = NumberedId<ConsentId>(1);
  fact.state = state;
  fact.scope = scope;
  fact.wording_version = "2026-10";
  fact.provenance = ToldAt(DaysAgo(days_ago));
  return fact;
}

OptOut AnOptOut(const ContactScope& scope, int days_ago) {
  OptOut opt_out;
  opt_out.id = NumberedId<OptOutId>(1);
  opt_out.scope = scope;
  opt_out.words = Secret("STOP");
  opt_out.provenance = ToldAt(DaysAgo(days_ago));
  return opt_out;
}

ConsentStanding Current(const std::vector<ConsentFact>& facts,
                        const std::vector<OptOut>& opt_outs = {}, absl::Time now = TestNow()) {
  return CurrentConsent(facts, opt_outs, ConsentKind::kUseAddress, kAsked, now);
}

TEST(CheckConsent, AsksForHoursOfADay) {
  ConsentFact fact = AFact(ConsentState::kGranted, kAsked, 1);
  fact.hours = {{.from = 8 * 60, .to = 10 * 60}};
  EXPECT_EQ(FaultsOf(CheckConsent, fact), (Faults{{"it.hours[0].weekdays", Fault::kRequired}}));
}

TEST(CheckConsent, AsksAGrantForItsWording) {
  ConsentFact fact = AFact(ConsentState::kGranted, {}, 1);
  EXPECT_THAT(FaultsOf(CheckConsent, fact), IsEmpty());
  fact.wording_version.clear();
  EXPECT_EQ(FaultsOf(CheckConsent, fact), (Faults{{"it.wording_version", Fault::kRequired}}));
  fact.state = ConsentState::kRevoked;
  EXPECT_THAT(FaultsOf(CheckConsent, fact), IsEmpty());
}

TEST(CheckConsent, RefusesConsentFromTheFuture) {
  ConsentFact fact = AFact(ConsentState::kGranted, {}, 0);
  fact.provenance.told = TestNow() + absl::Seconds(1);
  EXPECT_EQ(FaultsOf(CheckConsent, fact), (Faults{{"it.told_time", Fault::kDateInFuture}}));
}

TEST(CheckConsent, EndsAGrantAfterItBeganAndNothingElse) {
  ConsentFact fact = AFact(ConsentState::kGranted, {}, 1);
  fact.expires = fact.provenance.told;
  EXPECT_EQ(FaultsOf(CheckConsent, fact), (Faults{{"it.expire_time", Fault::kDateOrder}}));
  fact.expires = TestNow();
  EXPECT_THAT(FaultsOf(CheckConsent, fact), IsEmpty());
  fact.state = ConsentState::kRefused;
  EXPECT_EQ(FaultsOf(CheckConsent, fact), (Faults{{"it.expire_time", Fault::kUnknownValue}}));
}

TEST(CheckOptOut, IsLiftedAfterItWasSaid) {
  OptOut opt_out = AnOptOut({}, 1);
  EXPECT_THAT(FaultsOf(CheckOptOut, opt_out), IsEmpty());
  opt_out.lifted = DaysAgo(2);
  EXPECT_EQ(FaultsOf(CheckOptOut, opt_out), (Faults{{"it.lift_time", Fault::kDateOrder}}));
}

TEST(CurrentConsent, IsNoPermissionWhereNobodyAsked) {
  const ConsentStanding standing = Current({});
  EXPECT_EQ(standing.state, std::nullopt);
  EXPECT_FALSE(standing.permits());
}

TEST(CurrentConsent, IsTheLatestWord) {
  const std::vector<ConsentFact> facts = {AFact(ConsentState::kRevoked, {}, 2),
                                          AFact(ConsentState::kGranted, {}, 3),
                                          AFact(ConsentState::kGranted, {}, 9)};
  EXPECT_EQ(Current(facts).state, ConsentState::kRevoked);
  EXPECT_FALSE(Current(facts).permits());
  // What held on another day is the same fold.
  EXPECT_TRUE(Current(facts, {}, DaysAgo(3)).permits());
  EXPECT_EQ(Current(facts, {}, DaysAgo(10)).state, std::nullopt);
}

TEST(CurrentConsent, TakesOfOneInstantWhatWasRecordedLater) {
  ConsentFact grant = AFact(ConsentState::kGranted, {}, 2);
  ConsentFact corrected = AFact(ConsentState::kRefused, {}, 2);
  corrected.provenance.recorded += absl::Hours(1);
  EXPECT_EQ(Current({grant, corrected}).state, ConsentState::kRefused);
  EXPECT_EQ(Current({corrected, grant}).state, ConsentState::kRefused);
}

TEST(CurrentConsent, HearsTheMoreSpecificWordBeforeTheLaterOne) {
  const ContactScope point{kPoint, {}, {}};
  const ContactScope channel{{}, Channel::kSms, {}};
  const ContactScope purpose{{}, {}, Purpose::kReminder};
  std::vector<ConsentFact> facts = {AFact(ConsentState::kRefused, {}, 1),
                                    AFact(ConsentState::kGranted, purpose, 2)};
  EXPECT_TRUE(Current(facts).permits());
  facts.push_back(AFact(ConsentState::kRefused, channel, 3));
  EXPECT_FALSE(Current(facts).permits());
  facts.push_back(AFact(ConsentState::kGranted, point, 4));
  EXPECT_TRUE(Current(facts).permits());
}

TEST(CurrentConsent, DoesNotDependOnTheOrderOfTheFacts) {
  std::vector<ConsentFact> facts = {AFact(ConsentState::kGranted, {}, 4),
                                    AFact(ConsentState::kRevoked, {{}, Channel::kSms, {}}, 3),
                                    AFact(ConsentState::kGranted, {kPoint, {}, {}}, 2),
                                    AFact(ConsentState::kRefused, {kPoint, {}, {}}, 1)};
  const auto earlier = [](const ConsentFact& left, const ConsentFact& right) {
    return left.provenance.told < right.provenance.told;
  };
  std::sort(facts.begin(), facts.end(), earlier);
  do {
    EXPECT_EQ(Current(facts).state, ConsentState::kRefused);
  } while (std::next_permutation(facts.begin(), facts.end(), earlier));
}

TEST(CurrentConsent, IgnoresOtherScopesAndKinds) {
  ConsentFact other_kind = AFact(ConsentState::kGranted, {}, 1);
  other_kind.kind = ConsentKind::kTime;
  EXPECT_EQ(Current({other_kind, AFact(ConsentState::kGranted, {{}, Channel::kCall, {}}, 1)}).state,
            std::nullopt);
}

TEST(CurrentConsent, EndsAtItsExpiry) {
  ConsentFact fact = AFact(ConsentState::kGranted, {}, 3);
  fact.expires = DaysAgo(1);
  EXPECT_TRUE(Current({fact}, {}, DaysAgo(1) - absl::Microseconds(1)).permits());
  EXPECT_EQ(Current({fact}, {}, DaysAgo(1)).state, ConsentState::kExpired);
  EXPECT_FALSE(Current({fact}, {}, DaysAgo(1)).permits());
}

TEST(CurrentConsent, LetsAStopBeatEveryGrant) {
  const std::vector<ConsentFact> facts = {AFact(ConsentState::kGranted, kAsked, 1)};
  EXPECT_TRUE(Current(facts).permits());
  for (const ContactScope& scope :
       {ContactScope{}, ContactScope{kPoint, {}, {}}, ContactScope{{}, Channel::kSms, {}},
        ContactScope{{}, {}, Purpose::kReminder}}) {
    EXPECT_FALSE(Current(facts, {AnOptOut(scope, 9)}).permits());
  }
  EXPECT_TRUE(Current(facts, {AnOptOut({{}, Channel::kCall, {}}, 9)}).permits());
}

TEST(CurrentConsent, HoldsAStopFromItsInstantUntilItIsLifted) {
  const std::vector<ConsentFact> facts = {AFact(ConsentState::kGranted, {}, 9)};
  OptOut opt_out = AnOptOut({}, 5);
  opt_out.lifted = DaysAgo(2);
  EXPECT_TRUE(Current(facts, {opt_out}, DaysAgo(5) - absl::Microseconds(1)).permits());
  EXPECT_FALSE(Current(facts, {opt_out}, DaysAgo(5)).permits());
  EXPECT_FALSE(Current(facts, {opt_out}, DaysAgo(2) - absl::Microseconds(1)).permits());
  EXPECT_TRUE(Current(facts, {opt_out}, DaysAgo(2)).permits());
}

TEST(Stopping, TellsTheStopThatCameFirst) {
  OptOut later = AnOptOut({}, 1);
  later.id = NumberedId<OptOutId>(2);
  const std::vector<OptOut> opt_outs = {later, AnOptOut({{}, Channel::kSms, {}}, 3)};
  EXPECT_EQ(Stopping(opt_outs, kAsked, TestNow()), &opt_outs[1]);
  EXPECT_EQ(Stopping(opt_outs, {{}, Channel::kCall, {}}, TestNow()), &opt_outs[0]);
  EXPECT_EQ(Stopping({}, kAsked, TestNow()), nullptr);
}

}  // namespace
}  // namespace parley
