// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/representative.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

const DebtId kDebt = NumberedId<DebtId>(1);
const DebtId kOtherDebt = NumberedId<DebtId>(2);

Representative AClaim() {
  Representative claim = AnAttorney();
  claim.state = RepresentationState::kClaimed;
  claim.document = Secret("");
  return claim;
}

TEST(CheckRepresentative, AsksForANameAndForPowers) {
  EXPECT_THAT(FaultsOf(CheckRepresentative, AnAttorney()), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckRepresentative, AClaim()), IsEmpty());
  Representative nobody = AnAttorney();
  nobody.name = Secret("");
  nobody.powers = {};
  nobody.until = nobody.from - 1;
  EXPECT_EQ(FaultsOf(CheckRepresentative, nobody), (Faults{{"it.display_name", Fault::kRequired},
                                                           {"it.powers", Fault::kRequired},
                                                           {"it.until_date", Fault::kDateOrder}}));
}

TEST(Representation, IsClaimedThenDocumentedThenActive) {
  const Representative documented =
      ValueOf(DocumentRepresentative(AClaim(), Secret("letter"), TestNow()));
  EXPECT_EQ(documented.state, RepresentationState::kDocumented);
  EXPECT_EQ(documented.document, Secret("letter"));
  const Representative active = ValueOf(ActivateRepresentative(documented, TestNow()));
  EXPECT_EQ(active.state, RepresentationState::kActive);
}

TEST(Representation, SkipsNoStep) {
  EXPECT_THAT(ActivateRepresentative(AClaim(), TestNow()),
              IsRefused(Reason::kRepresentativeNotDocumented));
  EXPECT_THAT(ActivateRepresentative(AnAttorney(), TestNow()),
              IsRefused(Reason::kRepresentativeNotDocumented));
  EXPECT_THAT(DocumentRepresentative(AnAttorney(), Secret("letter"), TestNow()),
              IsRefused(Reason::kRepresentativeNotClaimed));
  EXPECT_THAT(DocumentRepresentative(AClaim(), Secret(""), TestNow()),
              IsRefused(Reason::kFieldInvalid));
}

TEST(Representation, EndsOnce) {
  const Representative revoked =
      ValueOf(RevokeRepresentative(AnAttorney(), TestToday() + 3, TestNow()));
  EXPECT_EQ(revoked.until, TestToday() + 3);
  EXPECT_EQ(StateOn(revoked, TestToday()), RepresentationState::kRevoked);
  EXPECT_THAT(RevokeRepresentative(revoked, TestToday(), TestNow()),
              IsRefused(Reason::kRepresentativeRevoked));
  EXPECT_THAT(DocumentRepresentative(revoked, Secret("letter"), TestNow()),
              IsRefused(Reason::kRepresentativeNotClaimed));
  EXPECT_EQ(ValueOf(RevokeRepresentative(AnAttorney(), TestToday() - 9, TestNow())).until,
            TestToday() - 1);
}

TEST(RepresentationStateOn, FollowsTheDay) {
  Representative attorney = AnAttorney();
  attorney.until = TestToday() + 1;
  EXPECT_EQ(StateOn(attorney, TestToday() - 1), RepresentationState::kScheduled);
  EXPECT_EQ(StateOn(attorney, TestToday()), RepresentationState::kActive);
  EXPECT_EQ(StateOn(attorney, TestToday() + 1), RepresentationState::kActive);
  EXPECT_EQ(StateOn(attorney, TestToday() + 2), RepresentationState::kExpired);
  EXPECT_EQ(StateOn(AClaim(), TestToday() - 1), RepresentationState::kClaimed);
}

TEST(CheckOverlap, RefusesTwoWithTheSameScopeAtOneTime) {
  const std::vector<Representative> others = {AnAttorney(1)};
  EXPECT_THAT(CheckOverlap(AnAttorney(2), others), IsRefused(Reason::kRepresentativesOverlap));
  Representative about_one = AnAttorney(2);
  about_one.debts = {kDebt};
  EXPECT_THAT(CheckOverlap(about_one, others), IsRefused(Reason::kRepresentativesOverlap));
  // It does not stand in its own way.
  EXPECT_THAT(CheckOverlap(AnAttorney(1), others), IsOk());
}

