// SPDX-License-Identifier: Apache-2.0
// Which lines a bookkeeper writes, and in which order. 365.00 bear 0.05 a day.
#include "domain/debt/bookkeeper.h"

#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Bucket kFees = Bucket::kFees;

using Told = std::tuple<std::string, Day, std::int64_t>;  // Kind, value date, amount.

class BookkeeperTest : public ::testing::Test {
 protected:
  // Begins a ledger that owes this principal since the day on which interest begins.
  void Open(std::int64_t principal = 36'500) {
    bookkeeper_.emplace(rules_);
    facts_.push_back(AnOpening(principal));
    ASSERT_THAT(bookkeeper_->Take(facts_.back()), IsOk());
  }

  absl::Status Take(EntryKind kind, Day day, std::int64_t amount, std::optional<Bucket> bucket = {},
                    EntryId linked = {}) {
    facts_.push_back(AnEntry(static_cast<int>(facts_.size()) + 1, amount)
                         .With(&Entry::kind, kind)
                         .With(&Entry::value_date, day)
                         .With(&Entry::bucket, bucket)
                         .With(&Entry::linked, linked)
                         .With(&Entry::postings, std::vector<Posting>()));
    return bookkeeper_->Take(facts_.back());
  }

  static std::vector<Told> TellLines(const std::vector<Line>& lines) {
    std::vector<Told> told;
    for (const Line& line : lines) {
      line.fact == nullptr
          ? told.emplace_back("INTEREST", line.value_date, line.interest.amount)
          : told.emplace_back(NameOf(line.fact->kind), line.value_date, line.fact->amount);
    }
    return told;
  }
  std::vector<Told> Lines() const { return TellLines(bookkeeper_->lines()); }
  const Position position() const { return bookkeeper_->standing().position; }

  LedgerRules rules_ = WithInterest();
  std::deque<Entry> facts_;
  std::optional<Bookkeeper> bookkeeper_;
  const Told opening_ = {"OPENING", Day(2026, 1, 31), 36'500};
};

TEST_F(BookkeeperTest, PostsAMonthsEndBeforeTheFactsOfItsDay) {
  Open();
  ASSERT_THAT(Take(EntryKind::kCharge, Day(2026, 2, 28), 1'000), IsOk());
  EXPECT_EQ(Lines(), (std::vector<Told>{opening_,
                                        {"INTEREST", Day(2026, 2, 28), 28 * 5},
                                        {"CHARGE", Day(2026, 2, 28), 1'000}}));
  EXPECT_EQ(bookkeeper_->lines().back().before, At({{kPrincipal, 36'500}, {kInterest, 140}}));
  EXPECT_EQ(position(), At({{kPrincipal, 37'500}, {kInterest, 140}}));
}

TEST_F(BookkeeperTest, PostsEachMonthsEndThatPassed) {
  Open();
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 4, 29)), IsOk());
  EXPECT_EQ(Lines(), (std::vector<Told>{opening_,
                                        {"INTEREST", Day(2026, 2, 28), 28 * 5},
                                        {"INTEREST", Day(2026, 3, 31), 31 * 5}}))
      << "posted interest bears none";
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 4, 30)), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 4, 30)), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 1, 1)), IsOk());
  EXPECT_EQ(Lines().size(), 4U);
  EXPECT_EQ(bookkeeper_->standing().interest->posted_through, Day(2026, 4, 30));
}

TEST_F(BookkeeperTest, PostsInterestUpToTheDayOfMoneyAndReliefBeforeThem) {
  for (const EntryKind kind :
       {EntryKind::kPayment, EntryKind::kCredit, EntryKind::kWaiver, EntryKind::kWriteOff}) {
    Open();
    ASSERT_THAT(Take(kind, Day(2026, 2, 11), 100), IsOk());
    EXPECT_EQ(Lines(), (std::vector<Told>{opening_,
                                          {"INTEREST", Day(2026, 2, 11), 11 * 5},
                                          {std::string(NameOf(kind)), Day(2026, 2, 11), 100}}));
  }
}

TEST_F(BookkeeperTest, PostsNoInterestBeforeWhatAsksForMoreOrTakesBack) {
  for (const EntryKind kind : {EntryKind::kCharge, EntryKind::kFee, EntryKind::kRefund}) {
    Open();
    ASSERT_THAT(Take(kind, Day(2026, 2, 11), 100), IsOk());
    EXPECT_EQ(Lines(),
              (std::vector<Told>{opening_, {std::string(NameOf(kind)), Day(2026, 2, 11), 100}}));
  }
  Open();
  ASSERT_THAT(Take(EntryKind::kCharge, Day(2026, 2, 5), 100), IsOk());
  const EntryId charge = facts_.back().id;
  ASSERT_THAT(Take(EntryKind::kReversal, Day(2026, 2, 11), 100, {}, charge), IsOk());
  EXPECT_EQ(Lines(),
            (std::vector<Told>{
                opening_, {"CHARGE", Day(2026, 2, 5), 100}, {"REVERSAL", Day(2026, 2, 11), 100}}));
  EXPECT_EQ(position(), Owing(36'500));
}

TEST_F(BookkeeperTest, FillsInterestThatAPaymentFindsBeforePrincipal) {
  Open();
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 2, 11), 100), IsOk());
  EXPECT_EQ(position(), Owing(36'500 - 45)) << "55 of 100 went to interest";
}

TEST_F(BookkeeperTest, PostsADayOnceHoweverMuchMoneyComes) {
  Open();
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 2, 11), 100), IsOk());
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 2, 11), 100), IsOk());
  EXPECT_EQ(Lines().size(), 4U);
  EXPECT_EQ(position(), Owing(36'500 - 145));
}

TEST_F(BookkeeperTest, CountsAFactFromTheDayAfterIt) {
  rules_.interest->base = InterestBase::kPrincipalAndFees;
  Open();
  ASSERT_THAT(Take(EntryKind::kFee, Day(2026, 2, 10), 3'650), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 2, 28)), IsOk());
  // Ten days of 5, and eighteen of 5.5.
  EXPECT_EQ(Lines().back(), (Told{"INTEREST", Day(2026, 2, 28), 50 + 99}));
}

TEST_F(BookkeeperTest, NeverPostsWhenTheTermsSayNever) {
  rules_.interest->posting = InterestPosting::kNever;
  Open();
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 3, 11), 100), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2027, 1, 1)), IsOk());
  EXPECT_EQ(Lines(), (std::vector<Told>{opening_, {"PAYMENT", Day(2026, 3, 11), 100}}));
  EXPECT_EQ(position(), Owing(36'400));
  EXPECT_EQ(bookkeeper_->standing().interest->posted, 0);
}

TEST_F(BookkeeperTest, WithoutInterestTakesFactsAlone) {
  rules_.interest.reset();
  Open();
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 3, 11), 100), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day::max()), IsOk());
  EXPECT_EQ(Lines().size(), 2U);
  EXPECT_EQ(bookkeeper_->standing(), (LedgerStanding{Owing(36'400), std::nullopt}));
}

TEST_F(BookkeeperTest, PostsNoLineOfNothing) {
  rules_.freezes = {{Day(2026, 2, 1), Day(2026, 2, 28)}};
  Open();
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 3, 31)), IsOk());
  EXPECT_EQ(Lines(), (std::vector<Told>{opening_, {"INTEREST", Day(2026, 3, 31), 31 * 5}}));
}

