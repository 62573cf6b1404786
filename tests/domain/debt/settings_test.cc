// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "domain/debt/position.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr AllocationOrder kPrincipalFirst = {Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees,
                                             Bucket::kCosts, Bucket::kPenalty};
constexpr AllocationOrder kInterestFirst = {Bucket::kInterest, Bucket::kPrincipal, Bucket::kFees,
                                            Bucket::kCosts, Bucket::kPenalty};
constexpr std::int64_t kFive = Rate::kUnitsPerOne / 20;
const Day kOpened(2026, 3, 1);

InterestTerms TermsOf(std::vector<RateChange> rates) {
  return {.rule = "rule",
          .version = 1,
          .basis = "contract",
          .interest_from = Day(),
          .rates = std::move(rates),
          .cap = std::nullopt};
}

SettingsPlace In(std::string_view region) { return {region, CurrencyOf("EUR"), kOpened}; }

std::vector<Violation> Check(const CreditorSettings& settings) {
  Violations violations;
  CheckSettings(settings, "settings", violations);
  return violations.all();
}

TEST(SettingLevel, HasANameAndANumber) {
  EXPECT_EQ(NameOf(SettingLevel::kSystem), "SYSTEM");
  EXPECT_EQ(NameOf(SettingLevel::kCreditor), "CREDITOR");
  EXPECT_EQ(NameOf(SettingLevel::kDebt), "DEBT");
  EXPECT_EQ(SettingLevelNumbered(2), SettingLevel::kCreditor);
  EXPECT_EQ(SettingLevelNumbered(0), std::nullopt);
  EXPECT_EQ(SettingLevelNumbered(4), std::nullopt);
}

TEST(RulesOf, AreTheSystemsWhenNobodySaysAnything) {
  const PlacedRules placed = RulesOf({}, {}, In("AT"));
  EXPECT_EQ(placed.rules, LedgerRules{});
  EXPECT_EQ(placed.levels, (RuleLevels{SettingLevel::kSystem, SettingLevel::kSystem}));
}

TEST(RulesOf, AreTheCreditorsWhenThePlacementSaysNothing) {
  CreditorSettings settings;
  settings.order = kPrincipalFirst;
  settings.interest = {{std::nullopt, TermsOf({{kOpened, kFive}})}};
  const PlacedRules placed = RulesOf({}, settings, In(""));
  EXPECT_EQ(placed.rules.order, kPrincipalFirst);
  ASSERT_TRUE(placed.rules.interest.has_value());
  EXPECT_EQ(placed.rules.interest->interest_from, kOpened);
  EXPECT_EQ(placed.levels, (RuleLevels{SettingLevel::kCreditor, SettingLevel::kCreditor}));
}

TEST(RulesOf, AreTheDebtsOwnBeforeAnyOther) {
  CreditorSettings settings;
  settings.order = kPrincipalFirst;
  settings.region_orders = {{"AT", kPrincipalFirst}};
  settings.interest = {{std::nullopt, TermsOf({{kOpened, kFive}})}};
  GivenTerms given{.order = kInterestFirst, .interest = TermsOf({{kOpened, 0}})};
  given.interest->interest_from = kOpened + 10;
  const PlacedRules placed = RulesOf(given, settings, In("AT"));
  EXPECT_EQ(placed.rules.order, kInterestFirst);
  EXPECT_EQ(placed.rules.interest, given.interest);
  EXPECT_EQ(placed.levels, (RuleLevels{SettingLevel::kDebt, SettingLevel::kDebt}));
}

TEST(OrderFor, TakesTheMostSpecificRegion) {
  AllocationOrder californian = kPrincipalFirst;
  std::swap(californian.front(), californian.back());
  CreditorSettings settings;
  settings.region_orders = {{"US", kPrincipalFirst}, {"US-CA", californian}};
  EXPECT_EQ(OrderFor(settings, "US-CA").value, californian);
  EXPECT_EQ(OrderFor(settings, "US-NY").value, kPrincipalFirst);
  EXPECT_EQ(OrderFor(settings, "US").value, kPrincipalFirst);
  EXPECT_EQ(OrderFor(settings, "AT").value, kDefaultAllocationOrder);
  EXPECT_EQ(OrderFor(settings, "AT").level, SettingLevel::kSystem);
  settings.order = kInterestFirst;
  EXPECT_EQ(OrderFor(settings, "AT").value, kInterestFirst);
  EXPECT_EQ(OrderFor(settings, "").value, kInterestFirst);
}

