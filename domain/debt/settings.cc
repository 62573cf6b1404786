// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/settings.h"

namespace parley {

LedgerRules RulesOf(const GivenTerms& given) {
  return {.order = given.order.value_or(kDefaultAllocationOrder),
          .interest = given.interest,
          .freezes = {}};
}

}  // namespace parley
