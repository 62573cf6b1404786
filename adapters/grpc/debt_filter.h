// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_DEBT_FILTER_H_
#define PARLEY_ADAPTERS_GRPC_DEBT_FILTER_H_

#include <string_view>

#include "application/ports/portfolio.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {

// Reads the filter of ListDebts: terms for `creditor`, `external_ref`, `status`,
// `balance.currency_code` and `balance.minor_units`, joined by AND, each at most once but for the
// two bounds of the balance, which need the currency beside them. Faults, all of `filter`:
// FILTER_INVALID, CURRENCY_UNKNOWN.
DebtFilter ReadDebtFilter(std::string_view filter, Violations& violations);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_DEBT_FILTER_H_
