// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/settings.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"
#include "domain/debt/money_list.h"

namespace parley {
namespace {

constexpr std::size_t kMostOfAKind = 100;
constexpr int kMostNoticeDays = 366;

// In the order of the enum, which begins at one.
constexpr auto kLevels = std::to_array<std::string_view>({"SYSTEM", "CREDITOR", "DEBT"});

// 5.00, below which nobody is asked for money.
constexpr std::int64_t kSystemFloor = 500;
constexpr auto kSystemFloorCurrencies = std::to_array<std::string_view>({"EUR", "GBP", "USD"});

// Adds what makes an element the second of its key.
template <typename Element, typename Same>
void CheckOnce(const std::vector<Element>& elements, std::size_t at, const std::string& field,
               Same same, Violations& violations) {
  const auto here = elements.begin() + static_cast<std::ptrdiff_t>(at);
  const bool again =
      std::any_of(elements.begin(), here, [&](const Element& other) { return same(other, *here); });
  if (again) violations.Add(field, Fault::kDuplicate);
}

void CheckRegionOrders(const CreditorSettings& settings, const std::string& field,
                       Violations& violations) {
  const auto& orders = settings.region_orders;
  if (orders.size() > kMostOfAKind) violations.Add(field, Fault::kTooLong);
  const auto same = [](const auto& left, const auto& right) { return left.region == right.region; };
  for (std::size_t at = 0; at < orders.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "].region");
    if (!IsRegion(orders[at].region)) violations.Add(path, Fault::kRegionMalformed);
    CheckOnce(orders, at, path, same, violations);
  }
}

// An amount of money has a meaning in one currency alone.
void CheckAmounts(const InterestDefault& interest, const std::string& field,
                  Violations& violations) {
  if (interest.currency.has_value()) return;
  if (interest.terms.cap.has_value()) violations.Add(field + ".cap", Fault::kCurrencyMismatch);
  if (interest.terms.monthly_minimum != 0) {
    violations.Add(field + ".monthly_minimum", Fault::kCurrencyMismatch);
  }
}

void CheckInterest(const CreditorSettings& settings, const std::string& field,
                   Violations& violations) {
  const auto& defaults = settings.interest;
  if (defaults.size() > kMostOfAKind) violations.Add(field, Fault::kTooLong);
  const auto same = [](const auto& left, const auto& right) {
    return left.currency == right.currency;
  };
  for (std::size_t at = 0; at < defaults.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "]");
    CheckInterestTerms(defaults[at].terms, Day::min(), path + ".terms", violations);
    CheckAmounts(defaults[at], path + ".terms", violations);
    CheckOnce(defaults, at, path + ".currency_code", same, violations);
  }
}

void CheckFeeRules(const CreditorSettings& settings, const std::string& field,
                   Violations& violations) {
  const auto& rules = settings.fee_rules;
  if (rules.size() > kMostOfAKind) violations.Add(field, Fault::kTooLong);
  const auto same = [](const auto& left, const auto& right) { return left.id == right.id; };
  for (std::size_t at = 0; at < rules.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "]");
    CheckFeeRule(rules[at], path, violations);
    CheckOnce(rules, at, path + ".id", same, violations);
  }
}

void CheckFloors(const std::vector<Money>& floors, const std::string& field,
                 Violations& violations) {
  CheckMoneyList(floors, field, violations);
  for (std::size_t at = 0; at < floors.size(); ++at) {
    const std::int64_t units = floors[at].minor_units();
    if (units <= kHighestSmallBalanceFloor || units > kLargestBalance) continue;
    violations.Add(absl::StrCat(field, "[", at, "].minor_units"), Fault::kOutOfRange);
  }
}

// The rates of a history that matter to a debt which opened on that day.
std::vector<RateChange> Since(const std::vector<RateChange>& history, Day opened) {
  std::vector<RateChange> rates;
  for (const RateChange& change : history) {
    if (change.from <= opened) rates.clear();
    rates.push_back({std::max(change.from, opened), change.units});
  }
  return rates;
}

}  // namespace

std::string_view NameOf(SettingLevel level) {
  return kLevels.at(static_cast<std::size_t>(level) - 1);
}

