// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/authority.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

const DebtId kDebt = NumberedId<DebtId>(1);
const DebtId kOtherDebt = NumberedId<DebtId>(2);
const std::vector<DebtId> kAboutIt = {kDebt};
const AsRepresentative kAttorney{NumberedId<RepresentativeId>(1)};

AsDebtor OnThePhone() { return {APhone().id}; }

// Somebody who showed who they are, over their phone, just now.
DebtorRecord AVerifiedDebtor() {
  DebtorRecord record;
  record.debtor = ADebtor();
  record.points = {APhone()};
  record.verifications = {{TestNow(), true, APhone().id, "agent-1"}};
  return record;
}

DebtorRecord Under(HoldType type, std::optional<DebtId> debt = std::nullopt) {
  DebtorRecord record = AVerifiedDebtor();
  Hold hold;
  hold.id = NumberedId<HoldId>(1);
  hold.debtor = record.debtor.id;
  hold.debt = debt;
  hold.type = type;
  hold.from = TestToday();
  record.holds = {hold};
  return record;
}

DebtorRecord With(const Representative& representative, DebtorRecord record = AVerifiedDebtor()) {
  record.representatives = {representative};
  return record;
}

Authority Ask(const DebtorRecord& record, const Interlocutor& who,
              const std::vector<DebtId>& debts = kAboutIt) {
  return CheckAuthority(record, debts, who, {TestNow(), TestToday()});
}

TEST(CheckAuthority, LetsUsTalkToTheDebtorWhoShowedWhoTheyAre) {
  const Authority authority = Ask(AVerifiedDebtor(), OnThePhone());
  EXPECT_TRUE(authority.allowed);
  EXPECT_EQ(authority.reason, AuthorityReason::kIsTheDebtor);
  EXPECT_EQ(authority.effects, HoldEffects());
  EXPECT_TRUE(Ask(AVerifiedDebtor(), OnThePhone(), {}).allowed);
}

TEST(CheckAuthority, TellsNothingToWhoOnlySaysSo) {
  DebtorRecord record = AVerifiedDebtor();
  record.verifications.clear();
  EXPECT_EQ(Ask(record, OnThePhone()).reason, AuthorityReason::kNotVerified);
  // Another number is another voice.
  EXPECT_EQ(Ask(AVerifiedDebtor(), AsDebtor{}).reason, AuthorityReason::kNotVerified);
  for (int number = 1; number <= kMostWrongTries; ++number) {
    record.verifications.push_back({TestNow(), false, APhone().id, "agent-1"});
  }
  const Authority spent = Ask(record, OnThePhone());
  EXPECT_FALSE(spent.allowed);
  EXPECT_EQ(spent.reason, AuthorityReason::kTriesSpent);
}

TEST(CheckAuthority, TellsNothingOverANumberOfSomebodyElse) {
  DebtorRecord record = AVerifiedDebtor();
  record.points = {ValueOf(SuppressPoint(APhone(), SuppressionCause::kWrongPerson, TestNow()))};
  EXPECT_EQ(Ask(record, OnThePhone()).reason, AuthorityReason::kWrongPerson);
}

TEST(CheckAuthority, SendsUsToWhoSpeaksInsteadOfThePerson) {
  EXPECT_EQ(Ask(Under(HoldType::kRepresentation), OnThePhone()).reason,
            AuthorityReason::kOnlyRepresentative);
  EXPECT_EQ(Ask(Under(HoldType::kInsolvency), OnThePhone()).reason, AuthorityReason::kOnlyTrustee);
  EXPECT_EQ(Ask(Under(HoldType::kDeceased), OnThePhone()).reason, AuthorityReason::kOnlyExecutor);
  EXPECT_EQ(Ask(Under(HoldType::kLegal, kDebt), OnThePhone()).reason, AuthorityReason::kOnlyLawyer);
  EXPECT_TRUE(Ask(Under(HoldType::kLegal, kOtherDebt), OnThePhone()).allowed);
  // What holds of the person holds of what is no debt, too.
  EXPECT_EQ(Ask(Under(HoldType::kDeceased), OnThePhone(), {}).reason,
            AuthorityReason::kOnlyExecutor);
}