TEST(InterestFor, TakesTheTermsOfTheCurrencyOrElseOfAllOthers) {
  CreditorSettings settings;
  settings.interest = {{std::nullopt, TermsOf({{kOpened, 1}})},
                       {CurrencyOf("USD"), TermsOf({{kOpened, 2}})}};
  const auto rate = [&](std::string_view code) {
    return InterestFor(settings, CurrencyOf(code), kOpened).value->rates.front().units;
  };
  EXPECT_EQ(rate("USD"), 2);
  EXPECT_EQ(rate("EUR"), 1);
  settings.interest.erase(settings.interest.begin());
  EXPECT_EQ(InterestFor(settings, CurrencyOf("EUR"), kOpened).value, std::nullopt);
  EXPECT_EQ(InterestFor(settings, CurrencyOf("EUR"), kOpened).level, SettingLevel::kSystem);
}

TEST(InterestFor, BeginsWithTheRateThatIsInForceWhenTheDebtOpens) {
  CreditorSettings settings;
  settings.interest = {
      {std::nullopt,
       TermsOf({{kOpened - 100, 1}, {kOpened - 10, 2}, {kOpened + 10, 3}, {kOpened + 20, 4}})}};
  const auto rates = [&](Day opened) {
    return InterestFor(settings, CurrencyOf("EUR"), opened).value->rates;
  };
  EXPECT_THAT(rates(kOpened), ElementsAre(RateChange{kOpened, 2}, RateChange{kOpened + 10, 3},
                                          RateChange{kOpened + 20, 4}));
  EXPECT_THAT(rates(kOpened + 20), ElementsAre(RateChange{kOpened + 20, 4}));
  EXPECT_THAT(rates(kOpened + 99), ElementsAre(RateChange{kOpened + 99, 4}));
  EXPECT_EQ(rates(kOpened - 101), settings.interest.front().terms.rates);
  Violations violations;
  CheckInterestTerms(*InterestFor(settings, CurrencyOf("EUR"), kOpened).value, kOpened, "terms",
                     violations);
  EXPECT_THAT(violations.all(), IsEmpty());
}

TEST(SmallBalanceFloor, IsFiveInThreeCurrenciesUnlessTheCreditorSaysOtherwise) {
  for (const std::string_view code : {"EUR", "GBP", "USD"}) {
    EXPECT_EQ(SmallBalanceFloor({}, CurrencyOf(code)),
              (Setting<std::int64_t>{500, SettingLevel::kSystem}));
  }
  EXPECT_EQ(SmallBalanceFloor({}, CurrencyOf("JPY")).value, 0);
  CreditorSettings settings;
  settings.small_balance_floors = {Money(0, CurrencyOf("EUR")), Money(700, CurrencyOf("JPY"))};
  EXPECT_EQ(SmallBalanceFloor(settings, CurrencyOf("EUR")),
            (Setting<std::int64_t>{0, SettingLevel::kCreditor}));
  EXPECT_EQ(SmallBalanceFloor(settings, CurrencyOf("JPY")).value, 700);
  EXPECT_EQ(SmallBalanceFloor(settings, CurrencyOf("USD")).value, 500);
}

