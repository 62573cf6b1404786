// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_SETTINGS_H_
#define PARLEY_DOMAIN_DEBT_SETTINGS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/money.h"
#include "domain/common/violations.h"
#include "domain/debt/bookkeeper.h"
#include "domain/debt/bucket.h"
#include "domain/debt/fee.h"
#include "domain/debt/interest_terms.h"

namespace parley {

// Where a setting was made. Of two, the later wins. The numbers are stored and never change.
enum class SettingLevel : std::uint8_t { kSystem = 1, kCreditor = 2, kDebt = 3 };

std::string_view NameOf(SettingLevel level);  // "CREDITOR".
std::optional<SettingLevel> SettingLevelNumbered(std::int64_t number);

// A setting and where it was made.
template <typename Value>
struct Setting {
  Value value;
  SettingLevel level = SettingLevel::kSystem;

  friend bool operator==(const Setting&, const Setting&) = default;
};

// The order of money for debtors of a region of ISO 3166, such as "AT" or "US-CA".
struct RegionOrder {
  std::string region;
  AllocationOrder order = kDefaultAllocationOrder;

  friend bool operator==(const RegionOrder&, const RegionOrder&) = default;
};

// The terms of debts in a currency; without one, of all others. Their `interest_from` is not used:
// a debt bears interest from its itemisation date.
struct InterestDefault {
  std::optional<Currency> currency;
  InterestTerms terms;

  friend bool operator==(const InterestDefault&, const InterestDefault&) = default;
};

// What a creditor sets for its debts; what it leaves out is the system's.
struct CreditorSettings {
  std::optional<AllocationOrder> order;
  std::vector<RegionOrder> region_orders;
  std::vector<InterestDefault> interest;
  std::vector<FeeRule> fee_rules;
  std::vector<Money> small_balance_floors;  // A currency each: up to so much is not asked for.
  std::optional<int> change_notice_days;    // Between the notice of a dearer change and its begin.
  std::vector<Money> approval_above;        // A currency each: more needs somebody else's consent.

  friend bool operator==(const CreditorSettings&, const CreditorSettings&) = default;
};

// What is more is not small, whatever a creditor sets, so that most postings need not ask for it.
inline constexpr std::int64_t kHighestSmallBalanceFloor = 10'000;

// Adds what is wrong with a creditor's settings; paths begin with `field`.
void CheckSettings(const CreditorSettings& settings, const std::string& field,
                   Violations& violations);

// What a debt's placement says itself of the rules of its ledger.
struct GivenTerms {
  std::optional<AllocationOrder> order;
  std::optional<InterestTerms> interest;

  friend bool operator==(const GivenTerms&, const GivenTerms&) = default;
};

// Where a debt's rules were made. They are the debt's own from its placement on: what a creditor
// sets later applies to later debts.
struct RuleLevels {
  SettingLevel order = SettingLevel::kSystem;
  SettingLevel interest = SettingLevel::kSystem;

  friend bool operator==(const RuleLevels&, const RuleLevels&) = default;
};

// The debt that rules are looked for.
struct SettingsPlace {
  std::string_view region;  // The debtor's; may be empty.
  Currency currency;
  Day opened;
};

struct PlacedRules {
  LedgerRules rules;
  RuleLevels levels;

  friend bool operator==(const PlacedRules&, const PlacedRules&) = default;
};

// The rules of a new ledger: the debt's own, or else the creditor's, or else the system's.
PlacedRules RulesOf(const GivenTerms& given, const CreditorSettings& settings,
                    const SettingsPlace& place);

// Of a creditor's orders the one for the most specific region: "US-CA" before "US" before none.
Setting<AllocationOrder> OrderFor(const CreditorSettings& settings, std::string_view region);
// The terms with which a debt would be placed; none for no interest.
Setting<std::optional<InterestTerms>> InterestFor(const CreditorSettings& settings,
                                                  Currency currency, Day opened);
// In minor units; zero when every balance is asked for.
Setting<std::int64_t> SmallBalanceFloor(const CreditorSettings& settings, Currency currency);
// In minor units; none when nobody else is needed, whatever the amount.
Setting<std::optional<std::int64_t>> ApprovalAbove(const CreditorSettings& settings,
                                                   Currency currency);
// In which the system itself has one above zero.
std::vector<Currency> SystemFloorCurrencies();
Setting<int> ChangeNoticeDays(const CreditorSettings& settings);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_SETTINGS_H_