TEST(CheckOverlap, AllowsOtherDaysDebtsAndPowers) {
  Representative ended = AnAttorney(1);
  ended.debts = {kDebt};
  ended.until = TestToday() + 5;
  const std::vector<Representative> others = {ended};
  Representative later = AnAttorney(2);
  later.from = TestToday() + 6;
  EXPECT_THAT(CheckOverlap(later, others), IsOk());
  later.from = TestToday() + 5;
  EXPECT_THAT(CheckOverlap(later, others), IsRefused(Reason::kRepresentativesOverlap));
  Representative other_debt = AnAttorney(2);
  other_debt.debts = {kOtherDebt};
  EXPECT_THAT(CheckOverlap(other_debt, others), IsOk());
  Representative carer = AnAttorney(2);
  carer.powers = {Power::kBeTold};
  EXPECT_THAT(CheckOverlap(carer, others), IsOk());
  ended.state = RepresentationState::kRevoked;
  EXPECT_THAT(CheckOverlap(AnAttorney(2), std::vector{ended}), IsOk());
}

TEST(IsAbout, HoldsEveryDebtThatIsNamed) {
  const std::vector<DebtId> both = {kDebt, kOtherDebt};
  EXPECT_TRUE(IsAbout(AnAttorney(), both));
  EXPECT_TRUE(IsAbout(AnAttorney(), {}));
  Representative about_one = AnAttorney();
  about_one.debts = {kDebt};
  EXPECT_TRUE(IsAbout(about_one, std::vector{kDebt}));
  EXPECT_FALSE(IsAbout(about_one, both));
  EXPECT_FALSE(IsAbout(about_one, {}));
}

TEST(RestoreRepresentative, RefusesARowThatBreaksAnInvariant) {
  EXPECT_THAT(RestoreRepresentative(AnAttorney()), IsOkAnd(AnAttorney()));
  EXPECT_THAT(RestoreRepresentative(AClaim()), IsOk());
  Representative nameless = AnAttorney();
  nameless.id = {};
  Representative unshown = AnAttorney();
  unshown.document = Secret("");
  Representative by_the_day = AnAttorney();
  by_the_day.state = RepresentationState::kExpired;
  Representative backwards = AnAttorney();
  backwards.until = backwards.from - 2;
  for (const Representative& one : {nameless, unshown, by_the_day, backwards}) {
    EXPECT_THAT(RestoreRepresentative(one), IsRefused(Reason::kRecordCorrupt));
  }
}

TEST(RelationOf, SpeaksTheWordsOfTheContactRules) {
  EXPECT_EQ(RelationOf(RepresentativeRole::kAttorney), Relation::kAttorneyOfConsumer);
  EXPECT_EQ(RelationOf(RepresentativeRole::kDebtAdviser), Relation::kDebtAdviser);
  EXPECT_EQ(RelationOf(RepresentativeRole::kExecutor), Relation::kPersonalRepresentative);
  EXPECT_EQ(RelationOf(RepresentativeRole::kTrustee), Relation::kPersonalRepresentative);
  EXPECT_EQ(RelationOf(RepresentativeRole::kGuardian), Relation::kGuardian);
  EXPECT_EQ(RelationOf(RepresentativeRole::kSpouse), Relation::kSpouse);
  EXPECT_EQ(RelationOf(RepresentativeRole::kParentOfMinor), Relation::kParentOfMinor);
  for (const RepresentativeRole role : {RepresentativeRole::kCarer, RepresentativeRole::kOther}) {
    EXPECT_EQ(RelationOf(role), Relation::kThirdParty);
  }
}

TEST(RepresentativeWords, AreReadAndWritten) {
  EXPECT_EQ(WordFor(RepresentativeRole::kOther), "OTHER");
  EXPECT_EQ(Worded<Power>("RECEIVE_NOTICES"), Power::kReceiveNotices);
  EXPECT_EQ(WordFor(RepresentationState::kScheduled), "SCHEDULED");
}

}  // namespace
}  // namespace parley
