// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/debt/exact_interest.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Day kOpened = TestLedger::kOpened;
constexpr std::int64_t kFive = 500'000'000;
constexpr std::int64_t kTen = 1'000'000'000;

std::vector<Violation> Check(const InterestTerms& terms) {
  Violations violations;
  CheckInterestTerms(terms, kOpened, "terms", violations);
  return violations.all();
}

Violation Of(const std::string& field, Fault fault) { return {"terms." + field, fault}; }

TEST(InterestBase, HasANameByWhichItIsFound) {
  EXPECT_EQ(NameOf(InterestBase::kPrincipal), "PRINCIPAL");
  EXPECT_EQ(NameOf(InterestBase::kPrincipalAndFees), "PRINCIPAL_AND_FEES");
  for (const InterestBase base : {InterestBase::kPrincipal, InterestBase::kPrincipalAndFees}) {
    EXPECT_EQ(InterestBaseNamed(NameOf(base)), base);
  }
  EXPECT_EQ(InterestBaseNamed("principal"), std::nullopt);
  EXPECT_EQ(InterestBaseNamed(""), std::nullopt);
}

TEST(InterestPosting, HasANameByWhichItIsFound) {
  EXPECT_EQ(NameOf(InterestPosting::kMonthEnd), "MONTH_END");
  EXPECT_EQ(NameOf(InterestPosting::kNever), "NEVER");
  for (const InterestPosting posting : {InterestPosting::kMonthEnd, InterestPosting::kNever}) {
    EXPECT_EQ(InterestPostingNamed(NameOf(posting)), posting);
  }
  EXPECT_EQ(InterestPostingNamed("never"), std::nullopt);
}

TEST(CheckInterestTerms, FindsNothingInSoundOnes) {
  InterestTerms terms = FivePercent();
  EXPECT_THAT(Check(terms), IsEmpty());
  terms.rule = std::string(100, 'r');
  terms.basis = std::string(1000, 'b');
  terms.cap = 0;
  terms.monthly_minimum = kLargestBalance;
  terms.rates = {{kOpened, 0}, {kOpened + 1, kHighestRate}};
  EXPECT_THAT(Check(terms), IsEmpty());
  terms.cap = kLargestBalance;
  terms.interest_from = Day(2030, 1, 1);
  EXPECT_THAT(Check(terms), IsEmpty());
}

TEST(CheckInterestTerms, TellsEverythingAtOnceWithItsPath) {
  InterestTerms terms = FivePercent();
  terms.rule = "";
  terms.version = -1;
  terms.basis = "";
  terms.interest_from = kOpened - 1;
  terms.cap = -1;
  terms.monthly_minimum = -1;
  terms.rates = {{kOpened - 1, -1}, {kOpened - 1, kHighestRate + 1}};
  EXPECT_THAT(
      Check(terms),
      ::testing::UnorderedElementsAre(
          Of("rule", Fault::kRequired), Of("version", Fault::kNegative),
          Of("basis", Fault::kRequired), Of("interest_from_date", Fault::kDateBeforeOpening),
          Of("cap", Fault::kNegative), Of("monthly_minimum", Fault::kNegative),
          Of("rates[0].rate_e10", Fault::kNegative),
          Of("rates[0].from_date", Fault::kDateBeforeOpening),
          Of("rates[1].rate_e10", Fault::kOutOfRange),
          Of("rates[1].from_date", Fault::kDateBeforeOpening),
          Of("rates[1].from_date", Fault::kRatesOverlap)));
}

TEST(CheckInterestTerms, LimitsTheTexts) {
  InterestTerms terms = FivePercent();
  terms.rule = std::string(101, 'r');
  terms.basis = std::string(1001, 'b');
  EXPECT_THAT(Check(terms), ElementsAre(Of("rule", Fault::kTooLong), Of("basis", Fault::kTooLong)));
}

TEST(CheckInterestTerms, RefusesAmountsThatTheLedgerCannotHold) {
  InterestTerms terms = FivePercent();
  terms.cap = kLargestBalance + 1;
  terms.monthly_minimum = kLargestBalance + 1;
  EXPECT_THAT(Check(terms), ElementsAre(Of("cap", Fault::kAmountOutOfRange),
                                        Of("monthly_minimum", Fault::kAmountOutOfRange)));
}

TEST(CheckInterestTerms, RefusesInterestBeforeTheDebt) {
  InterestTerms terms = FivePercent();
  terms.interest_from = kOpened - 1;
  EXPECT_THAT(Check(terms), ElementsAre(Of("interest_from_date", Fault::kDateBeforeOpening)));
}

TEST(CheckInterestTerms, RefusesARateBeforeTheDebt) {
  InterestTerms terms = FivePercent();
  terms.rates = {{kOpened - 1, kFive}, {kOpened, kTen}};
  EXPECT_THAT(Check(terms), ElementsAre(Of("rates[0].from_date", Fault::kDateBeforeOpening)));
}

TEST(CheckInterestTerms, RefusesRatesThatOverlap) {
  InterestTerms terms = FivePercent();
  terms.rates = {{kOpened, kFive}, {kOpened + 9, kTen}, {kOpened + 9, kFive}, {kOpened + 8, kTen}};
  EXPECT_THAT(Check(terms), ElementsAre(Of("rates[2].from_date", Fault::kRatesOverlap),
                                        Of("rates[3].from_date", Fault::kRatesOverlap)));
}

