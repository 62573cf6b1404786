// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/itemised_sums.h"

#include <algorithm>

#include "domain/common/money.h"

namespace parley {
namespace {

struct Sum {
  std::int64_t amount = 0;
  bool sound = true;

  void Add(std::optional<std::int64_t> more) {
    const std::optional<std::int64_t> sum = CheckedAdd(amount, more.value_or(0));
    sound = sound && sum.has_value();
    amount = sum.value_or(0);
  }
};

bool HasBlanks(const ItemisedRows& rows) {
  return !rows.owed.has_value() || !rows.interest.has_value() || !rows.fees.has_value() ||
         !rows.paid_or_credited.has_value();
}

Sum OwedNow(const ItemisedRows& rows) {
  Sum sum;
  sum.Add(rows.owed);
  sum.Add(rows.interest);
  sum.Add(rows.fees);
  const auto less = CheckedSubtract(sum.amount, rows.paid_or_credited.value_or(0));
  sum.sound = sum.sound && less.has_value() && !HasBlanks(rows);
  sum.amount = less.value_or(0);
  Sum parts;
  for (const std::int64_t part : rows.owed_parts) parts.Add(part);
  if (!rows.owed_parts.empty() && parts.amount != rows.owed) sum.sound = false;
  return sum;
}

}  // namespace

ItemisedSums AddUp(std::span<const ItemisedRows> debts, std::int64_t told) {
  ItemisedSums sums;
  Sum total;
  for (const ItemisedRows& rows : debts) {
    const Sum owed = OwedNow(rows);
    sums.parts.push_back(owed.amount);
    total.Add(owed.amount);
    total.sound = total.sound && owed.sound;
  }
  sums.total = total.amount;
  sums.sound = total.sound && total.amount == told && total.amount >= 0 && !debts.empty();
  return sums;
}

bool IsSoundChoice(std::span<const ItemisationDate> dates, const ItemisationChoice& choice) {
  if (choice.kinds.empty()) return false;
  const std::string& kind = choice.kinds.front();
  const bool one = std::all_of(choice.kinds.begin(), choice.kinds.end(),
                               [&](const std::string& other) { return other == kind; });
  if (!one) return false;
  const auto is_possible = [&](Day day) {
    return std::find(choice.possible.begin(), choice.possible.end(), day) != choice.possible.end();
  };
  if (choice.day.has_value() && !choice.possible.empty()) return is_possible(*choice.day);
  return std::any_of(dates.begin(), dates.end(), [&](const ItemisationDate& date) {
    return date.kind == kind && date.day.has_value() &&
           (!choice.day.has_value() || date.day == choice.day);
  });
}

}  // namespace parley
