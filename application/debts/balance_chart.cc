// SPDX-License-Identifier: Apache-2.0
#include "application/debts/balance_chart.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "domain/common/money.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

constexpr int kMostSteps = 5;   // Between levels.
constexpr int kMostMonths = 7;  // On the axis.

absl::int128 FloorTo(absl::int128 value, absl::int128 step) {
  const absl::int128 down = value / step * step;
  return down > value ? down - step : down;
}

// The least of 1, 2 and 5 times a power of ten with which few steps span the range.
absl::int128 StepFor(absl::int128 least, absl::int128 greatest, int decimals) {
  absl::int128 unit = 1;
  for (int at = 0; at < decimals; ++at) unit *= 10;
  // A range of less than two whole units is told in their parts.
  absl::int128 power = greatest - least >= 2 * unit ? unit : absl::int128(1);
  for (;; power *= 10) {
    for (const int factor : {1, 2, 5}) {
      const absl::int128 step = power * factor;
      const absl::int128 top = -FloorTo(-greatest, step);
      if ((top - FloorTo(least, step)) / step <= kMostSteps) return step;
    }
  }
}

bool AllWhole(const std::vector<std::int64_t>& levels, int decimals) {
  std::int64_t unit = 1;
  for (int at = 0; at < decimals; ++at) unit *= 10;
  return std::all_of(levels.begin(), levels.end(),
                     [unit](std::int64_t level) { return level % unit == 0; });
}

WordArgument Amount(std::string_view name, std::int64_t minor_units, Currency currency) {
  return {name, Money(minor_units, currency)};
}

std::string MonthCode(Day day) { return absl::StrCat("m", day.month()); }

std::string SentenceOf(const Statement& statement, const std::vector<BalanceOnDay>& series,
                       Currency currency, const Voice& voice) {
  const BalanceOnDay& last = series.back();
  const auto highest = std::max_element(series.begin(), series.end(),
                                        [](const BalanceOnDay& left, const BalanceOnDay& right) {
                                          return left.balance < right.balance;
                                        });
  const WordArguments arguments = {Amount("opening", series.front().balance, currency),
                                   Amount("closing", last.balance, currency),
                                   Amount("highest", highest->balance, currency),
                                   {"from", std::max(series.front().day, statement.period.from)},
                                   {"first", series.front().day},
                                   {"to", statement.period.to},
                                   {"highest_day", highest->day}};
  if (series.size() == 1) return voice.Say("statement.chart.level", arguments);
  const bool placed = series.front().day >= statement.period.from;
  std::string sentence =
      voice.Say(placed ? "statement.chart.placed" : "statement.chart.moved", arguments);
  if (highest->balance > std::max(series.front().balance, last.balance)) {
    absl::StrAppend(&sentence, " ", voice.Say("statement.chart.highest", arguments));
  }
  return sentence;
}

}  // namespace

std::vector<BalanceOnDay> BalanceOverTime(const Statement& statement) {
  std::vector<BalanceOnDay> series = {
      {statement.period.from - 1, Net(statement.opening).value_or(0)}};
  for (const Movement& movement : statement.movements) {
    const Day day = movement.entry->value_date;
    if (series.back().day != day) series.push_back({day, 0});
    series.back().balance = movement.balance_after;
  }
  const bool placed = !statement.movements.empty() &&
                      statement.movements.front().entry->kind == EntryKind::kOpening;
  if (placed && series.size() > 1) series.erase(series.begin());
  return series;
}

std::vector<std::int64_t> RoundLevels(std::int64_t least, std::int64_t greatest, int decimals) {
  const absl::int128 low = std::min<std::int64_t>(least, 0);
  const absl::int128 high = std::max<std::int64_t>(greatest, low == 0 ? 1 : 0);
  const absl::int128 step = StepFor(low, high, decimals);
  std::vector<std::int64_t> levels;
  for (absl::int128 level = FloorTo(low, step);; level += step) {
    levels.push_back(static_cast<std::int64_t>(level));
    if (level >= high) return levels;
  }
}

std::vector<Day> RoundDays(Period period) {
  const absl::CivilMonth first = absl::CivilMonth(period.from - 1) + 1;
  const absl::CivilMonth last(period.to);
  if (period.from == period.to) return {period.from};
  if (last - first < 2) return {period.from, period.to};
  const std::int64_t stride = (last - first + kMostMonths) / kMostMonths;
  std::vector<Day> days;
  for (absl::CivilMonth month = first; month <= last; month += stride) days.emplace_back(month);
  return days;
}

std::string ShortDay(Day day, const Voice& voice) {
  return voice.Say("statement.day", {{"day", absl::StrCat(day.day())},
                                     {"month", MonthCode(day)},
                                     {"year", absl::StrCat(day.year())}});
}

std::string BareAmount(std::int64_t minor_units, Currency currency, const Voice& voice) {
  return voice.Say("statement.amount",
                   {{"amount", ExactNumber{Money(minor_units, currency).ToDecimal()}}});
}

PaperChart BalanceChart(const Statement& statement, Currency currency, const Voice& voice) {
  const std::vector<BalanceOnDay> series = BalanceOverTime(statement);
  const auto [least, greatest] = std::minmax_element(
      series.begin(), series.end(), [](const BalanceOnDay& left, const BalanceOnDay& right) {
        return left.balance < right.balance;
      });
  PaperChart chart{.sentence = SentenceOf(statement, series, currency, voice),
                   .steps = {},
                   .until = DayNumber(statement.period.to),
                   .days = {},
                   .levels = {}};
  for (const BalanceOnDay& on : series) chart.steps.push_back({DayNumber(on.day), on.balance});
  const auto levels = RoundLevels(least->balance, greatest->balance, currency.decimals());
  const bool whole = AllWhole(levels, currency.decimals());
  for (const std::int64_t level : levels) {
    std::string digits = Money(level, currency).ToDecimal();
    if (whole) digits.resize(std::min(digits.find('.'), digits.size()));
    chart.levels.push_back(
        {level, voice.Say("statement.amount", {{"amount", ExactNumber{digits}}})});
  }
  for (const Day day : RoundDays(statement.period)) {
    const bool month = day.day() == 1 && day != statement.period.from;
    const WordArguments arguments = {{"month", MonthCode(day)}, {"year", absl::StrCat(day.year())}};
    chart.days.push_back(
        {DayNumber(day), month ? voice.Say("statement.month", arguments) : ShortDay(day, voice)});
  }
  return chart;
}

}  // namespace parley
