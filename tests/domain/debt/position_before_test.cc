// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/position_before.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "domain/common/reason.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Day kDay = Day(2026, 2, 11);

TEST(PositionBefore, OfADebtWithoutInterestIsWhatIsOwed) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  EXPECT_FALSE(NeedsJournalBefore(ledger.debt(), kDay));
  const auto position = PositionBefore(ledger.debt(), kDay, {});
  ASSERT_THAT(position, IsOk());
  EXPECT_EQ(position->position, At({{kPrincipal, 100}}));
}

TEST(PositionBefore, HasTheInterestThatIsDueByThenAndIsNotPostedYet) {
  TestLedger ledger(APlacementBearing(WithInterest(), InBuckets({{kPrincipal, 36'500}})));
  const auto position = PositionBefore(ledger.debt(), kDay, ledger.journal());
  ASSERT_THAT(position, IsOk());
  EXPECT_EQ(position->position, At({{kPrincipal, 36'500}, {kInterest, 55}}));
  ASSERT_THAT(ledger.Post({Payment(2, kDay, 36'555)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({}));
}

TEST(PositionBefore, IsThatOfTheDayWhenLaterOnesHaveEntries) {
  TestLedger ledger(APlacementBearing(WithInterest(), InBuckets({{kPrincipal, 36'500}})));
  ASSERT_THAT(ledger.Post({Charge(2, kDay + 2, 1'000), Payment(3, kDay + 3, 500)}), IsOk());
  EXPECT_TRUE(NeedsJournalBefore(ledger.debt(), kDay));
  const auto position = PositionBefore(ledger.debt(), kDay, ledger.journal());
  ASSERT_THAT(position, IsOk());
  EXPECT_EQ(position->position, At({{kPrincipal, 36'500}, {kInterest, 55}}));
}

TEST(PositionBefore, IsAfterTheOtherEntriesOfItsDay) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, kDay, 30), Charge(3, kDay + 1, 5)}), IsOk());
  const auto position = PositionBefore(ledger.debt(), kDay, ledger.journal());
  ASSERT_THAT(position, IsOk());
  EXPECT_EQ(position->position, At({{kPrincipal, 70}}));
}

TEST(PositionBefore, TellsWhatPaysOffADebtOfWhichAQuoteWasGiven) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Quote(kDay), IsOk());
  ASSERT_THAT(ledger.Post({Fee(2, kDay, 10)}), IsOk());
  const auto pays_off = [&](Day day) {
    return PositionBefore(ledger.debt(), day, ledger.journal())->pays_off;
  };
  EXPECT_EQ(pays_off(kDay), 100);
  EXPECT_EQ(pays_off(kDay + 15), 110) << "the quote has run out";
  // New principal is no part of the quote.
  ASSERT_THAT(ledger.Post({Charge(3, kDay, 50)}), IsOk());
  EXPECT_EQ(pays_off(kDay), 150);
  ASSERT_THAT(ledger.Post({Payment(4, kDay, 30)}), IsOk());
  EXPECT_EQ(pays_off(kDay), 120);
  // Where little is owed any more, the quote's amount is still what it takes, if it is less.
  ASSERT_THAT(ledger.Post({Credit(5, kDay, 120)}), IsOk());
  EXPECT_EQ(ledger.balance(), 10);
  EXPECT_EQ(pays_off(kDay), 10);
}

TEST(PositionBefore, IsNotToldByAPartOfTheJournal) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, kDay, 30)}), IsOk());
  const std::vector<Entry> part = {ledger.entry(1)};
  EXPECT_EQ(ReasonOf(PositionBefore(ledger.debt(), kDay - 1, part).status()),
            Reason::kRecordCorrupt);
}

}  // namespace
}  // namespace parley
