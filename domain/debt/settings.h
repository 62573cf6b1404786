// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_SETTINGS_H_
#define PARLEY_DOMAIN_DEBT_SETTINGS_H_

#include <optional>

#include "domain/debt/bookkeeper.h"
#include "domain/debt/bucket.h"
#include "domain/debt/interest_terms.h"

namespace parley {

// What a debt's placement says itself of the rules of its ledger.
struct GivenTerms {
  std::optional<AllocationOrder> order;
  std::optional<InterestTerms> interest;

  friend bool operator==(const GivenTerms&, const GivenTerms&) = default;
};

// The rules of a new ledger: what was given, and else the system's defaults.
LedgerRules RulesOf(const GivenTerms& given);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_SETTINGS_H_