TEST(CheckAuthority, SaysWhatAHoldLeavesToBeSaid) {
  const Authority respite = Ask(Under(HoldType::kRespite), OnThePhone());
  EXPECT_TRUE(respite.allowed);
  EXPECT_EQ(respite.effects.demand, ContactEffect::kStopped);
  EXPECT_EQ(respite.effects.service, ContactEffect::kPermittedNotices);
}

TEST(CheckAuthority, LetsARepresentativeSpeakWithinTheirScope) {
  const Authority authority = Ask(With(AnAttorney()), kAttorney);
  EXPECT_TRUE(authority.allowed);
  EXPECT_EQ(authority.reason, AuthorityReason::kMayRepresent);
  EXPECT_TRUE(authority.powers.Has(Power::kNegotiate));
  EXPECT_TRUE(Ask(With(AnAttorney(), Under(HoldType::kRepresentation)), kAttorney).allowed);
  Representative about_another = AnAttorney();
  about_another.debts = {kOtherDebt};
  EXPECT_EQ(Ask(With(about_another), kAttorney).reason, AuthorityReason::kOutsideScope);
  EXPECT_TRUE(Ask(With(about_another), kAttorney, {kOtherDebt}).allowed);
  EXPECT_FALSE(Ask(With(about_another), kAttorney, {kDebt, kOtherDebt}).allowed);
  Representative payer = AnAttorney();
  payer.powers = {Power::kPay};
  EXPECT_EQ(Ask(With(payer), kAttorney).reason, AuthorityReason::kOutsideScope);
}

TEST(CheckAuthority, OnlyAsksAClaimForItsDocument) {
  Representative claim = AnAttorney();
  for (const RepresentationState state :
       {RepresentationState::kClaimed, RepresentationState::kDocumented}) {
    claim.state = state;
    EXPECT_EQ(Ask(With(claim), kAttorney).reason, AuthorityReason::kOnlyClaimed);
  }
}

TEST(CheckAuthority, KnowsWhenARepresentationIsOver) {
  Representative attorney = AnAttorney();
  attorney.from = TestToday() - 9;
  attorney.until = TestToday() - 1;
  EXPECT_EQ(Ask(With(attorney), kAttorney).reason, AuthorityReason::kNotInForce);
  attorney = AnAttorney();
  attorney.from = TestToday() + 1;
  EXPECT_EQ(Ask(With(attorney), kAttorney).reason, AuthorityReason::kNotInForce);
  attorney = ValueOf(RevokeRepresentative(AnAttorney(), TestToday(), TestNow()));
  EXPECT_EQ(Ask(With(attorney), kAttorney).reason, AuthorityReason::kNotInForce);
  EXPECT_EQ(Ask(AVerifiedDebtor(), kAttorney).reason, AuthorityReason::kUnknownRepresentative);
}

TEST(CheckAuthority, HearsForTheDeadTheirExecutorAlone) {
  const DebtorRecord deceased = Under(HoldType::kDeceased);
  EXPECT_EQ(Ask(With(AnAttorney(), deceased), kAttorney).reason, AuthorityReason::kOnlyExecutor);
  Representative other = AnAttorney();
  other.role = RepresentativeRole::kExecutor;
  EXPECT_TRUE(Ask(With(other, deceased), kAttorney).allowed);
  const DebtorRecord insolvent = Under(HoldType::kInsolvency);
  EXPECT_EQ(Ask(With(other, insolvent), kAttorney).reason, AuthorityReason::kOnlyTrustee);
  other.role = RepresentativeRole::kTrustee;
  EXPECT_TRUE(Ask(With(other, insolvent), kAttorney).allowed);
  EXPECT_EQ(Ask(With(other, Under(HoldType::kLegal, kDebt)), kAttorney).reason,
            AuthorityReason::kOnlyLawyer);
  EXPECT_TRUE(Ask(With(AnAttorney(), Under(HoldType::kLegal, kDebt)), kAttorney).allowed);
}

TEST(CheckAuthority, TellsAThirdPartyNothing) {
  const Authority authority = Ask(AVerifiedDebtor(), AsThirdParty{});
  EXPECT_FALSE(authority.allowed);
  EXPECT_EQ(authority.reason, AuthorityReason::kThirdParty);
  EXPECT_EQ(WordFor(authority.reason), "THIRD_PARTY");
}

}  // namespace
}  // namespace parley