TEST(ApprovalAbove, IsNoLimitUnlessTheCreditorSetsOne) {
  EXPECT_EQ(ApprovalAbove({}, CurrencyOf("EUR")).value, std::nullopt);
  CreditorSettings settings;
  settings.approval_above = {Money(10'000, CurrencyOf("EUR"))};
  EXPECT_EQ(ApprovalAbove(settings, CurrencyOf("EUR")).value, 10'000);
  EXPECT_EQ(ApprovalAbove(settings, CurrencyOf("EUR")).level, SettingLevel::kCreditor);
  EXPECT_EQ(ApprovalAbove(settings, CurrencyOf("USD")).value, std::nullopt);
}

TEST(ChangeNoticeDays, AreNoneUnlessTheCreditorSetsThem) {
  EXPECT_EQ(ChangeNoticeDays({}), (Setting<int>{0, SettingLevel::kSystem}));
  EXPECT_EQ(ChangeNoticeDays({.change_notice_days = 30}),
            (Setting<int>{30, SettingLevel::kCreditor}));
}

TEST(CheckSettings, FindsNothingInSoundOnes) {
  EXPECT_THAT(Check({}), IsEmpty());
  CreditorSettings settings;
  settings.region_orders = {{"AT", kPrincipalFirst}, {"US-CA", kInterestFirst}};
  settings.interest = {{std::nullopt, TermsOf({{Day(1900, 1, 1), kFive}})},
                       {CurrencyOf("EUR"), TermsOf({{kOpened, kFive}})}};
  settings.interest.back().terms.cap = 100;
  settings.fee_rules = {{.id = "late", .basis = "b", .most = {Money(1, CurrencyOf("EUR"))}}};
  settings.change_notice_days = 366;
  EXPECT_THAT(Check(settings), IsEmpty());
}

TEST(CheckSettings, TellsEverythingAtOnceWithItsPath) {
  CreditorSettings settings;
  settings.region_orders = {{"at", kPrincipalFirst}, {"AT", kPrincipalFirst}, {"AT", {}}};
  settings.interest = {{std::nullopt, TermsOf({})}, {std::nullopt, TermsOf({{kOpened, 1}})}};
  settings.interest.back().terms.cap = 100;
  settings.interest.back().terms.monthly_minimum = 1;
  settings.fee_rules = {{.id = "late",
                         .version = -1,
                         .basis = "b",
                         .causes = {FeeCause::kContact, FeeCause::kService, FeeCause::kContact},
                         .most = {Money(-1, CurrencyOf("EUR")), Money(1, CurrencyOf("EUR"))}},
                        {.id = "late", .basis = ""}};
  settings.small_balance_floors = {Money(kLargestBalance + 1, CurrencyOf("EUR"))};
  settings.change_notice_days = 367;
  settings.approval_above = {Money(-1, CurrencyOf("EUR"))};
  EXPECT_THAT(
      Check(settings),
      UnorderedElementsAre(
          Violation{"settings.region_orders[0].region", Fault::kRegionMalformed},
          Violation{"settings.region_orders[2].region", Fault::kDuplicate},
          Violation{"settings.interest_defaults[0].terms.rates", Fault::kRequired},
          Violation{"settings.interest_defaults[1].currency_code", Fault::kDuplicate},
          Violation{"settings.interest_defaults[1].terms.cap", Fault::kCurrencyMismatch},
          Violation{"settings.interest_defaults[1].terms.monthly_minimum",
                    Fault::kCurrencyMismatch},
          Violation{"settings.fee_rules[0].version", Fault::kNegative},
          Violation{"settings.fee_rules[0].causes[2]", Fault::kDuplicate},
          Violation{"settings.fee_rules[0].most[0].minor_units", Fault::kNegative},
          Violation{"settings.fee_rules[0].most[1].currency_code", Fault::kDuplicate},
          Violation{"settings.fee_rules[1].basis", Fault::kRequired},
          Violation{"settings.fee_rules[1].id", Fault::kDuplicate},
          Violation{"settings.small_balance_floors[0].minor_units", Fault::kAmountOutOfRange},
          Violation{"settings.change_notice_days", Fault::kOutOfRange},
          Violation{"settings.approval_above[0].minor_units", Fault::kNegative}));
}

TEST(CheckSettings, LimitsWhatIsSmall) {
  CreditorSettings settings;
  settings.small_balance_floors = {Money(kHighestSmallBalanceFloor, CurrencyOf("EUR")),
                                   Money(kHighestSmallBalanceFloor + 1, CurrencyOf("JPY"))};
  EXPECT_THAT(Check(settings), ElementsAre(Violation{"settings.small_balance_floors[1].minor_units",
                                                     Fault::kOutOfRange}));
}

TEST(CheckSettings, LimitsItsLists) {
  CreditorSettings settings;
  settings.change_notice_days = -1;
  for (int at = 0; at <= 100; ++at) {
    settings.fee_rules.push_back({.id = "rule-" + std::to_string(at), .basis = "b"});
  }
  EXPECT_THAT(Check(settings),
              ElementsAre(Violation{"settings.fee_rules", Fault::kTooLong},
                          Violation{"settings.change_notice_days", Fault::kNegative}));
}

}  // namespace
}  // namespace parley
