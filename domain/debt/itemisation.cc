// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/itemisation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "domain/common/money.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/debt/ledger.h"

namespace parley {
namespace {

// In the order of the enum.
constexpr auto kNames = std::to_array<std::string_view>(
    {"CHARGES", "INTEREST", "FEES", "COSTS", "PENALTY", "PAYMENTS", "CREDITS"});

ItemisationKind KindOfCharge(Bucket bucket) {
  switch (bucket) {
    case Bucket::kPrincipal:
      return ItemisationKind::kCharges;
    case Bucket::kInterest:
      return ItemisationKind::kInterest;
    case Bucket::kFees:
      return ItemisationKind::kFees;
    case Bucket::kCosts:
      return ItemisationKind::kCosts;
    case Bucket::kPenalty:
      return ItemisationKind::kPenalty;
  }
  return ItemisationKind::kCharges;
}

// The line to which an entry belongs: that of the account on its other side.
ItemisationKind LineOf(const Entry& entry) {
  const Account counter = CounterAccountOf(entry).value_or(Account::kCharges);
  if (counter == Account::kPayments) return ItemisationKind::kPayments;
  if (counter == Account::kCredits) return ItemisationKind::kCredits;
  return KindOfCharge(entry.bucket.value_or(Bucket::kPrincipal));
}

std::int64_t NetOf(const Entry& entry) { return Net(EffectOf(entry.postings)).value_or(0); }

bool IsFactKnownAt(const Entry& entry, absl::Time known_at) {
  return entry.kind != EntryKind::kCorrection && entry.booked_time <= known_at;
}

absl::StatusOr<std::int64_t> NetAsOf(std::span<const Entry> journal, Day day, absl::Time known_at) {
  PARLEY_ASSIGN_OR_RETURN(const Position position, PositionAsOf(journal, day, known_at));
  const std::optional<std::int64_t> net = Net(position);
  if (!net.has_value()) return Refuse(Reason::kBalanceOutOfRange);
  return *net;
}

// Each balance fits 64 bits, but what moved over the years may not: then it is refused.
absl::StatusOr<std::vector<ItemisationLine>> LinesSince(std::span<const Entry> journal,
                                                        Period period, absl::Time known_at) {
  std::array<ItemisationLine, kNames.size()> lines{};
  for (const Entry& entry : journal) {
    if (!period.Contains(entry.value_date) || !IsFactKnownAt(entry, known_at)) continue;
    ItemisationLine& line = lines.at(static_cast<std::size_t>(LineOf(entry)));
    line.kind = LineOf(entry);
    const std::optional<std::int64_t> amount = CheckedAdd(line.amount, NetOf(entry));
    if (!amount.has_value()) return Refuse(Reason::kBalanceOutOfRange);
    line.amount = *amount;
    ++line.entry_count;
  }
  std::vector<ItemisationLine> used;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(used),
               [](const ItemisationLine& line) { return line.entry_count > 0; });
  return used;
}

std::vector<Movement> MovementsIn(std::span<const Entry> journal, Period period,
                                  absl::Time known_at) {
  std::vector<Movement> movements;
  for (const Entry& entry : journal) {
    if (!period.Contains(entry.value_date) || !IsFactKnownAt(entry, known_at)) continue;
    movements.push_back({&entry, NetOf(entry), 0});
  }
  std::sort(movements.begin(), movements.end(), [](const Movement& left, const Movement& right) {
    return left.entry->value_date != right.entry->value_date
               ? left.entry->value_date < right.entry->value_date
               : left.entry->number < right.entry->number;
  });
  return movements;
}

}  // namespace

std::string_view NameOf(ItemisationKind kind) { return kNames.at(static_cast<std::size_t>(kind)); }

absl::StatusOr<Itemisation> Itemise(const Debt& debt, std::span<const Entry> journal, Day as_of,
                                    absl::Time known_at) {
  if (as_of < debt.itemisation_date) {
    Violations violations;
    violations.Add("as_of_date", Fault::kDateBeforeOpening);
    return violations.ToStatus();
  }
  Itemisation itemisation{.as_of = as_of, .known_at = known_at, .lines = {}, .position = {}};
  PARLEY_ASSIGN_OR_RETURN(itemisation.amount_at_itemisation_date,
                          NetAsOf(journal, debt.itemisation_date, known_at));
  PARLEY_ASSIGN_OR_RETURN(itemisation.lines,
                          LinesSince(journal, {debt.itemisation_date + 1, as_of}, known_at));
  PARLEY_ASSIGN_OR_RETURN(itemisation.position, PositionAsOf(journal, as_of, known_at));
  return itemisation;
}

absl::StatusOr<Statement> MakeStatement(std::span<const Entry> journal, Period period,
                                        absl::Time known_at) {
  if (period.to < period.from) {
    Violations violations;
    violations.Add("to_date", Fault::kDateOrder);
    return violations.ToStatus();
  }
  Statement statement{
      .period = period, .known_at = known_at, .opening = {}, .movements = {}, .closing = {}};
  PARLEY_ASSIGN_OR_RETURN(statement.opening, PositionAsOf(journal, period.from - 1, known_at));
  PARLEY_ASSIGN_OR_RETURN(statement.closing, PositionAsOf(journal, period.to, known_at));
  statement.movements = MovementsIn(journal, period, known_at);
  std::int64_t balance = Net(statement.opening).value_or(0);
  for (Movement& movement : statement.movements) {
    balance += movement.amount;
    movement.balance_after = balance;
  }
  return statement;
}

}  // namespace parley
