// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/circumstance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

LifeCircumstance AJobLost() {
  LifeCircumstance one;
  one.id = NumberedId<CircumstanceId>(1);
  one.event = LifeEvent::kJobLost;
  one.from = TestToday() - 10;
  one.review = TestToday() + 90;
  one.provenance = ToldBefore();
  return one;
}

TEST(CheckCircumstance, FindsNothingInASoundOne) {
  EXPECT_THAT(FaultsOf(CheckCircumstance, AJobLost()), IsEmpty());
}

TEST(CheckCircumstance, AsksWhatOtherMeansAndForDaysInOrder) {
  LifeCircumstance one = AJobLost();
  one.event = LifeEvent::kOther;
  one.until = one.from - 1;
  one.review = one.from - 1;
  EXPECT_EQ(FaultsOf(CheckCircumstance, one), (Faults{{"it.note", Fault::kRequired},
                                                      {"it.until_date", Fault::kDateOrder},
                                                      {"it.review_date", Fault::kDateOrder}}));
}

TEST(CheckCircumstance, AsksExplicitConsentForItsWording) {
  LifeCircumstance one = AJobLost();
  one.condition = Vulnerability{VulnerabilityDriver::kHealth, Secret("recovers"),
                                ExplicitConsent{"", ToldBefore().told, {}}};
  EXPECT_EQ(FaultsOf(CheckCircumstance, one),
            (Faults{{"it.condition.consent.wording_version", Fault::kRequired}}));
}

TEST(ACondition, IsKeptOnlyWithExplicitConsent) {
  LifeCircumstance one = AJobLost();
  one.condition = Vulnerability{VulnerabilityDriver::kHealth, Secret("recovers"), {}};
  EXPECT_EQ(AsConsented(one, TestNow()), AJobLost());
  one.condition->consent = ExplicitConsent{"2026-1", ToldBefore().told, {}};
  EXPECT_EQ(AsConsented(one, TestNow()), one);
}

struct EvidenceCase {
  EvidenceState before;
  EvidenceState after;
  bool allowed;
};

TEST(Evidence, IsNeverAskedForTwice) {
  using E = EvidenceState;
  const EvidenceCase cases[] = {
      {E::kRequired, E::kRequired, true},   {E::kRequired, E::kRequested, true},
      {E::kRequired, E::kReceived, true},   {E::kRequired, E::kWaived, true},
      {E::kRequested, E::kRequired, false}, {E::kRequested, E::kRequested, false},
      {E::kRequested, E::kReceived, true},  {E::kRequested, E::kWaived, true},
      {E::kReceived, E::kRequired, false},  {E::kReceived, E::kRequested, false},
      {E::kReceived, E::kReceived, true},   {E::kReceived, E::kWaived, false},
      {E::kWaived, E::kRequired, false},    {E::kWaived, E::kRequested, false},
      {E::kWaived, E::kReceived, true},     {E::kWaived, E::kWaived, true},
  };
  for (const EvidenceCase& one : cases) {
    LifeCircumstance told = AJobLost();
    told.evidence = one.before;
    const auto after = WithNews(told, {.evidence = one.after, .review = {}, .until = {}}, "it");
    const auto label = [&] {
      return testing::Message() << static_cast<int>(one.before) << static_cast<int>(one.after);
    };
    if (one.allowed) {
      ASSERT_THAT(after, IsOk()) << label();
      EXPECT_EQ(after->evidence, one.after) << label();
    } else {
      EXPECT_THAT(after, IsRefused(Reason::kEvidenceAlreadyAsked)) << label();
    }
  }
}

TEST(News, ChangesDaysThatAreInOrder) {
  const Day until = TestToday() + 5;
  const auto after = WithNews(AJobLost(), {{}, TestToday() + 1, until}, "it");
  ASSERT_THAT(after, IsOk());
  EXPECT_EQ(after->review, TestToday() + 1);
  EXPECT_EQ(after->until, until);
  EXPECT_THAT(WithNews(AJobLost(), {{}, {}, AJobLost().from - 1}, "it"),
              IsRefused(Reason::kFieldInvalid));
}

TEST(TheEnd, HasAReasonAndComesOnce) {
  EXPECT_THAT(EndedOn(AJobLost(), TestToday(), Secret("")), IsRefused(Reason::kFieldInvalid));
  const LifeCircumstance ended = ValueOf(EndedOn(AJobLost(), TestToday(), Secret("a new job")));
  EXPECT_EQ(ended.until, TestToday());
  EXPECT_TRUE(StandsOn(ended, TestToday()));
  EXPECT_FALSE(StandsOn(ended, TestToday() + 1));
  EXPECT_THAT(EndedOn(ended, TestToday(), Secret("again")), IsRefused(Reason::kCircumstanceOver));
  EXPECT_THAT(WithNews(ended, {}, "it"), IsRefused(Reason::kCircumstanceOver));
}

TEST(TheEnd, OfWhatIsToComeUndoesIt) {
  LifeCircumstance one = AJobLost();
  one.from = TestToday() + 10;
  const LifeCircumstance ended = ValueOf(EndedOn(one, TestToday(), Secret("a mistake")));
  EXPECT_EQ(ended.until, one.from - 1);
}

}  // namespace
}  // namespace parley
