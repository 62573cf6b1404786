// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/intent_skill.h"

#include <gtest/gtest.h>

#include <cstddef>

namespace parley {
namespace {

TEST(SkillForIntent, IsWhatTheWordsAreAbout) {
  EXPECT_EQ(SkillFor(Intent::kInsolvency), Skill::kInsolvency);
  EXPECT_EQ(SkillFor(Intent::kVulnerable), Skill::kVulnerability);
  EXPECT_EQ(SkillFor(Intent::kDisputeAmount), Skill::kDisputes);
  EXPECT_EQ(SkillFor(Intent::kAlreadyPaid), Skill::kPayments);
  EXPECT_EQ(SkillFor(Intent::kComplaint), Skill::kComplaints);
  EXPECT_EQ(SkillFor(Intent::kWrongPerson), Skill::kTracing);
  EXPECT_EQ(SkillFor(Intent::kUnclear), Skill::kGeneral);
}

TEST(SkillForIntent, IsKnownForEachIntent) {
  for (std::size_t at = 0; at < kIntentCount; ++at) {
    const auto intent = static_cast<Intent>(at);
    EXPECT_TRUE(SkillNamed(NameOf(SkillFor(intent))).has_value()) << NameOf(intent);
  }
}

}  // namespace
}  // namespace parley
