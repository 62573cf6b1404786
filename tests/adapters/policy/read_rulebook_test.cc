// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/read_rulebook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "adapters/policy/read_policy.h"
#include "domain/communication/check_rulebook.h"
#include "domain/communication/rulebooks.h"

namespace parley::policy {
namespace {

using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* kHead = R"(id: "TEST"
version: "1"
title: "A test"
authority_url: "https://example.com"
text_read: "all of it"
effective_date: "2026-01-01"
)";

absl::StatusOr<Rulebook> Read(const std::string& rest) {
  const auto zones = [](const std::string& name, absl::TimeZone* zone) {
    return absl::LoadTimeZone(name, zone);
  };
  return ReadRulebook("test.textproto", kHead + rest, zones);
}

std::string Fault(const std::string& rest) { return std::string(Read(rest).status().message()); }

TEST(ReadRulebook, ReadsARuleWithWhatItConcerns) {
  const absl::StatusOr<Rulebook> book = Read(R"(rules {
  id: "TEST.CAP"
  cite: "section 1"
  force: FORCE_GUIDELINE
  concern { channels: [CHANNEL_CALL, CHANNEL_SMS] }
  frequency_cap { limit: 3 days: 7 except_outcomes: [OUTCOME_BUSY] }
})");
  ASSERT_TRUE(book.ok()) << book.status();
  const Rule& rule = book->rules.at(0);
  EXPECT_EQ(rule.force, Force::kGuideline);
  EXPECT_TRUE(rule.concern.channels.Has(Channel::kSms));
  const auto& cap = std::get<FrequencyCap>(rule.kind);
  EXPECT_EQ(cap.limit, 3);
  EXPECT_TRUE(cap.except_outcomes.Has(Outcome::kBusy));
}

TEST(ReadRulebook, ReadsOneRegionOrSeveral) {
  const auto regions = [](const std::string& applies) {
    return Read("applies { country: \"GB\" " + applies + " }")->applies.regions;
  };
  EXPECT_THAT(regions(""), SizeIs(0));
  EXPECT_THAT(regions("region: \"GB-ENG\""), ElementsAre("GB-ENG"));
  EXPECT_THAT(regions("region: [\"GB-ENG\", \"GB-WLS\"]"), ElementsAre("GB-ENG", "GB-WLS"));
  EXPECT_THAT(Fault("applies { country: \"GB\" region: [\"GB-ENG\", \"US-MA\"] }"),
              HasSubstr("applies.region[1]: is no part of the country"));
}

TEST(ReadRulebook, NamesThePlaceOfAnUnknownWord) {
  EXPECT_THAT(
      Fault("rules {\n  id: \"A\"\n  cite: \"b\"\n  concern { channels: [CHANNEL_FAX] }\n}"),
      HasSubstr("test.textproto:10:"));
}

TEST(ReadRulebook, NamesThePlaceOfWhatIsMissing) {
  EXPECT_THAT(Fault("rules {\n  id: \"A\"\n  scope {}\n}"),
              HasSubstr("test.textproto:7:1: rules[0].cite: is missing"));
  EXPECT_THAT(Fault("rules {\n  id: \"A\"\n  cite: \"b\"\n}"),
              HasSubstr("says nothing that it does"));
}

TEST(ReadRulebook, RefusesFiguresThatNoActSatisfies) {
  EXPECT_THAT(Fault("rules {\n  id: \"A\"\n  cite: \"b\"\n  frequency_cap { limit: 0 days: 7 }\n}"),
              HasSubstr("test.textproto:10:19: rules[0].frequency_cap.limit: must be above 0"));
  EXPECT_THAT(Fault("rules { id: \"A\" cite: \"b\" time_window {} }"),
              HasSubstr("no instant satisfies it"));
  EXPECT_THAT(Fault("rules { id: \"A\" cite: \"b\" time_window { windows { from: \"09:00\" to: "
                    "\"09:00\" } } }"),
              HasSubstr("no instant satisfies it"));
  EXPECT_THAT(Fault("rules { id: \"A\" cite: \"b\" cooldown {} }"), HasSubstr("cooldown.days"));
}

