// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_terms.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"
#include "domain/debt/exact_interest.h"
#include "domain/debt/periods.h"

namespace parley {
namespace {

constexpr std::size_t kLongestRule = 100;
constexpr std::size_t kLongestBasis = 1000;
constexpr std::size_t kMostRates = 1000;

// In the order of the enums, which begin at one.
constexpr auto kBases = std::to_array<std::string_view>({"PRINCIPAL", "PRINCIPAL_AND_FEES"});
constexpr auto kPostings = std::to_array<std::string_view>({"MONTH_END", "NEVER"});

template <typename Enum, std::size_t count>
std::optional<Enum> Named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin() + 1);
}

void CheckRates(const InterestTerms& terms, Day opened, const std::string& field,
                Violations& violations) {
  if (terms.rates.empty()) violations.Add(field, Fault::kRequired);
  if (terms.rates.size() > kMostRates) violations.Add(field, Fault::kTooLong);
  for (std::size_t at = 0; at < terms.rates.size(); ++at) {
    const RateChange& change = terms.rates[at];
    const std::string path = absl::StrCat(field, "[", at, "]");
    if (change.units < 0) violations.Add(path + ".rate_e10", Fault::kNegative);
    if (change.units > kHighestRate) violations.Add(path + ".rate_e10", Fault::kOutOfRange);
    if (change.from < opened) violations.Add(path + ".from_date", Fault::kDateBeforeOpening);
    if (at > 0 && change.from <= terms.rates[at - 1].from) {
      violations.Add(path + ".from_date", Fault::kRatesOverlap);
    }
  }
}

std::int64_t RateOn(Day day, std::span<const RateChange> rates) {
  const auto next =
      std::upper_bound(rates.begin(), rates.end(), day,
                       [](Day wanted, const RateChange& change) { return wanted < change.from; });
  return next == rates.begin() ? 0 : std::prev(next)->units;
}

}  // namespace

std::string_view NameOf(InterestBase base) { return kBases.at(static_cast<std::size_t>(base) - 1); }

std::optional<InterestBase> InterestBaseNamed(std::string_view name) {
  return Named<InterestBase>(kBases, name);
}

std::string_view NameOf(InterestPosting posting) {
  return kPostings.at(static_cast<std::size_t>(posting) - 1);
}

std::optional<InterestPosting> InterestPostingNamed(std::string_view name) {
  return Named<InterestPosting>(kPostings, name);
}

void CheckInterestTerms(const InterestTerms& terms, Day opened, const std::string& field,
                        Violations& violations) {
  RequireText(violations, field + ".rule", terms.rule, kLongestRule);
  if (terms.version < 0) violations.Add(field + ".version", Fault::kNegative);
  RequireText(violations, field + ".basis", terms.basis, kLongestBasis);
  if (terms.interest_from < opened) {
    violations.Add(field + ".interest_from_date", Fault::kDateBeforeOpening);
  }
  if (terms.cap.value_or(0) < 0) violations.Add(field + ".cap", Fault::kNegative);
  if (terms.cap.value_or(0) > kLargestBalance) {
    violations.Add(field + ".cap", Fault::kAmountOutOfRange);
  }
  if (terms.monthly_minimum < 0) violations.Add(field + ".monthly_minimum", Fault::kNegative);
  if (terms.monthly_minimum > kLargestBalance) {
    violations.Add(field + ".monthly_minimum", Fault::kAmountOutOfRange);
  }
  CheckRates(terms, opened, field + ".rates", violations);
}

std::int64_t BaseOf(const Position& position, InterestBase base) {
  const std::int64_t principal = position.owed[Bucket::kPrincipal];
  switch (base) {
    case InterestBase::kPrincipal:
      return principal;
    case InterestBase::kPrincipalAndFees:
      return principal + position.owed[Bucket::kFees];
  }
  return principal;
}

std::vector<RateChange> EffectiveRates(const InterestTerms& terms,
                                       std::span<const Period> freezes) {
  const std::vector<Period> frozen = Merged(freezes);
  // Every day on which something may change; what applies on it is then looked up.
  std::vector<Day> days;
  for (const RateChange& change : terms.rates) days.push_back(change.from);
  for (const Period& freeze : frozen) {
    days.push_back(freeze.from);
    if (freeze.to != Day::max()) days.push_back(freeze.to + 1);
  }
  std::sort(days.begin(), days.end());
  std::vector<RateChange> effective;
  auto freeze = frozen.begin();
  for (const Day day : days) {
    while (freeze != frozen.end() && freeze->to < day) ++freeze;
    const bool is_frozen = freeze != frozen.end() && freeze->Contains(day);
    const std::int64_t units = is_frozen ? 0 : RateOn(day, terms.rates);
    if (units != (effective.empty() ? 0 : effective.back().units)) {
      effective.push_back({day, units});
    }
  }
  return effective;
}

}  // namespace parley
