// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_ACCRUAL_H_
#define PARLEY_DOMAIN_DEBT_ACCRUAL_H_

#include <cstdint>
#include <span>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/debt/bookkeeper.h"
#include "domain/debt/entry.h"

namespace parley {

// Interest that has accrued at the end of a day, as known at an instant, and is no part of the
// balance yet: minor units, rounded half to even. The entries may come in any order.
// Errors: BALANCE_OUT_OF_RANGE.
absl::StatusOr<std::int64_t> AccruedAsOf(std::span<const Entry> journal, const LedgerRules& rules,
                                         Day as_of, absl::Time known_at = absl::InfiniteFuture());

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_ACCRUAL_H_
