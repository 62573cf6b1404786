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
constexpr auto kNames =
    std::to_array<std::string_view>({"CHARGES", "INTEREST", "FEES", "COSTS", "PENALTY", "PAYMENTS",
                                     "CREDITS", "WAIVERS", "WRITE_OFFS", "REFUNDS"});

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

// The line in which what an account on the other side gives or takes is told; none for the debtor's
// own accounts.
std::optional<ItemisationKind> LineOf(Account account, const Entry& entry) {
  switch (account) {
    case Account::kCharges:
    case Account::kPlacement:
      return KindOfCharge(entry.bucket.value_or(Bucket::kPrincipal));
    case Account::kInterestEarned:
      return ItemisationKind::kInterest;
    case Account::kFeesEarned:
      return ItemisationKind::kFees;
    case Account::kPayments:
      return ItemisationKind::kPayments;
    case Account::kCredits:
      return ItemisationKind::kCredits;
    case Account::kWaivers:
      return ItemisationKind::kWaivers;
    case Account::kWriteOff:
    case Account::kRecovery:
      return ItemisationKind::kWriteOffs;
    case Account::kRefunds:
      return ItemisationKind::kRefunds;
    case Account::kPrincipal:
    case Account::kInterest:
    case Account::kFees:
    case Account::kCosts:
    case Account::kPenalty:
    case Account::kCreditBalance:
      return std::nullopt;
  }
  return std::nullopt;
}

std::int64_t NetOf(const Entry& entry) { return Net(EffectOf(entry.postings)).value_or(0); }

absl::StatusOr<std::int64_t> NetAsOf(std::span<const Entry> journal, Day day, absl::Time known_at) {
  PARLEY_ASSIGN_OR_RETURN(const Position position, PositionAsOf(journal, day, known_at));
  const std::optional<std::int64_t> net = Net(position);
  if (!net.has_value()) return Refuse(Reason::kBalanceOutOfRange);
  return *net;
}

using Lines = std::array<ItemisationLine, kNames.size()>;

// Adds what an entry says to the lines. False when a sum does not fit.
bool AddTo(Lines& lines, const Entry& entry) {
  // A payment that recovers what was written off is told in two lines, and counts in the last.
  ItemisationLine* counted = nullptr;
  for (const Posting& posting : entry.postings) {
    const std::optional<ItemisationKind> kind = LineOf(posting.account, entry);
    if (!kind.has_value()) continue;
    ItemisationLine& line = lines.at(static_cast<std::size_t>(*kind));
    line.kind = *kind;
    const std::optional<std::int64_t> amount = CheckedSubtract(line.amount, posting.minor_units);
    if (!amount.has_value()) return false;
    line.amount = *amount;
    counted = &line;
  }
  if (counted != nullptr && entry.kind != EntryKind::kCorrection) ++counted->entry_count;
  return true;
}

// Each balance fits 64 bits, but what moved over the years may not: then it is refused.
absl::StatusOr<std::vector<ItemisationLine>> LinesSince(std::span<const Entry> journal,
                                                        Period period, absl::Time known_at) {
  Lines lines{};
  for (const Entry& entry : journal) {
    if (!period.Contains(entry.value_date) || entry.booked_time > known_at) continue;
    if (!AddTo(lines, entry)) return Refuse(Reason::kBalanceOutOfRange);
  }
  std::vector<ItemisationLine> used;
  std::copy_if(
      lines.begin(), lines.end(), std::back_inserter(used),
      [](const ItemisationLine& line) { return line.entry_count > 0 || line.amount != 0; });
  return used;
}

// Corrections that only move between the debtor's own accounts are no movements of the balance.
bool IsMovement(const Entry& entry) {
  return entry.kind != EntryKind::kCorrection || NetOf(entry) != 0;
}

std::vector<Movement> MovementsIn(std::span<const Entry> journal, Period period,
                                  absl::Time known_at) {
  std::vector<Movement> movements;
  for (const Entry& entry : journal) {
    if (!period.Contains(entry.value_date) || entry.booked_time > known_at) continue;
    if (IsMovement(entry)) movements.push_back({&entry, NetOf(entry), 0});
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
