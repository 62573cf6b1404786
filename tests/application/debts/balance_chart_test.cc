// SPDX-License-Identifier: Apache-2.0
#include "application/debts/balance_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

#include "tests/support/application/fake_papers.h"
#include "tests/support/application/sample_statement.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(RoundLevels, AreRoundAndEvenlyApart) {
  EXPECT_THAT(RoundLevels(90'000, 121'500, 2), ElementsAre(0, 50'000, 100'000, 150'000));
  EXPECT_THAT(RoundLevels(0, 123'456'789, 0), ElementsAre(0, 50'000'000, 100'000'000, 150'000'000));
  EXPECT_THAT(RoundLevels(-2'500, 9'000, 2), ElementsAre(-5'000, 0, 5'000, 10'000));
}

TEST(RoundLevels, HaveZeroAmongThemWhereverTheBalanceIs) {
  EXPECT_THAT(RoundLevels(0, 0, 2), ElementsAre(0, 1));
  EXPECT_THAT(RoundLevels(7, 7, 2), ElementsAre(0, 2, 4, 6, 8));
  EXPECT_THAT(RoundLevels(-300, -300, 2), ElementsAre(-300, -200, -100, 0));
}

RC_GTEST_PROP(RoundLevels, LieAroundEveryBalanceThatALedgerCanHave, ()) {
  const auto least = *rc::gen::inRange(-kLargestBalance, kLargestBalance);
  const auto greatest = *rc::gen::inRange(least, kLargestBalance);
  const auto levels = RoundLevels(least, greatest, *rc::gen::inRange(0, 5));
  RC_ASSERT(levels.size() >= 2 && levels.size() <= 6);
  RC_ASSERT(levels.front() <= least && levels.back() >= greatest);
}

TEST(RoundDays, AreTheBeginningsOfMonths) {
  EXPECT_THAT(RoundDays({Day(2026, 1, 1), Day(2026, 6, 15)}),
              ElementsAre(Day(2026, 1, 1), Day(2026, 2, 1), Day(2026, 3, 1), Day(2026, 4, 1),
                          Day(2026, 5, 1), Day(2026, 6, 1)));
  EXPECT_THAT(RoundDays({Day(2026, 1, 15), Day(2028, 1, 14)}), SizeIs(testing::Le(7)));
  EXPECT_THAT(RoundDays({Day(2026, 1, 15), Day(2026, 3, 1)}),
              ElementsAre(Day(2026, 1, 15), Day(2026, 3, 1)));
  EXPECT_THAT(RoundDays({Day(1900, 1, 1), Day(9999, 12, 31)}), SizeIs(testing::Le(7)));
}

TEST(RoundDays, AreTheEndsOfAShortPeriod) {
  EXPECT_THAT(RoundDays({Day(2026, 1, 10), Day(2026, 1, 20)}),
              ElementsAre(Day(2026, 1, 10), Day(2026, 1, 20)));
  EXPECT_THAT(RoundDays({Day(2026, 1, 10), Day(2026, 1, 10)}), ElementsAre(Day(2026, 1, 10)));
}

TEST(BalanceOverTime, HasOneBalanceADay) {
  const SampleStatement sample = AStatementOfHalfAYear();
  const auto series = BalanceOverTime(sample.issued.statement);
  ASSERT_GE(series.size(), 3U);
  EXPECT_EQ(series.front(), (BalanceOnDay{Day(2025, 12, 31), 121'500}));
  for (std::size_t at = 1; at < series.size(); ++at) {
    EXPECT_LT(series.at(at - 1).day, series.at(at).day);
  }
  EXPECT_EQ(series.back().balance, *Net(sample.issued.statement.closing));
}

TEST(BalanceChart, SaysWhatItShows) {
  const KeyVoice voice;
  const SampleStatement moved = AStatementOfHalfAYear();
  EXPECT_THAT(BalanceChart(moved.issued.statement, CurrencyOf("EUR"), voice).sentence,
              HasSubstr("statement.chart.moved(opening=1215.00 EUR"));
  const SampleStatement level = ForPeriod(moved, {Day(2026, 2, 1), Day(2026, 2, 9)});
  EXPECT_THAT(BalanceChart(level.issued.statement, CurrencyOf("EUR"), voice).sentence,
              HasSubstr("statement.chart.level("));
  const SampleStatement peak = ForPeriod(moved, {Day(2026, 2, 9), Day(2026, 2, 17)});
  EXPECT_THAT(BalanceChart(peak.issued.statement, CurrencyOf("EUR"), voice).sentence,
              HasSubstr("statement.chart.highest("));
}

TEST(BalanceChart, LeavesDecimalsOutWhereTheLevelsHaveNone) {
  const SampleStatement sample = AStatementOfHalfAYear();
  const PaperChart chart = BalanceChart(sample.issued.statement, CurrencyOf("EUR"), KeyVoice());
  EXPECT_EQ(chart.levels.back().text, "statement.amount(amount=1500)");
}

}  // namespace
}  // namespace parley
