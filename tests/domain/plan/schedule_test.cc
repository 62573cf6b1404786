// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "domain/debt/exact_interest.h"
#include "domain/debt/position.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr std::int64_t kTenthOfAPercentADay = 3'650'000'000;  // By ACT/365F.

// From 2027-01-01, on the first of each month from February on.
ScheduleTerms Monthly(std::int64_t rate_units = 0) {
  ScheduleTerms terms;
  terms.start = DayOf("2027-01-01");
  terms.rhythm.first_due = DayOf("2027-02-01");
  terms.rhythm.roll = Roll::kNone;
  terms.rate.units = rate_units;
  return terms;
}

Buckets Principal(std::int64_t units) { return InBuckets({{Bucket::kPrincipal, units}}); }

std::vector<std::int64_t> AmountsOf(const Schedule& schedule) {
  std::vector<std::int64_t> amounts;
  for (const Instalment& one : schedule.instalments) amounts.push_back(one.amount);
  return amounts;
}

std::vector<std::int64_t> Amounts(const Buckets& owed, const ScheduleTerms& terms,
                                  const ScheduleRequest& request) {
  return AmountsOf(ValueOf(MakeSchedule(owed, terms, request)));
}

std::vector<Violation> Faults(const Buckets& owed, const ScheduleTerms& terms,
                              const ScheduleRequest& request) {
  return ViolationsOf(MakeSchedule(owed, terms, request).status());
}

TEST(MakeSchedule, ByAmountLeavesTheRestToTheLast) {
  EXPECT_THAT(Amounts(Principal(1'000), Monthly(), ByAmount{300}), ElementsAre(300, 300, 300, 100));
  EXPECT_THAT(Amounts(Principal(900), Monthly(), ByAmount{300}), ElementsAre(300, 300, 300));
  EXPECT_THAT(Amounts(Principal(900), Monthly(), ByAmount{901}), ElementsAre(900));
}

TEST(MakeSchedule, ByCountGivesTheOddUnitsToTheLastOrTheFirst) {
  ScheduleTerms terms = Monthly();
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByCount{3}), ElementsAre(333, 333, 335));
  EXPECT_THAT(Amounts(Principal(3), terms, ByCount{3}), ElementsAre(1, 1, 1));
  EXPECT_THAT(Amounts(Principal(7), terms, ByCount{1}), ElementsAre(7));
  terms.remainder = Remainder::kFirst;
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByCount{3}), ElementsAre(335, 333, 333));
  EXPECT_THAT(Amounts(Principal(999), terms, ByCount{3}), ElementsAre(333, 333, 333));
}

