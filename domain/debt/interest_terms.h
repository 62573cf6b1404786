// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_INTEREST_TERMS_H_
#define PARLEY_DOMAIN_DEBT_INTEREST_TERMS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/rate.h"
#include "domain/common/violations.h"
#include "domain/debt/position.h"

namespace parley {

// What bears interest. Posted interest never does. The numbers are stored and never change.
enum class InterestBase : std::uint8_t { kPrincipal = 1, kPrincipalAndFees = 2 };

std::string_view NameOf(InterestBase base);  // "PRINCIPAL_AND_FEES".
std::optional<InterestBase> InterestBaseNamed(std::string_view name);

// When accrued interest becomes a part of what is owed. The numbers are stored and never change.
enum class InterestPosting : std::uint8_t {
  kMonthEnd = 1,  // At each month's end, and before money or relief is applied.
  kNever = 2,     // It is shown beside the balance only.
};

std::string_view NameOf(InterestPosting posting);  // "MONTH_END".
std::optional<InterestPosting> InterestPostingNamed(std::string_view name);

// The rate from a day on, until the next change.
struct RateChange {
  Day from;
  std::int64_t units = 0;  // Of 1e-10 a year.

  friend bool operator==(const RateChange&, const RateChange&) = default;
};

// By which rule a debt bears interest: simple, by the day.
struct InterestTerms {
  std::string rule;  // The rule's id and version: each line that is posted names them.
  std::int64_t version = 0;
  std::string
      basis;  // The law or the clause of the contract that allows it, as told to the debtor.
  DayCount day_count = DayCount::kAct365F;
  InterestBase base = InterestBase::kPrincipal;
  InterestPosting posting = InterestPosting::kMonthEnd;
  Day interest_from;                // The first day that bears interest is the one after it.
  std::vector<RateChange> rates;    // By day; before the first there is no interest.
  std::optional<std::int64_t> cap;  // Minor units: the most that is ever posted.
  std::int64_t monthly_minimum =
      0;  // Minor units: the least posted for a month in which some accrued.

  friend bool operator==(const InterestTerms&, const InterestTerms&) = default;
};

// Adds what is wrong with the terms of a debt that was opened on that day; paths begin with
// `field`.
void CheckInterestTerms(const InterestTerms& terms, Day opened, const std::string& field,
                        Violations& violations);

// The amount of a position that bears interest under these terms.
std::int64_t BaseOf(const Position& position, InterestBase base);

// The rates that apply once freezes are taken out (a freeze includes both its ends), by day; two
// that follow each other differ. Freezes may overlap and come in any order.
std::vector<RateChange> EffectiveRates(const InterestTerms& terms, std::span<const Period> freezes);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_INTEREST_TERMS_H_
