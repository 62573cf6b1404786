// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_POSITION_BEFORE_H_
#define PARLEY_DOMAIN_DEBT_POSITION_BEFORE_H_

#include <cstdint>
#include <span>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"

namespace parley {

// A debt as money finds it.
struct FoundByMoney {
  Position position;
  std::int64_t pays_off = 0;  // What leaves nothing owed: less than is owed with an open quote.
};

// True when PositionBefore needs the journal.
bool NeedsJournalBefore(const Debt& debt, Day day);

// Where the debt stands on a day when money that counts on it comes in: all that counts up to that
// day, and the interest that is due by then, be it posted or not. `journal` is read only when
// NeedsJournalBefore says so.
// Errors: BALANCE_OUT_OF_RANGE, RECORD_CORRUPT for a journal that is not the debt's whole one.
absl::StatusOr<FoundByMoney> PositionBefore(const Debt& debt, Day day,
                                            std::span<const Entry> journal);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_POSITION_BEFORE_H_