TEST(MakeSchedule, ByEndHasAsManyAsAreDueUntilThen) {
  ScheduleTerms terms = Monthly();
  EXPECT_THAT(Amounts(Principal(1'000), terms, ByEnd{DayOf("2027-03-31")}), ElementsAre(500, 500));
  EXPECT_THAT(Amounts(Principal(1'000), terms, ByEnd{DayOf("2027-04-01")}),
              ElementsAre(333, 333, 334));
  terms.rhythm.roll = Roll::kFollowing;  // 2027-05-01 is a Saturday.
  EXPECT_THAT(Amounts(Principal(1'000), terms, ByEnd{DayOf("2027-05-02")}),
              ElementsAre(333, 333, 334))
      << "the day on which it is due counts, not the one before it was moved";
}

TEST(MakeSchedule, MayBeginWithAnotherAmount) {
  ScheduleTerms terms = Monthly();
  terms.first = 100;
  EXPECT_THAT(Amounts(Principal(1'000), terms, ByAmount{400}), ElementsAre(100, 400, 400, 100));
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByCount{3}), ElementsAre(100, 450, 451));
  terms.remainder = Remainder::kFirst;
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByCount{3}), ElementsAre(100, 451, 450))
      << "what was named stays as it was named";
  terms.first = 1'001;
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByAmount{1}), ElementsAre(1'001));
  EXPECT_THAT(Amounts(Principal(1'001), terms, ByCount{1}), ElementsAre(1'001));
}

// 1,000.00 bear 1.00 a day; 31 days until 1 February, 28 until 1 March, 31 until 1 April.
TEST(MakeSchedule, PostsInterestBeforeEachIsPaid) {
  const Schedule schedule =
      ValueOf(MakeSchedule(Principal(100'000), Monthly(kTenthOfAPercentADay), ByAmount{50'000}));
  EXPECT_THAT(
      schedule.instalments,
      ElementsAre(Instalment{DayOf("2027-02-01"), DayOf("2027-02-01"), 50'000, 3'100, 53'100},
                  Instalment{DayOf("2027-03-01"), DayOf("2027-03-01"), 50'000, 1'487, 4'587},
                  Instalment{DayOf("2027-04-01"), DayOf("2027-04-01"), 4'729, 142, 0}));
  EXPECT_EQ(schedule.total, 104'729);
  EXPECT_EQ(schedule.interest, 4'729);
}

TEST(MakeSchedule, BearsInterestOnThePrincipalAlone) {
  const Buckets owed =
      InBuckets({{Bucket::kFees, 5'000}, {Bucket::kInterest, 2'000}, {Bucket::kPrincipal, 10'000}});
  const Schedule schedule =
      ValueOf(MakeSchedule(owed, Monthly(kTenthOfAPercentADay), ByAmount{5'000}));
  std::vector<std::int64_t> interest;
  for (const Instalment& one : schedule.instalments) interest.push_back(one.interest);
  // Fees first; then 2,000 + 310 + 280 of interest before the principal is touched.
  EXPECT_THAT(interest, ElementsAre(310, 280, 235, 85));
  EXPECT_THAT(AmountsOf(schedule), ElementsAre(5'000, 5'000, 5'000, 2'910));
}

TEST(MakeSchedule, BearsNothingBeforeTheStartThoughADayWasMovedThere) {
  ScheduleTerms terms = Monthly(kTenthOfAPercentADay);
  terms.start = terms.rhythm.first_due = DayOf("2027-05-01");  // A Saturday.
  terms.rhythm.roll = Roll::kPreceding;
  const Schedule schedule = ValueOf(MakeSchedule(Principal(100'000), terms, ByAmount{50'000}));
  EXPECT_EQ(schedule.instalments[0].due, DayOf("2027-04-30"));
  EXPECT_EQ(schedule.instalments[0].interest, 0);
  EXPECT_EQ(schedule.instalments[1].interest, 1'550) << "of 31 days";
}

// With 34,991 each, the last would have to pay less than they.
TEST(MakeSchedule, SharesInterestEvenlyToo) {
  ScheduleTerms terms = Monthly(kTenthOfAPercentADay);
  const std::vector<std::int64_t> last = Amounts(Principal(100'000), terms, ByCount{3});
  ASSERT_THAT(last, SizeIs(3));
  EXPECT_EQ(last[0], last[1]);
  EXPECT_GE(last[2], last[0]);
  EXPECT_LE(last[2] - last[0], 3);
  EXPECT_THAT(Amounts(Principal(100'000), terms, ByAmount{last[0] + 1}), SizeIs(3));
  EXPECT_THAT(Amounts(Principal(100'000), terms, ByAmount{last[0] - 1}), SizeIs(4));
  terms.remainder = Remainder::kFirst;
  const std::vector<std::int64_t> first = Amounts(Principal(100'000), terms, ByCount{3});
  EXPECT_THAT(std::vector(first.begin() + 1, first.end()), Each(last[0]));
}

// At 200 % a year, what the first pays more than the others spares the last ones all.
TEST(MakeSchedule, LeavesTheRemainderToTheLastWhereTheFirstWouldPayAll) {
  ScheduleTerms terms = Monthly(2 * Rate::kUnitsPerOne);
  terms.remainder = Remainder::kFirst;
  const std::vector<std::int64_t> amounts = Amounts(Principal(6), terms, ByCount{30});
  ASSERT_THAT(amounts, SizeIs(30));
  EXPECT_THAT(std::vector(amounts.begin(), amounts.end() - 1), Each(1));
  EXPECT_GT(amounts.back(), 1);
}

TEST(MakeSchedule, OfAYearByYearsOf360DaysBearsTheSameEachMonth) {
  ScheduleTerms terms = Monthly(1'200'000'000);
  terms.rate.day_count = DayCount::k30360Us;
  const Schedule schedule =
      ValueOf(MakeSchedule(Principal(100'000), terms, ByAmount{kLargestBalance}));
  EXPECT_EQ(schedule.interest, 1'000);
}

TEST(MakeSchedule, RefusesAnEndBeforeTheFirst) {
  EXPECT_THAT(Faults(Principal(1'000), Monthly(), ByEnd{DayOf("2026-12-31")}),
              ElementsAre(Violation{"request.end_date", Fault::kDateOrder}));
  EXPECT_THAT(Faults(Principal(1'000), Monthly(), ByEnd{DayOf("2027-01-31")}),
              ElementsAre(Violation{"request.end_date", Fault::kDateOrder}));
}

TEST(MakeSchedule, RefusesAFirstAboveWhatIsOwed) {
  ScheduleTerms terms = Monthly();
  terms.first = 1'001;
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{2}),
              ElementsAre(Violation{"terms.first", Fault::kOutOfRange}));
  terms.first = 0;
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{2}),
              ElementsAre(Violation{"terms.first", Fault::kNotPositive}));
}

TEST(MakeSchedule, RefusesAFirstThatLeavesTooMuchOrTooLittleForTheOthers) {
  ScheduleTerms terms = Monthly();
  terms.first = 999;
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{3}),
              ElementsAre(Violation{"request.count", Fault::kOutOfRange}));
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{1}),
              ElementsAre(Violation{"request.count", Fault::kOutOfRange}));
  EXPECT_THAT(Faults(Principal(1'000), terms, ByEnd{DayOf("2027-02-10")}),
              ElementsAre(Violation{"request.end_date", Fault::kOutOfRange}));
}

TEST(MakeSchedule, RefusesMoreThanThereMayBe) {
  const Buckets owed = Principal(1'000'000);
  EXPECT_THAT(MakeSchedule(owed, Monthly(), ByCount{kMostInstalments}), IsOk());
  EXPECT_THAT(Faults(owed, Monthly(), ByCount{kMostInstalments + 1}),
              ElementsAre(Violation{"request.count", Fault::kOutOfRange}));
  EXPECT_THAT(Faults(owed, Monthly(), ByAmount{1}),
              ElementsAre(Violation{"request.instalment", Fault::kOutOfRange}));
  EXPECT_THAT(Faults(owed, Monthly(), ByEnd{DayOf("2999-01-01")}),
              ElementsAre(Violation{"request.end_date", Fault::kOutOfRange}));
}

TEST(MakeSchedule, RefusesMoreThanThereAreMinorUnits) {
  EXPECT_THAT(Faults(Principal(2), Monthly(), ByCount{3}),
              ElementsAre(Violation{"request.count", Fault::kOutOfRange}));
}

TEST(MakeSchedule, RefusesNothingAndLess) {
  EXPECT_THAT(Faults(Principal(1'000), Monthly(), ByCount{0}),
              ElementsAre(Violation{"request.count", Fault::kNotPositive}));
  EXPECT_THAT(Faults(Principal(1'000), Monthly(), ByAmount{0}),
              ElementsAre(Violation{"request.instalment", Fault::kNotPositive}));
  EXPECT_THAT(Faults(Principal(1'000), Monthly(), ByAmount{-5}),
              ElementsAre(Violation{"request.instalment", Fault::kNotPositive}));
  EXPECT_THAT(Faults(Principal(0), Monthly(), ByCount{2}),
              ElementsAre(Violation{"balance", Fault::kNotPositive}));
  const Buckets negative = InBuckets({{Bucket::kPrincipal, 10}, {Bucket::kFees, -1}});
  EXPECT_THAT(Faults(negative, Monthly(), ByCount{2}),
              ElementsAre(Violation{"balance", Fault::kNegative}));
}

TEST(MakeSchedule, RefusesAnInstalmentThatInterestEatsUp) {
  EXPECT_THAT(Faults(Principal(100'000), Monthly(kTenthOfAPercentADay), ByAmount{2'800}),
              ElementsAre(Violation{"request.instalment", Fault::kOutOfRange}));
}

TEST(MakeSchedule, NamesAllThatIsWrongWithTheTermsAtOnce) {
  ScheduleTerms terms = Monthly(kHighestRate + 1);
  terms.first = -1;
  terms.rhythm.first_due = terms.start - 1;
  terms.rhythm.days = {0};
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{2}),
              ElementsAre(Violation{"terms.first", Fault::kNotPositive},
                          Violation{"terms.rate", Fault::kOutOfRange},
                          Violation{"terms.rhythm.first_due", Fault::kDateOrder},
                          Violation{"terms.rhythm.days[0]", Fault::kOutOfRange}));
}

TEST(MakeSchedule, RefusesDaysBeyondTheCalendar) {
  ScheduleTerms terms = Monthly();
  terms.rhythm.first_due = DayOf("9999-12-01");
  EXPECT_THAT(MakeSchedule(Principal(1'000), terms, ByCount{1}), IsOk());
  EXPECT_THAT(Faults(Principal(1'000), terms, ByCount{2}),
              ElementsAre(Violation{"terms.rhythm.first_due", Fault::kOutOfRange}));
}

TEST(MakeSchedule, RefusesWhatDoesNotFit) {
  const Buckets most = Principal(kLargestBalance);
  const Schedule schedule = ValueOf(MakeSchedule(most, Monthly(), ByCount{7}));
  EXPECT_EQ(schedule.total, kLargestBalance);
  const Buckets more = InBuckets({{Bucket::kPrincipal, kLargestBalance}, {Bucket::kFees, 1}});
  EXPECT_THAT(MakeSchedule(more, Monthly(), ByCount{7}), IsRefused(Reason::kBalanceOutOfRange));
  for (const ScheduleRequest& request :
       {ScheduleRequest(ByCount{7}), ScheduleRequest(ByAmount{kLargestBalance / 2})}) {
    EXPECT_THAT(MakeSchedule(most, Monthly(kHighestRate), request),
                IsRefused(Reason::kBalanceOutOfRange));
  }
}

}  // namespace
}  // namespace parley
