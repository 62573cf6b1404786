// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PAYMENT_SPLIT_H_
#define PARLEY_DOMAIN_DEBT_PAYMENT_SPLIT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"

namespace parley {

// How one payment falls on several debts of a debtor where the payer does not say. The numbers are
// stored and never change.
enum class SplitStrategy : std::uint8_t {
  kOldestFirst = 1,   // Each debt is paid before the next younger one gets anything.
  kProportional = 2,  // Each debt gets its share of what is owed in all, to the minor unit.
};

std::string_view NameOf(SplitStrategy strategy);  // "OLDEST_FIRST".

// Why a debt gets a part of a payment. The numbers are stored and never change.
enum class PartReason : std::uint8_t {
  kInstructed = 1,    // The payer said so, at least for some of it.
  kOldestFirst = 2,   // It is the oldest of those that were not paid yet.
  kProportional = 3,  // It is the debt's share of what is owed in all.
  kRemainder = 4,     // All others are paid; what is too much is held on the oldest.
};

std::string_view NameOf(PartReason reason);  // "INSTRUCTED".

// What the payer wants a debt to get.
struct Instruction {
  DebtId debt;
  std::int64_t amount = 0;  // Above zero.

  friend bool operator==(const Instruction&, const Instruction&) = default;
};

// A debt that takes money of the payment's currency, as the payment finds it.
struct Payable {
  // In the order in which they are asked to hold what is too much.
  enum class Standing : std::uint8_t { kOpen, kWrittenOff, kOther };

  DebtId debt;
  Standing standing = Standing::kOpen;
  Day since;              // How old it is: from when it was in default, or else itemised.
  std::int64_t owed = 0;  // On the payment's value date, interest that is due by then included.
  std::int64_t room = 0;  // What it takes to pay it off: less than is owed where a quote says so.
};

// What one debt gets.
struct Part {
  DebtId debt;
  std::int64_t amount = 0;  // Above zero.
  PartReason because = PartReason::kInstructed;
  std::int64_t owed = 0;  // By the debt before it.

  friend bool operator==(const Part&, const Part&) = default;
};

// True for a debt that takes money of that currency which counts on that day.
bool TakesMoney(const Debt& debt, Currency currency, Day value_date);

// How a debt that takes money stands before a payment. Money that is learnt of late finds no more
// than is still owed now, and what an open quote lets go takes none. `journal` is read only when
// NeedsJournalBefore says so. Errors: those of PositionBefore.
absl::StatusOr<Payable> PayableOn(const Debt& debt, Day value_date, std::span<const Entry> journal);

// Splits an amount above zero over at least one debt: first what the payer wants, in the order of
// the instructions and as far as the money goes; then over what pays open debts off, by the
// strategy; and what is too much goes to the oldest debt, an open one if there is any. The parts
// sum to the amount, each debt has one at most, and they come oldest first. Only what was
// instructed, or is too much, goes beyond what pays a debt off. A debt that is instructed is one of
// those that are given.
std::vector<Part> SplitPayment(std::int64_t amount, std::span<const Instruction> instructions,
                               SplitStrategy strategy, std::span<const Payable> debts);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PAYMENT_SPLIT_H_