TEST(CheckInterestTerms, AsksForARateAndTakesAtMost1000) {
  InterestTerms terms = FivePercent();
  terms.rates.clear();
  EXPECT_THAT(Check(terms), ElementsAre(Of("rates", Fault::kRequired)));
  for (int day = 0; day < 1000; ++day) terms.rates.push_back({kOpened + day, kFive});
  EXPECT_THAT(Check(terms), IsEmpty());
  terms.rates.push_back({kOpened + 1000, kFive});
  EXPECT_THAT(Check(terms), ElementsAre(Of("rates", Fault::kTooLong)));
}

TEST(BaseOf, IsPrincipalOrPrincipalAndFeesAndNeverInterest) {
  const Position position = At({{Bucket::kPrincipal, 1},
                                {Bucket::kInterest, 20},
                                {Bucket::kFees, 300},
                                {Bucket::kCosts, 4000},
                                {Bucket::kPenalty, 50000}});
  EXPECT_EQ(BaseOf(position, InterestBase::kPrincipal), 1);
  EXPECT_EQ(BaseOf(position, InterestBase::kPrincipalAndFees), 301);
  EXPECT_EQ(BaseOf(Holding(7), InterestBase::kPrincipalAndFees), 0);
}

// ---- Rates once freezes are taken out: a freeze includes both its ends. ----

std::vector<RateChange> Effective(std::vector<RateChange> rates, std::vector<Period> freezes) {
  InterestTerms terms = FivePercent();
  terms.rates = std::move(rates);
  return EffectiveRates(terms, freezes);
}

const Day kFirst = Day(2026, 3, 1);

TEST(EffectiveRates, AreTheRatesWhenNothingIsFrozen) {
  EXPECT_THAT(Effective({{kFirst, kFive}, {kFirst + 9, kTen}}, {}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 9, kTen}));
  EXPECT_THAT(Effective({}, {{kFirst, kFirst}}), IsEmpty());
}

TEST(EffectiveRates, LeaveOutAChangeToTheSameRate) {
  EXPECT_THAT(Effective({{kFirst, 0}, {kFirst + 1, kFive}, {kFirst + 9, kFive}}, {}),
              ElementsAre(RateChange{kFirst + 1, kFive}));
}

TEST(EffectiveRates, AreZeroOnBothEndsOfAFreeze) {
  EXPECT_THAT(Effective({{kFirst, kFive}}, {{kFirst + 4, kFirst + 6}}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 4, 0},
                          RateChange{kFirst + 7, kFive}));
  EXPECT_THAT(Effective({{kFirst, kFive}}, {{kFirst + 4, kFirst + 4}}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 4, 0},
                          RateChange{kFirst + 5, kFive}));
}

TEST(EffectiveRates, JoinFreezesThatOverlapTouchOrLieWithinOneAnother) {
  const std::vector<RateChange> joined = {{kFirst, kFive}, {kFirst + 2, 0}, {kFirst + 10, kFive}};
  EXPECT_EQ(Effective({{kFirst, kFive}}, {{kFirst + 5, kFirst + 9}, {kFirst + 2, kFirst + 6}}),
            joined);
  EXPECT_EQ(Effective({{kFirst, kFive}}, {{kFirst + 2, kFirst + 5}, {kFirst + 6, kFirst + 9}}),
            joined);
  EXPECT_EQ(Effective({{kFirst, kFive}}, {{kFirst + 2, kFirst + 9}, {kFirst + 3, kFirst + 4}}),
            joined);
  EXPECT_EQ(Effective({{kFirst, kFive}}, {{kFirst + 2, kFirst + 9}, {kFirst + 2, kFirst + 9}}),
            joined);
}

TEST(EffectiveRates, TakeUpTheRateThatCameInForceMeanwhile) {
  EXPECT_THAT(Effective({{kFirst, kFive}, {kFirst + 5, kTen}}, {{kFirst + 3, kFirst + 8}}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 3, 0},
                          RateChange{kFirst + 9, kTen}));
  EXPECT_THAT(Effective({{kFirst, kFive}, {kFirst + 9, kTen}}, {{kFirst + 3, kFirst + 8}}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 3, 0},
                          RateChange{kFirst + 9, kTen}));
}

TEST(EffectiveRates, StayAtZeroInAFreezeWithoutAnEnd) {
  EXPECT_THAT(Effective({{kFirst, kFive}, {kFirst + 20, kTen}},
                        {{kFirst + 4, Day::max()}, {kFirst + 2, kFirst + 30}}),
              ElementsAre(RateChange{kFirst, kFive}, RateChange{kFirst + 2, 0}));
}

TEST(EffectiveRates, BeginAfterAFreezeThatHoldsTheFirstDay) {
  EXPECT_THAT(Effective({{kFirst, kFive}}, {{kFirst - 5, kFirst + 1}}),
              ElementsAre(RateChange{kFirst + 2, kFive}));
  EXPECT_THAT(Effective({{kFirst, kFive}}, {{kFirst - 5, kFirst - 1}}),
              ElementsAre(RateChange{kFirst, kFive}));
}

}  // namespace
}  // namespace parley