TEST(ReadRulebook, RefusesCountsOfMoreThanIsRemembered) {
  const auto fault = [](const std::string& rest) {
    return Fault("rules { id: \"A\" cite: \"b\" " + rest + " }");
  };
  EXPECT_THAT(fault("frequency_cap { limit: 1 days: 366 }"),
              HasSubstr("frequency_cap.days: must be at most 365"));
  EXPECT_THAT(fault("frequency_cap { limit: 10001 days: 7 }"),
              HasSubstr("frequency_cap.limit: must be at most 10000"));
  EXPECT_THAT(fault("concern { purposes: [PURPOSE_LOCATION] } frequency_cap { limit: 1 days: 3651 "
                    "only_outcomes: [OUTCOME_CONVERSATION] }"),
              HasSubstr("frequency_cap.days: must be at most 3650"));
  EXPECT_THAT(fault("cooldown { days: 366 }"), HasSubstr("cooldown.days: must be at most 365"));
  EXPECT_THAT(fault("warn_pattern { warning: \"w\" at_least: 2 look_back_days: 366 }"),
              HasSubstr("look_back_days: must be at most 365"));
}

TEST(ReadRulebook, RefusesAnUnknownZoneHourAndDay) {
  EXPECT_THAT(Fault("rules { id: \"A\" cite: \"b\" time_window { windows { from: \"08:00\" to: "
                    "\"20:00\" } zone_of: ZONE_OF_FIXED zone: \"Mars/Olympus\" } }"),
              HasSubstr("is no IANA time zone"));
  EXPECT_THAT(Fault("rules { id: \"A\" cite: \"b\" time_window { windows { from: \"8\" to: "
                    "\"25:00\" } } }"),
              HasSubstr("is no hour"));
  EXPECT_THAT(Fault("until_date: \"2026-02-30\""), HasSubstr("test.textproto:7:1: until_date"));
  EXPECT_THAT(Fault("until_date: \"2025-12-31\""), HasSubstr("is not after effective_date"));
}

TEST(ReadRulebook, RefusesARuleThatIsThereTwice) {
  EXPECT_THAT(
      Fault("rules { id: \"A\" cite: \"b\" scope {} }\nrules { id: \"A\" cite: \"b\" scope {} }"),
      HasSubstr("is another rule's already"));
}

TEST(ReadCalendar, RefusesDaysOutOfOrderAndOutsideOfWhatIsCovered) {
  const std::string head =
      "id: \"C\"\nversion: \"1\"\nsource_url: \"https://example.com\"\nfirst_date: \"2026-01-01\"\n"
      "last_date: \"2026-12-31\"\n";
  EXPECT_TRUE(ReadCalendar("c", head + "holidays { date: \"2026-05-01\" }").ok());
  const auto fault = [&](const char* rest) {
    return std::string(ReadCalendar("c", head + rest).status().message());
  };
  EXPECT_THAT(fault("holidays { date: \"2027-05-01\" }"), HasSubstr("outside"));
  EXPECT_THAT(fault("holidays { date: \"2026-05-01\" } holidays { date: \"2026-01-01\" }"),
              HasSubstr("out of order"));
}

TEST(Policy, ThatShipsIsReadWholeAndItsCalendarsLast) {
  absl::StatusOr<Policy> policy = ReadPolicyFolder("infra/rulebooks");
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_THAT(policy->files, SizeIs(Gt(8)));
  for (const Calendar& calendar : policy->calendars) {
    EXPECT_FALSE(EndsSoon(calendar, Day(2026, 11, 22))) << calendar.id;
  }
  EXPECT_TRUE(Rulebooks::Make(policy->Books(), policy->calendars).ok());
}

TEST(Policy, TellsTheFaultsOfEveryFile) {
  const std::vector<PolicyFile> files = {{"a.textproto", "id: 1"}, {"b.textproto", "wrong"}};
  const std::string faults(ReadPolicy(files).status().message());
  EXPECT_THAT(faults, HasSubstr("a.textproto:1:"));
  EXPECT_THAT(faults, HasSubstr("b.textproto:1:"));
}

}  // namespace
}  // namespace parley::policy
