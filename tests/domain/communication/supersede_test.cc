// SPDX-License-Identifier: Apache-2.0
// What is left of a book when another version is put over it.
#include "domain/communication/supersede.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace parley {
namespace {

using testing::ElementsAre;

Rulebook ABook(const std::string& version, int from, std::optional<int> until = std::nullopt,
               const std::string& id = "A") {
  Rulebook book{.id = id, .version = version};
  book.effective_from = Day(from, 1, 1);
  if (until.has_value()) book.effective_until = Day(*until, 1, 1);
  return book;
}

// "VERSION from-until" of each.
std::vector<std::string> After(std::vector<Rulebook> books, const Rulebook& over) {
  Supersede(books, over);
  std::vector<std::string> told;
  for (const Rulebook& book : books) {
    std::string text = book.version + " " + std::to_string(book.effective_from.year()) + "-";
    if (book.effective_until.has_value()) text += std::to_string(book.effective_until->year());
    told.push_back(text);
  }
  return told;
}

TEST(Supersede, EndsWhatGoesOn) {
  EXPECT_THAT(After({ABook("1", 2020)}, ABook("2", 2027)), ElementsAre("1 2020-2027", "2 2027-"));
}

TEST(Supersede, TakesUpAgainWhatGoesOnAfterIt) {
  EXPECT_THAT(After({ABook("1", 2020)}, ABook("2", 2022, 2024)),
              ElementsAre("1 2020-2022", "1 2024-", "2 2022-2024"));
}

TEST(Supersede, RemovesWhatItCovers) {
  EXPECT_THAT(After({ABook("1", 2020, 2021), ABook("2", 2021)}, ABook("3", 2020)),
              ElementsAre("3 2020-"));
  EXPECT_THAT(After({ABook("1", 2020, 2021), ABook("2", 2021)}, ABook("3", 2020, 2021)),
              ElementsAre("2 2021-", "3 2020-2021"));
}

TEST(Supersede, LeavesWhatItDoesNotTouch) {
  EXPECT_THAT(After({ABook("1", 2020, 2021)}, ABook("2", 2021)),
              ElementsAre("1 2020-2021", "2 2021-"));
  EXPECT_THAT(After({ABook("1", 2021)}, ABook("2", 2020, 2021)),
              ElementsAre("1 2021-", "2 2020-2021"));
  EXPECT_THAT(After({ABook("other", 2020, {}, "B")}, ABook("1", 2020)),
              ElementsAre("other 2020-", "1 2020-"));
}

TEST(CalendarsOf, NamesEachOnce) {
  Rulebook book = ABook("1", 2020);
  for (const char* calendar : {"X", "Y", "X", ""}) {
    TimeWindow window;
    window.closed_on.id = calendar;
    Rule rule;
    rule.kind = window;
    book.rules.push_back(rule);
  }
  NoticePeriod period;
  period.calendar.id = "Z";
  Rule rule;
  rule.kind = DutyRule(period);
  book.rules.push_back(rule);
  EXPECT_THAT(CalendarsOf(book), ElementsAre("X", "Y", "Z"));
}

}  // namespace
}  // namespace parley
