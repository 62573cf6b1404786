// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/policy_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "adapters/policy/read_policy.h"
#include "application/rulebooks/system_policy.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kSound = R"(id: "TEST"
version: "1"
title: "A test"
authority_url: "https://example.com"
text_read: "all of it"
effective_date: "2026-01-01"
companions: ["TEST.OTHER"]
)";

std::string FaultsOf(const absl::Status& status) {
  EXPECT_EQ(ReasonOf(status), Reason::kRulebookUnsound);
  return MetadataOf(status)["faults"];
}

TEST(PolicyReader, ReadsWhatIsSound) { EXPECT_EQ(ValueOf(PolicyReader().Read(kSound)).id, "TEST"); }

TEST(PolicyReader, TellsFaultsByLineAndColumn) {
  EXPECT_THAT(FaultsOf(PolicyReader().Read("id: 7").status()), StartsWith("1:"));
  const std::string cap =
      "rules {\n  id: \"A\"\n  cite: \"b\"\n  frequency_cap { limit: 0 days: 7 }\n}";
  EXPECT_THAT(FaultsOf(PolicyReader().Read(kSound + cap).status()),
              HasSubstr("11:19: rules[0].frequency_cap.limit: must be above 0"));
}

TEST(PolicyReader, TellsThePlaceOfFaultsThatOthersFound) {
  const absl::Status refused =
      PolicyReader().Refused(kSound, {{"companions[0]", "is no rulebook that there is"}});
  EXPECT_EQ(FaultsOf(refused), "7:1: companions[0]: is no rulebook that there is");
}

TEST(PolicyReader, TellsAsManyFaultsAsFitIntoAStatus) {
  std::string text = kSound;
  for (int rule = 0; rule < 500; ++rule) text += "rules { cooldown {} }\n";
  const std::string faults = FaultsOf(PolicyReader().Read(text).status());
  EXPECT_LE(faults.size(), 3000U);
  EXPECT_THAT(faults, HasSubstr("rules[0]"));
}

TEST(PolicyReader, ReadsTheFilesThatTheProgramCarries) {
  policy::Policy built_in = ValueOf(policy::ReadBuiltInPolicy());
  const policy::Policy folder = ValueOf(policy::ReadPolicyFolder("infra/rulebooks"));
  EXPECT_EQ(built_in.files.size(), folder.files.size());
  EXPECT_EQ(built_in.calendars.size(), folder.calendars.size());
  const auto made = SystemPolicy::Make(std::move(built_in.files), std::move(built_in.calendars));
  ASSERT_THAT(made, IsOk());
  for (const RulebookFile& file : made->files()) {
    EXPECT_EQ(ValueOf(PolicyReader().Read(file.text)).version, file.book.version);
    EXPECT_TRUE(CheckCompanions(file.book, made->Books()).empty()) << file.book.id;
  }
}

}  // namespace
}  // namespace parley