TEST_F(BookkeeperTest, PaysPostedInterestFromWhatIsHeld) {
  rules_.interest->base = InterestBase::kPrincipalAndFees;
  Open();
  // The payment leaves nothing owed and 1.00 held; the fee uses some of that and bears nothing.
  ASSERT_THAT(Take(EntryKind::kPayment, Day(2026, 2, 10), 36'500 + 50 + 100), IsOk());
  EXPECT_EQ(position(), Holding(100));
  ASSERT_THAT(Take(EntryKind::kFee, Day(2026, 2, 20), 30), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 12, 31)), IsOk());
  EXPECT_EQ(position(), Holding(70));
}

TEST_F(BookkeeperTest, GoesOnFromWhereALedgerStands) {
  Open(2'920);
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 2, 28)), IsOk());
  Bookkeeper resumed(rules_, bookkeeper_->standing());
  // 0.4 a day: 11.2 were rounded to 11, so that 12.4 of March make 13 of it.
  const Entry payment = AnEntry(9, 100)
                            .With(&Entry::value_date, Day(2026, 4, 5))
                            .With(&Entry::postings, std::vector<Posting>());
  ASSERT_THAT(resumed.Take(payment), IsOk());
  ASSERT_THAT(bookkeeper_->Take(payment), IsOk());
  EXPECT_EQ(TellLines(resumed.lines()), (std::vector<Told>{{"INTEREST", Day(2026, 3, 31), 13},
                                                           {"INTEREST", Day(2026, 4, 5), 2},
                                                           {"PAYMENT", Day(2026, 4, 5), 100}}));
  EXPECT_EQ(resumed.standing(), bookkeeper_->standing());
  EXPECT_EQ(resumed.DetailOf(resumed.lines().front()).carried_millionths, 200'000);
}

TEST_F(BookkeeperTest, TellsHowALineOfInterestCameAbout) {
  rules_.interest->base = InterestBase::kPrincipalAndFees;
  rules_.interest->rates.push_back({Day(2026, 2, 21), 1'000'000'000});
  Open();
  ASSERT_THAT(Take(EntryKind::kFee, Day(2026, 2, 10), 3'650), IsOk());
  ASSERT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 2, 28)), IsOk());
  const InterestDetail detail = bookkeeper_->DetailOf(bookkeeper_->lines().back());
  // The new rate is in force on its day; the fee bears from the day after it.
  EXPECT_EQ(detail.pieces,
            (std::vector<InterestPiece>{
                {Day(2026, 1, 31), Day(2026, 2, 10), 36'500, 500'000'000, {10, 0}},
                {Day(2026, 2, 10), Day(2026, 2, 20), 40'150, 500'000'000, {10, 0}},
                {Day(2026, 2, 20), Day(2026, 2, 28), 40'150, 1'000'000'000, {8, 0}}}));
  EXPECT_EQ(detail.rule, "statutory");
  EXPECT_EQ(detail.version, 1);
  EXPECT_EQ(detail.basis, "section 9 of the invented contract");
  EXPECT_EQ(detail.day_count, DayCount::kAct365F);
  EXPECT_EQ(detail.carried_millionths, 0);
  EXPECT_EQ(detail.topped_up, 0);
  // 50 + 55 + 88.
  EXPECT_EQ(Lines().back(), (Told{"INTEREST", Day(2026, 2, 28), 193}));
}

TEST_F(BookkeeperTest, RefusesInterestThatTheLedgerCannotHold) {
  Open(kLargestBalance);
  EXPECT_THAT(bookkeeper_->PostMonthEndsThrough(Day(2026, 2, 28)),
              IsRefused(Reason::kBalanceOutOfRange));
  Open(kLargestBalance);
  EXPECT_THAT(Take(EntryKind::kPayment, Day(2026, 2, 11), 1),
              IsRefused(Reason::kBalanceOutOfRange));
}

}  // namespace
}  // namespace parley
