// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_ITEMISED_SUMS_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_ITEMISED_SUMS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/common/days.h"

namespace parley {

// The rows of a notice's table for one debt, in minor units; a row that was left blank has none.
struct ItemisedRows {
  std::optional<std::int64_t> owed;  // On the itemisation date, with what was charged by then.
  std::optional<std::int64_t> interest;
  std::optional<std::int64_t> fees;
  std::optional<std::int64_t> paid_or_credited;
  std::vector<std::int64_t> owed_parts;  // Of which the first row is made, where they are told.
};

struct ItemisedSums {
  std::vector<std::int64_t> parts;  // What is owed now on each debt.
  std::int64_t total = 0;
  bool sound = false;  // No blank row, the sum is the amount that is told, and it is owed.
};

// Adds up the table of a notice. Errors of arithmetic (a sum that leaves 64 bits) are unsound.
ItemisedSums AddUp(std::span<const ItemisedRows> debts, std::int64_t told);

// One of the dates from which a notice may itemise; none for a date that the file lacks.
struct ItemisationDate {
  std::string kind;
  std::optional<Day> day;
};

// What a notice takes: a kind of date for each of its fields, and the day, where several are
// possible.
struct ItemisationChoice {
  std::vector<std::string> kinds;
  std::optional<Day> day;
  std::vector<Day> possible;
};

// True for one kind of date for all fields, which the file has.
bool IsSoundChoice(std::span<const ItemisationDate> dates, const ItemisationChoice& choice);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_ITEMISED_SUMS_H_
