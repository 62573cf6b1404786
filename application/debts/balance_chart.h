// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_BALANCE_CHART_H_
#define PARLEY_APPLICATION_DEBTS_BALANCE_CHART_H_

#include <cstdint>
#include <vector>

#include "application/ports/documents.h"
#include "application/ports/plain_words.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/debt/itemisation.h"

namespace parley {

// The net balance at the end of a day.
struct BalanceOnDay {
  Day day;
  std::int64_t balance = 0;

  friend bool operator==(const BalanceOnDay&, const BalanceOnDay&) = default;
};

// How the balance went: that of the day before the period, unless the debt was placed in it, and of
// each day on which it moved.
std::vector<BalanceOnDay> BalanceOverTime(const Statement& statement);

// Round levels, three to six of them, evenly apart, from below the least to above the greatest and
// with zero in between; whole units of the currency where the levels are far enough apart.
std::vector<std::int64_t> RoundLevels(std::int64_t least, std::int64_t greatest, int decimals);

// Days for the axis, within the period: the first days of months, at most seven of them, evenly
// apart; where fewer than three months begin, the first and the last day.
std::vector<Day> RoundDays(Period period);

// The balance over the days of a statement as a picture, and as a sentence.
PaperChart BalanceChart(const Statement& statement, Currency currency, const Voice& voice);

// "31 Jan 2026", which is narrow enough for a table.
std::string ShortDay(Day day, const Voice& voice);

// The amount without its currency, "1,234.50", for tables that name it at their head.
std::string BareAmount(std::int64_t minor_units, Currency currency, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_BALANCE_CHART_H_