std::optional<SettingLevel> SettingLevelNumbered(std::int64_t number) {
  if (number < 1 || number > std::ssize(kLevels)) return std::nullopt;
  return static_cast<SettingLevel>(number);
}

void CheckSettings(const CreditorSettings& settings, const std::string& field,
                   Violations& violations) {
  CheckRegionOrders(settings, field + ".region_orders", violations);
  CheckInterest(settings, field + ".interest_defaults", violations);
  CheckFeeRules(settings, field + ".fee_rules", violations);
  CheckFloors(settings.small_balance_floors, field + ".small_balance_floors", violations);
  const int days = settings.change_notice_days.value_or(0);
  if (days < 0) violations.Add(field + ".change_notice_days", Fault::kNegative);
  if (days > kMostNoticeDays) violations.Add(field + ".change_notice_days", Fault::kOutOfRange);
  CheckMoneyList(settings.approval_above, field + ".approval_above", violations);
}

PlacedRules RulesOf(const GivenTerms& given, const CreditorSettings& settings,
                    const SettingsPlace& place) {
  const auto order = given.order.has_value()
                         ? Setting<AllocationOrder>{*given.order, SettingLevel::kDebt}
                         : OrderFor(settings, place.region);
  const auto interest =
      given.interest.has_value()
          ? Setting<std::optional<InterestTerms>>{given.interest, SettingLevel::kDebt}
          : InterestFor(settings, place.currency, place.opened);
  return {.rules = {.order = order.value, .interest = interest.value, .freezes = {}},
          .levels = {order.level, interest.level}};
}

Setting<AllocationOrder> OrderFor(const CreditorSettings& settings, std::string_view region) {
  for (const std::string_view wanted : {region, region.substr(0, 2)}) {
    const auto found = std::find_if(settings.region_orders.begin(), settings.region_orders.end(),
                                    [&](const RegionOrder& each) { return each.region == wanted; });
    if (found != settings.region_orders.end()) return {found->order, SettingLevel::kCreditor};
  }
  if (settings.order.has_value()) return {*settings.order, SettingLevel::kCreditor};
  return {kDefaultAllocationOrder, SettingLevel::kSystem};
}

Setting<std::optional<InterestTerms>> InterestFor(const CreditorSettings& settings,
                                                  Currency currency, Day opened) {
  for (const std::optional<Currency>& wanted : {std::optional(currency), {}}) {
    const auto found =
        std::find_if(settings.interest.begin(), settings.interest.end(),
                     [&](const InterestDefault& each) { return each.currency == wanted; });
    if (found == settings.interest.end()) continue;
    InterestTerms terms = found->terms;
    terms.interest_from = opened;
    terms.rates = Since(terms.rates, opened);
    return {std::move(terms), SettingLevel::kCreditor};
  }
  return {std::nullopt, SettingLevel::kSystem};
}

Setting<std::int64_t> SmallBalanceFloor(const CreditorSettings& settings, Currency currency) {
  const auto own = UnitsIn(settings.small_balance_floors, currency);
  if (own.has_value()) return {*own, SettingLevel::kCreditor};
  const bool known = std::find(kSystemFloorCurrencies.begin(), kSystemFloorCurrencies.end(),
                               currency.code()) != kSystemFloorCurrencies.end();
  return {known ? kSystemFloor : 0, SettingLevel::kSystem};
}

std::vector<Currency> SystemFloorCurrencies() {
  std::vector<Currency> currencies;
  for (const std::string_view code : kSystemFloorCurrencies) {
    currencies.push_back(*Currency::Find(code));
  }
  return currencies;
}

Setting<std::optional<std::int64_t>> ApprovalAbove(const CreditorSettings& settings,
                                                   Currency currency) {
  const auto own = UnitsIn(settings.approval_above, currency);
  return {own, own.has_value() ? SettingLevel::kCreditor : SettingLevel::kSystem};
}

Setting<int> ChangeNoticeDays(const CreditorSettings& settings) {
  if (!settings.change_notice_days.has_value()) return {0, SettingLevel::kSystem};
  return {*settings.change_notice_days, SettingLevel::kCreditor};
}

}  // namespace parley
