// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/skill.h"

#include <gtest/gtest.h>

#include "domain/worklist/work_item.h"

namespace parley {
namespace {

TEST(Skill, IsKnownByItsName) {
  for (int number = 1; number <= 7; ++number) {
    const auto skill = static_cast<Skill>(number);
    EXPECT_EQ(SkillNamed(NameOf(skill)), skill) << NameOf(skill);
  }
  EXPECT_EQ(NameOf(Skill::kTracing), "TRACING");
  EXPECT_EQ(SkillNamed("TRACINGS"), std::nullopt);
  EXPECT_EQ(SkillNamed(""), std::nullopt);
}

TEST(Skill, FollowsFromTheKindOfWork) {
  EXPECT_EQ(SkillFor(WorkKind::kApproval), Skill::kPayments);
  EXPECT_EQ(SkillFor(WorkKind::kDispute), Skill::kDisputes);
  EXPECT_EQ(SkillFor(WorkKind::kComplaint), Skill::kComplaints);
  EXPECT_EQ(SkillFor(WorkKind::kCrisis), Skill::kVulnerability);
  EXPECT_EQ(SkillFor(WorkKind::kInboundUnmatched), Skill::kTracing);
  EXPECT_EQ(SkillFor(WorkKind::kInboundAnswer), Skill::kGeneral);
}

TEST(Language, IsTheFirstPartOfATag) {
  EXPECT_EQ(SpokenLanguage("es"), "es");
  EXPECT_EQ(SpokenLanguage("es-MX"), "es");
  EXPECT_EQ(SpokenLanguage("ZH-Hant-TW"), "zh");
  EXPECT_EQ(SpokenLanguage(""), "");
}

TEST(Language, MattersWhereSomebodySpeaksWithThePerson) {
  EXPECT_EQ(LanguageFor(WorkKind::kCallback, "de-CH"), "de");
  EXPECT_EQ(LanguageFor(WorkKind::kCrisis, ""), "");
  EXPECT_EQ(LanguageFor(WorkKind::kCreditHeld, "de-CH"), "");
  EXPECT_EQ(LanguageFor(WorkKind::kMessageUnknown, "de-CH"), "");
}

}  // namespace
}  // namespace parley
