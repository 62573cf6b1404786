// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payment_split.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "absl/numeric/int128.h"
#include "domain/common/status_macros.h"
#include "domain/debt/position_before.h"

namespace parley {
namespace {

// In the order of the enums, which begin at one.
constexpr auto kStrategies = std::to_array<std::string_view>({"OLDEST_FIRST", "PROPORTIONAL"});
constexpr auto kReasons =
    std::to_array<std::string_view>({"INSTRUCTED", "OLDEST_FIRST", "PROPORTIONAL", "REMAINDER"});

// Deals out an amount over debts, which are in the order of their age.
class Deal {
 public:
  Deal(std::int64_t amount, std::span<const Payable> debts)
      : left_(amount), debts_(debts.begin(), debts.end()), parts_(debts.size()) {
    std::sort(debts_.begin(), debts_.end(), [](const Payable& left, const Payable& right) {
      return left.since != right.since ? left.since < right.since : left.debt < right.debt;
    });
  }

  void Instruct(const Instruction& instruction) {
    const auto found = std::find_if(debts_.begin(), debts_.end(), [&](const Payable& payable) {
      return payable.debt == instruction.debt;
    });
    if (found == debts_.end()) return;
    const auto at = static_cast<std::size_t>(found - debts_.begin());
    Give(at, std::min(left_, instruction.amount), PartReason::kInstructed);
  }

  void GiveOldestFirst() {
    for (std::size_t at = 0; at < debts_.size(); ++at) {
      Give(at, std::min(left_, RoomOf(at)), PartReason::kOldestFirst);
    }
  }

  // Each debt gets the whole units of its share; the units that are then left go to the largest
  // fractions, the oldest first.
  void GiveProportionally() {
    absl::int128 room = 0;
    for (std::size_t at = 0; at < debts_.size(); ++at) room += RoomOf(at);
    if (room <= left_) return GiveAllThatIsOwed();
    std::vector<Fraction> fractions;
    const std::int64_t amount = left_;
    for (std::size_t at = 0; at < debts_.size(); ++at) {
      const absl::int128 share = absl::int128(amount) * RoomOf(at);
      fractions.push_back({at, share % room});
      Give(at, static_cast<std::int64_t>(share / room), PartReason::kProportional);
    }
    std::stable_sort(fractions.begin(), fractions.end(),
                     [](const Fraction& one, const Fraction& two) { return one.of > two.of; });
    for (const Fraction& fraction : fractions) {
      if (left_ > 0) Give(fraction.at, 1, PartReason::kProportional);
    }
  }

  void HoldTheRest() {
    const auto oldest = std::min_element(
        debts_.begin(), debts_.end(),
        [](const Payable& left, const Payable& right) { return left.standing < right.standing; });
    Give(static_cast<std::size_t>(oldest - debts_.begin()), left_, PartReason::kRemainder);
  }

  std::vector<Part> parts() const {
    std::vector<Part> parts;
    std::copy_if(parts_.begin(), parts_.end(), std::back_inserter(parts),
                 [](const Part& part) { return part.amount > 0; });
    return parts;
  }

 private:
  struct Fraction {
    std::size_t at;
    absl::int128 of;
  };

  // What an open debt may get before it is paid.
  std::int64_t RoomOf(std::size_t at) const {
    const Payable& debt = debts_[at];
    if (debt.standing != Payable::Standing::kOpen) return 0;
    return std::max<std::int64_t>(0, debt.room - parts_[at].amount);
  }

  void GiveAllThatIsOwed() {
    for (std::size_t at = 0; at < debts_.size(); ++at) {
      Give(at, RoomOf(at), PartReason::kProportional);
    }
  }

  void Give(std::size_t at, std::int64_t amount, PartReason because) {
    if (amount <= 0) return;
    Part& part = parts_[at];
    if (part.amount == 0) part = {debts_[at].debt, 0, because, debts_[at].owed};
    part.amount += amount;
    left_ -= amount;
  }

  std::int64_t left_;
  std::vector<Payable> debts_;
  std::vector<Part> parts_;  // One for each debt; of zero for what gets nothing.
};

Payable::Standing StandingOf(DebtStatus status, const Position& position) {
  using Standing = Payable::Standing;
  if (IsOwedAndOurs(status)) return Standing::kOpen;
  return Lost(position) > 0 ? Standing::kWrittenOff : Standing::kOther;
}

}  // namespace

std::string_view NameOf(SplitStrategy strategy) {
  return kStrategies.at(static_cast<std::size_t>(strategy) - 1);
}

std::string_view NameOf(PartReason reason) {
  return kReasons.at(static_cast<std::size_t>(reason) - 1);
}

bool TakesMoney(const Debt& debt, Currency currency, Day value_date) {
  return TakesEntries(debt.status) && debt.currency == currency &&
         debt.itemisation_date <= value_date;
}

absl::StatusOr<Payable> PayableOn(const Debt& debt, Day value_date,
                                  std::span<const Entry> journal) {
  PARLEY_ASSIGN_OR_RETURN(const FoundByMoney before, PositionBefore(debt, value_date, journal));
  std::int64_t owed = Outstanding(before.position).value_or(0);
  if (value_date < debt.last_value_date) {
    owed = std::min(owed, Outstanding(debt.position).value_or(0));
  }
  return Payable{.debt = debt.id,
                 .standing = StandingOf(debt.status, before.position),
                 .since = debt.origin.default_date.value_or(debt.itemisation_date),
                 .owed = owed,
                 .room = std::min(owed, before.pays_off)};
}

std::vector<Part> SplitPayment(std::int64_t amount, std::span<const Instruction> instructions,
                               SplitStrategy strategy, std::span<const Payable> debts) {
  Deal deal(amount, debts);
  for (const Instruction& instruction : instructions) deal.Instruct(instruction);
  switch (strategy) {
    case SplitStrategy::kOldestFirst:
      deal.GiveOldestFirst();
      break;
    case SplitStrategy::kProportional:
      deal.GiveProportionally();
      break;
  }
  deal.HoldTheRest();
  return deal.parts();
}

}  // namespace parley
