// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/owed_by.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

const Day kFriday(2026, 3, 6);

Rule DueAfter(std::string id, Duty duty, int days, bool business_days = false,
              std::string calendar = {}) {
  Rule rule{.id = std::move(id), .cite = "a test"};
  rule.kind = DutyRule(Deadline{duty, days, business_days, {std::move(calendar), nullptr}});
  return rule;
}

Rulebook ABook(std::string id, std::string country, std::vector<Rule> rules) {
  Rulebook book{.id = std::move(id), .version = "1", .title = "A test"};
  book.effective_from = Day(2020, 1, 1);
  book.applies.country = std::move(country);
  book.rules = std::move(rules);
  return book;
}

Calendar ACalendar(std::string id, Day holiday) {
  Calendar calendar{.id = std::move(id), .covers = {Day(2026, 1, 1), Day(2026, 12, 31)}};
  calendar.holidays = {holiday};
  return calendar;
}

Rulebooks TheBooks(std::vector<Rulebook> books) {
  return ValueOf(Rulebooks::Make(std::move(books), {ACalendar("GB-test", Day(2026, 3, 9)),
                                                    ACalendar("ES", Day(2026, 3, 10))}));
}

TEST(OwedToPerson, IsWhatTheBookOfThePlaceSays) {
  const Rulebooks books = TheBooks({ABook(
      "GB.BOOK", "GB", {DueAfter("GB.FIVE", Duty::kAcknowledgeComplaint, 5, true, "GB-test")})});
  const OwedBy owed = OwedToPerson(books, "GB-SCT", Duty::kAcknowledgeComplaint, kFriday);
  EXPECT_EQ(owed.day, Day(2026, 3, 16));  // The Monday between is a holiday.
  EXPECT_EQ(owed.rule->id, "GB.FIVE");
}

TEST(OwedToPerson, IsWhatHoldsEverywhereWhereNoBookOfThePlaceHasTheDuty) {
  const Rulebooks books =
      TheBooks({ABook("GB.BOOK", "GB", {DueAfter("GB.LATE", Duty::kAnswerComplaint, 56)})});
  const OwedBy elsewhere = OwedToPerson(books, "FR", Duty::kAnswerComplaint, kFriday);
  EXPECT_EQ(elsewhere.day, kFriday + 30);
  EXPECT_EQ(elsewhere.rule->id, "PARLEY.ANSWER_COMPLAINT");
  EXPECT_EQ(OwedToPerson(books, "GB", Duty::kAnswerDispute, kFriday).rule->id,
            "PARLEY.ANSWER_DISPUTE");
}

TEST(OwedToPerson, IsNoLaterForSomebodyOfWhomNoPlaceIsKnown) {
  const Rulebooks books =
      TheBooks({ABook("GB.BOOK", "GB", {DueAfter("GB.LATE", Duty::kAnswerComplaint, 56)})});
  EXPECT_EQ(OwedToPerson(books, "", Duty::kAnswerComplaint, kFriday).day, kFriday + 30);
}

TEST(OwedToPerson, IsTheEarliestOfSeveralBooks) {
  const Rulebooks books =
      TheBooks({ABook("GB.BOOK", "GB", {DueAfter("GB.LATE", Duty::kAnswerComplaint, 56)}),
                ABook("HOUSE.BOOK", "", {DueAfter("HOUSE.SOON", Duty::kAnswerComplaint, 14)})});
  EXPECT_EQ(OwedToPerson(books, "GB", Duty::kAnswerComplaint, kFriday).rule->id, "HOUSE.SOON");
  EXPECT_EQ(OwedToPerson(books, "", Duty::kAnswerComplaint, kFriday).rule->id, "HOUSE.SOON");
}

TEST(OwedToPerson, IgnoresDraftsAndWhatIsNotInForceYet) {
  Rulebook draft = ABook("DRAFT", "", {DueAfter("DRAFT.SOON", Duty::kAnswerComplaint, 1)});
  draft.status = BookStatus::kDraft;
  Rulebook later = ABook("LATER", "", {DueAfter("LATER.SOON", Duty::kAnswerComplaint, 1)});
  later.effective_from = kFriday + 1;
  const Rulebooks books = TheBooks({std::move(draft), std::move(later)});
  EXPECT_EQ(OwedToPerson(books, "ES", Duty::kAnswerComplaint, kFriday).day, kFriday + 30);
  EXPECT_EQ(OwedToPerson(books, "ES", Duty::kAnswerComplaint, kFriday + 1).day, kFriday + 2);
}

TEST(OwedToPerson, CountsTheBusinessDaysOfThePlaceWhereNoCalendarIsNamed) {
  const Rulebooks books = TheBooks({});
  EXPECT_EQ(OwedToPerson(books, "ES", Duty::kSettleComplaintInShort, kFriday).day,
            Day(2026, 3, 12));
  EXPECT_EQ(OwedToPerson(books, "FR", Duty::kSettleComplaintInShort, kFriday).day,
            Day(2026, 3, 11));
}

}  // namespace
}  // namespace parley
