// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_MONEY_LIST_H_
#define PARLEY_DOMAIN_DEBT_MONEY_LIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/common/currency.h"
#include "domain/common/money.h"
#include "domain/common/violations.h"

namespace parley {

// An amount in each of several currencies. Adds what is wrong with it: an amount below zero or
// beyond what a ledger holds, a currency twice.
void CheckMoneyList(const std::vector<Money>& amounts, const std::string& field,
                    Violations& violations);

// The minor units of the amount in this currency.
std::optional<std::int64_t> UnitsIn(const std::vector<Money>& amounts, Currency currency);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_MONEY_LIST_H_
