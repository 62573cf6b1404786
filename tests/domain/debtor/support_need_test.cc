// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/support_need.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

SupportNeed ANeed() {
  SupportNeed need;
  need.id = NumberedId<SupportNeedId>(1);
  need.adjustment = Adjustment::kMoreTime;
  need.review = TestToday() + 90;
  need.provenance = ToldBefore();
  return need;
}

SupportNeed ANeedWithItsReason(std::optional<ExplicitConsent> consent) {
  SupportNeed need = ANeed();
  need.vulnerability = Vulnerability{VulnerabilityDriver::kHealth, Secret("recovers"), consent};
  return need;
}

ExplicitConsent Given() { return {"2026-10", ToldBefore().told, std::nullopt}; }

TEST(CheckSupportNeed, FindsNothingInASoundOne) {
  EXPECT_THAT(FaultsOf(CheckSupportNeed, ANeed()), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckSupportNeed, ANeedWithItsReason(Given())), IsEmpty());
}

TEST(CheckSupportNeed, AsksWhatOtherMeans) {
  SupportNeed need = ANeed();
  need.adjustment = Adjustment::kOther;
  EXPECT_EQ(FaultsOf(CheckSupportNeed, need), (Faults{{"it.note", Fault::kRequired}}));
}

TEST(CheckSupportNeed, ReviewsItBeforeItsEnd) {
  SupportNeed need = ANeed();
  need.until = need.review - 1;
  EXPECT_EQ(FaultsOf(CheckSupportNeed, need), (Faults{{"it.review_date", Fault::kDateOrder}}));
}

TEST(CheckSupportNeed, AsksExplicitConsentForItsWordingAndItsTime) {
  ExplicitConsent consent = Given();
  consent.wording_version.clear();
  consent.given = TestNow() + absl::Hours(1);
  EXPECT_EQ(FaultsOf(CheckSupportNeed, ANeedWithItsReason(consent)),
            (Faults{{"it.vulnerability.consent.wording_version", Fault::kRequired},
                    {"it.vulnerability.consent.give_time", Fault::kDateInFuture}}));
}

TEST(AsConsented, KeepsTheReasonOnlyWithExplicitConsent) {
  EXPECT_EQ(AsConsented(ANeedWithItsReason(Given()), TestNow()), ANeedWithItsReason(Given()));
  EXPECT_EQ(AsConsented(ANeedWithItsReason(std::nullopt), TestNow()), ANeed());
  EXPECT_EQ(AsConsented(ANeed(), TestNow()), ANeed());
}

TEST(AsConsented, DropsTheReasonOnceTheConsentIsWithdrawn) {
  ExplicitConsent consent = Given();
  consent.withdrawn = TestNow();
  const SupportNeed need = ANeedWithItsReason(consent);
  EXPECT_EQ(AsConsented(need, TestNow() - absl::Microseconds(1)), need);
  EXPECT_EQ(AsConsented(need, TestNow()), ANeed());
}

TEST(SupportNeedWords, AreReadAndWritten) {
  EXPECT_EQ(WordFor(Adjustment::kSpecialistTeam), "SPECIALIST_TEAM");
  EXPECT_EQ(Worded<Adjustment>("OTHER"), Adjustment::kOther);
  EXPECT_EQ(Worded<VulnerabilityDriver>("CAPABILITY"), VulnerabilityDriver::kCapability);
}

}  // namespace
}  // namespace parley
