// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/right_party.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

const ContactPointId kPoint = NumberedId<ContactPointId>(1);

IdentityRecord Known() {
  return {Secret("1981-04-02"), {Secret("SW1A 1AA"), Secret("99999")}, {"DEBTOR-1"}};
}

IdentityAnswers Told(std::string_view birth_date, std::string_view postal_code,
                     std::string_view reference) {
  return {Secret(birth_date), Secret(postal_code), Secret(reference)};
}

VerificationTry ATry(bool passed, absl::Duration ago) {
  return {TestNow() - ago, passed, kPoint, "agent-1"};
}

TEST(ShowsIdentity, TakesTwoAnswersThatAgree) {
  EXPECT_TRUE(ShowsIdentity(Told("1981-04-02", "99999", ""), Known()));
  EXPECT_TRUE(ShowsIdentity(Told("1981-04-02", "", "debtor-1"), Known()));
  EXPECT_TRUE(ShowsIdentity(Told("1981-04-02", "sw1a1aa", "DEBTOR-1"), Known()));
}

TEST(ShowsIdentity, IsNotContentWithOne) {
  EXPECT_FALSE(ShowsIdentity(Told("1981-04-02", "", ""), Known()));
  EXPECT_FALSE(ShowsIdentity(Told("", "", ""), Known()));
}

TEST(ShowsIdentity, FallsWithOneWrongAnswer) {
  EXPECT_FALSE(ShowsIdentity(Told("1981-04-02", "99999", "DEBTOR-2"), Known()));
  EXPECT_FALSE(ShowsIdentity(Told("1981-04-03", "99999", "DEBTOR-1"), Known()));
}

TEST(ShowsIdentity, TakesNothingUnknownForAnAnswer) {
  IdentityRecord little = Known();
  little.birth_date = Secret("1981");
  little.postal_codes = {Secret("")};
  EXPECT_FALSE(ShowsIdentity(Told("1981", "", "DEBTOR-1"), little));
  EXPECT_FALSE(ShowsIdentity(Told("1981-04-02", "99999", "DEBTOR-1"), little));
  EXPECT_FALSE(ShowsIdentity(Told("-", " ", ""), {Secret(""), {Secret("-")}, {}}));
}

TEST(VerifyRightParty, PassesOrNotAndKeepsTheTry) {
  const VerificationTry attempt = ATry(false, absl::ZeroDuration());
  VerificationTry passed = attempt;
  passed.passed = true;
  EXPECT_THAT(VerifyRightParty({}, Told("1981-04-02", "99999", ""), Known(), attempt),
              IsOkAnd(passed));
  EXPECT_THAT(VerifyRightParty({}, Told("1981-04-02", "1", ""), Known(), attempt),
              IsOkAnd(attempt));
}

TEST(VerifyRightParty, ComparesNothingAfterThreeWrongTries) {
  std::vector<VerificationTry> tries = {ATry(false, absl::Hours(3)), ATry(false, absl::Hours(2))};
  const IdentityAnswers right = Told("1981-04-02", "99999", "");
  const VerificationTry attempt = ATry(false, absl::ZeroDuration());
  EXPECT_THAT(VerifyRightParty(tries, right, Known(), attempt), IsOk());
  tries.push_back(ATry(false, absl::Hours(1)));
  EXPECT_THAT(VerifyRightParty(tries, right, Known(), attempt),
              IsRefused(Reason::kVerificationTriesSpent));
}

TEST(AreTriesSpent, ForgetsThemAfterADayOrASuccess) {
  std::vector<VerificationTry> tries = {ATry(false, absl::Hours(24)), ATry(false, absl::Hours(2)),
                                        ATry(false, absl::Hours(1))};
  EXPECT_FALSE(AreTriesSpent(tries, TestNow()));
  EXPECT_TRUE(AreTriesSpent(tries, TestNow() - absl::Microseconds(1)));
  tries.push_back(ATry(false, absl::Minutes(30)));
  EXPECT_TRUE(AreTriesSpent(tries, TestNow()));
  tries.push_back(ATry(true, absl::Minutes(10)));
  EXPECT_FALSE(AreTriesSpent(tries, TestNow()));
}

TEST(IsRightParty, LastsAnHourOverTheSamePoint) {
  const std::vector<VerificationTry> tries = {ATry(true, absl::ZeroDuration())};
  EXPECT_TRUE(IsRightParty(tries, kPoint, TestNow()));
  EXPECT_TRUE(IsRightParty(tries, kPoint, TestNow() + absl::Minutes(59)));
  EXPECT_FALSE(IsRightParty(tries, kPoint, TestNow() + absl::Hours(1)));
  EXPECT_FALSE(IsRightParty(tries, kPoint, TestNow() - absl::Seconds(1)));
  EXPECT_FALSE(IsRightParty(tries, NumberedId<ContactPointId>(2), TestNow()));
  EXPECT_FALSE(IsRightParty(tries, std::nullopt, TestNow()));
  EXPECT_FALSE(IsRightParty(std::vector{ATry(false, absl::ZeroDuration())}, kPoint, TestNow()));
}

TEST(TriesLeft, CountsWrongOnesSinceTheLastThatPassed) {
  EXPECT_EQ(TriesLeft({}, TestNow()), kMostWrongTries);
  const std::vector<VerificationTry> tries = {
      ATry(false, absl::Hours(30)), ATry(false, absl::Hours(5)), ATry(true, absl::Hours(4)),
      ATry(false, absl::Hours(3)), ATry(false, absl::Hours(2))};
  EXPECT_EQ(TriesLeft(tries, TestNow()), 1);
  EXPECT_EQ(TriesLeft(tries, TestNow() + absl::Hours(30)), kMostWrongTries);
}

}  // namespace
}  // namespace parley
