// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_ITEMISATION_H_
#define PARLEY_DOMAIN_DEBT_ITEMISATION_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"

namespace parley {

// Why a balance changed since the itemisation date.
enum class ItemisationKind : std::uint8_t {
  kCharges,  // Of principal: purchases, corrections against the debtor.
  kInterest,
  kFees,
  kCosts,
  kPenalty,
  kPayments,
  kCredits,
  kWaivers,
  kWriteOffs,  // What is no longer asked for, less what came in of it after all.
  kRefunds,
};

std::string_view NameOf(ItemisationKind kind);  // "PAYMENTS".

struct ItemisationLine {
  ItemisationKind kind = ItemisationKind::kCharges;
  std::int64_t amount = 0;  // Signed: what raised the balance is above zero.
  // Reversals count in the line of what they reverse; corrections are not counted.
  int entry_count = 0;
};

// A debt's balance, taken apart: the amount at the itemisation date and each line since add up to
// the balance, to the minor unit.
struct Itemisation {
  Day as_of;
  absl::Time known_at;
  std::int64_t amount_at_itemisation_date = 0;  // Signed.
  std::vector<ItemisationLine> lines;           // In the order of the enum; none that is empty.
  Position position;
};

// As of the end of a day, as known at an instant. Errors: FIELD_INVALID for an `as_of_date` before
// the itemisation date; BALANCE_OUT_OF_RANGE when what moved since does not fit 64 bits.
absl::StatusOr<Itemisation> Itemise(const Debt& debt, std::span<const Entry> journal, Day as_of,
                                    absl::Time known_at);

struct Movement {
  const Entry* entry = nullptr;    // Of the journal that was given.
  std::int64_t amount = 0;         // Signed change of the balance.
  std::int64_t balance_after = 0;  // Signed.
};

// What happened to a debt in a period, both ends included. The same period as known at the same
// instant gives the same statement whenever it is issued.
struct Statement {
  Period period;
  absl::Time known_at;
  Position opening;
  std::vector<Movement> movements;  // By value date, then in the order of booking.
  Position closing;
};

// Errors: FIELD_INVALID for a period that ends before it begins.
absl::StatusOr<Statement> MakeStatement(std::span<const Entry> journal, Period period,
                                        absl::Time known_at);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_ITEMISATION_H_
