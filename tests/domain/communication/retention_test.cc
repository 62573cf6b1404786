// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/retention.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using Regions = std::vector<std::string>;

Rulebook ABook(const std::string& id, const std::string& country, const std::string& region,
               int years) {
  Rulebook book;
  book.id = id;
  book.version = "1";
  book.effective_from = Day(2020, 1, 1);
  book.applies.country = country;
  if (!region.empty()) book.applies.regions = {region};
  Rule rule{.id = id + ".KEEP", .cite = "a test"};
  rule.kind = DutyRule(Retention{.classes = {}, .years = years});
  book.rules.push_back(std::move(rule));
  return book;
}

Rulebooks Books(std::vector<Rulebook> books) {
  return Rulebooks::Make(std::move(books), {}).value();
}

Day UntilFor(const Rulebooks& books, const Regions& regions) {
  const auto kept = LongestKept(books, regions, Day(2024, 2, 29), TestToday());
  return kept.has_value() ? kept->until : Day(1, 1, 1);
}

TEST(LongestKept, IsNoneWhereNoBookAsks) {
  const Rulebooks books = Books({ABook("GB", "GB", "", 6)});
  EXPECT_FALSE(LongestKept(books, Regions{"US-NY"}, Day(2024, 2, 29), TestToday()).has_value());
}

TEST(LongestKept, TakesTheLongestOfThePersonsPlaces) {
  const Rulebooks books = Books({ABook("US", "US", "", 3), ABook("MA", "US", "US-MA", 5),
                                 ABook("GB", "GB", "", 6), ABook("ALL", "", "", 1)});
  EXPECT_EQ(UntilFor(books, {"US-NY"}), Day(2027, 2, 28));
  EXPECT_EQ(UntilFor(books, {"US-MA"}), Day(2029, 2, 28));
  // Somewhere in the country, so perhaps there.
  EXPECT_EQ(UntilFor(books, {"US"}), Day(2029, 2, 28));
  EXPECT_EQ(UntilFor(books, {"US-NY", "GB"}), Day(2030, 2, 28));
  EXPECT_EQ(UntilFor(books, {"FR"}), Day(2025, 2, 28));
}

TEST(LongestKept, TakesABookOfSeveralRegions) {
  Rulebook both = ABook("EAW", "GB", "GB-ENG", 6);
  both.applies.regions.emplace_back("GB-WLS");
  const Rulebooks books = Books({both, ABook("GB", "GB", "", 1)});
  EXPECT_EQ(UntilFor(books, {"GB-ENG"}), Day(2030, 2, 28));
  EXPECT_EQ(UntilFor(books, {"GB-WLS"}), Day(2030, 2, 28));
  EXPECT_EQ(UntilFor(books, {"GB-SCT"}), Day(2025, 2, 28));
}

TEST(LongestKept, FearsEveryBookWhereNoPlaceIsKnown) {
  const Rulebooks books = Books({ABook("US", "US", "", 3), ABook("GB", "GB", "", 6)});
  const auto kept = LongestKept(books, Regions{}, Day(2024, 2, 29), TestToday());
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->rule->id, "GB.KEEP");
}

TEST(LongestKept, AsksOnlyLiveBooksThatAreInForce) {
  Rulebook draft = ABook("DRAFT", "", "", 9);
  draft.status = BookStatus::kDraft;
  Rulebook over = ABook("OVER", "", "", 9);
  over.effective_until = Day(2021, 1, 1);
  EXPECT_FALSE(
      LongestKept(Books({draft, over}), Regions{}, Day(2024, 2, 29), TestToday()).has_value());
}

}  // namespace
}  // namespace parley
