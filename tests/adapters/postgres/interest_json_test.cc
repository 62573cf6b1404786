// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "absl/strings/str_replace.h"
#include "adapters/postgres/json_text.h"

namespace parley::postgres {
namespace {

InterestDetail ADetail() {
  return {.rule = "late",
          .version = 7,
          .basis = "contract",
          .day_count = DayCount::kActActIsda,
          .pieces = {{Day(2026, 8, 31), Day(2026, 9, 15), 36'500, 500'000'000, {15, 0}},
                     {Day(2026, 9, 15), Day(2026, 9, 30), 1, 2, {0, 15}}},
          .carried_millionths = -499'999,
          .topped_up = 3};
}

// As PostgreSQL spells what was written.
std::string Spelled() {
  return R"({"rule": "late", "basis": "contract", "pieces": [["2026-08-31", "2026-09-15", 36500, )"
         R"(500000000, 15, 0], ["2026-09-15", "2026-09-30", 1, 2, 0, 15]], "carried": -499999, )"
         R"("version": 7, "day_count": 3, "topped_up": 3})";
}

std::optional<InterestDetail> ReadWith(const std::string& from, const std::string& to) {
  return InterestDetailFromJson(absl::StrReplaceAll(Spelled(), {{from, to}}));
}

TEST(InterestJson, ComesBackEqualAsWrittenAndAsTheDatabaseSpellsIt) {
  EXPECT_EQ(InterestDetailFromJson(JsonOf(ADetail())), ADetail());
  EXPECT_EQ(InterestDetailFromJson(Spelled()), ADetail());
  InterestDetail none = ADetail();
  none.pieces.clear();
  none.rule = "\"late\\\", {例}\n";
  EXPECT_EQ(InterestDetailFromJson(JsonOf(none)), none);
}

TEST(InterestJson, IsReadInEverySpelling) {
  EXPECT_EQ(ReadWith(", ", ","), ADetail());
  EXPECT_EQ(ReadWith("\"late\"", "\"l\\u0061te\""), ADetail());
  EXPECT_EQ(ReadWith("{\"rule\"", "{\"more\": 1, \"rule\""), ADetail());
}

TEST(InterestJson, OfAnotherShapeIsNone) {
  EXPECT_EQ(ReadWith("2026-08-31", "2026-02-30"), std::nullopt);
  EXPECT_EQ(ReadWith("\"day_count\": 3", "\"day_count\": 9"), std::nullopt);
  EXPECT_EQ(ReadWith("\"carried\"", "\"carries\""), std::nullopt);
  EXPECT_EQ(ReadWith("}", ""), std::nullopt);
  EXPECT_EQ(ReadWith("}", "} x"), std::nullopt);
  EXPECT_EQ(ReadWith("36500", "\"36500\""), std::nullopt);
  EXPECT_EQ(InterestDetailFromJson(""), std::nullopt);
}

}  // namespace
}  // namespace parley::postgres
