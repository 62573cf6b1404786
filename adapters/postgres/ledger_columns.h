// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_LEDGER_COLUMNS_H_
#define PARLEY_ADAPTERS_POSTGRES_LEDGER_COLUMNS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "adapters/postgres/array_text.h"
#include "adapters/postgres/json_text.h"
#include "adapters/postgres/row_reader.h"
#include "domain/debt/debt.h"

namespace parley::postgres {

// What a debt keeps of its ledger, in the order of its columns: to which they are written, as what
// the rows of a statement are given, and as what these are then written.
inline constexpr std::string_view kLedgerColumns = R"sql(
owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit, written_off, recovered,
allocation_order, interest_rule, interest_version, interest_basis, interest_day_count,
interest_base, interest_posting, interest_from, interest_rates_from, interest_rates, interest_cap,
interest_monthly_minimum, freezes_from, freezes_to, base_since, accrued_common, accrued_leap,
posted_through, interest_posted, last_value_date, entry_count, order_level, interest_level,
payoff_quotes)sql";
inline constexpr std::string_view kLedgerArrays = R"sql(
?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[], ?::smallint[],
?::smallint[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
?::date[], ?::numeric[], ?::numeric[], ?::date[], ?::bigint[], ?::date[], ?::bigint[],
?::smallint[], ?::smallint[], ?::text[])sql";
inline constexpr std::string_view kLedgerValues = R"sql(
u.owed_principal, u.owed_interest, u.owed_fees, u.owed_costs, u.owed_penalty, u.credit,
u.written_off, u.recovered, u.allocation_order::smallint[], u.interest_rule, u.interest_version,
u.interest_basis, u.interest_day_count, u.interest_base, u.interest_posting, u.interest_from,
u.interest_rates_from::date[], u.interest_rates::bigint[], u.interest_cap,
u.interest_monthly_minimum, u.freezes_from::date[], u.freezes_to::date[], u.base_since,
u.accrued_common, u.accrued_leap, u.posted_through, u.interest_posted, u.last_value_date,
u.entry_count, u.order_level, u.interest_level, u.payoff_quotes::jsonb)sql";

// A bucket has the number of its receivable.
std::string OrderText(const AllocationOrder& order);
AllocationOrder ReadOrder(RowReader& row);

// Of each element what `get` gives, as an array.
template <typename Element, typename Get>
std::string ArrayOf(const std::vector<Element>& elements, Get get) {
  std::string out = "{";
  for (const Element& element : elements) {
    if (out.size() > 1) out += ',';
    AppendElement(out, std::invoke(get, element));
  }
  out += '}';
  return out;
}

// The cells of a debt's row.
inline auto PositionCells(const Position& position) {
  const auto& [owed, credit, written_off, recovered] = position;
  return std::tuple(owed[Bucket::kPrincipal], owed[Bucket::kInterest], owed[Bucket::kFees],
                    owed[Bucket::kCosts], owed[Bucket::kPenalty], credit, written_off, recovered);
}

template <typename Record, typename Get>
auto CellOf(const std::optional<Record>& record, Get get) {
  return record.has_value() ? std::optional(std::invoke(get, *record)) : std::nullopt;
}

inline auto StandingCells(const std::optional<InterestStanding>& standing) {
  return std::tuple(
      CellOf(standing, &InterestStanding::base_since),
      CellOf(standing, [](const InterestStanding& at) { return at.accrued.numerators().common; }),
      CellOf(standing, [](const InterestStanding& at) { return at.accrued.numerators().leap; }),
      CellOf(standing, &InterestStanding::posted_through),
      CellOf(standing, &InterestStanding::posted));
}

inline auto TermsCells(const std::optional<InterestTerms>& terms) {
  const auto number = [](auto member) {
    return [member](const InterestTerms& from) { return static_cast<int>(from.*member); };
  };
  return std::tuple(
      CellOf(terms, &InterestTerms::rule), CellOf(terms, &InterestTerms::version),
      CellOf(terms, &InterestTerms::basis), CellOf(terms, number(&InterestTerms::day_count)),
      CellOf(terms, number(&InterestTerms::base)), CellOf(terms, number(&InterestTerms::posting)),
      CellOf(terms, &InterestTerms::interest_from),
      CellOf(terms,
             [](const InterestTerms& from) { return ArrayOf(from.rates, &RateChange::from); }),
      CellOf(terms,
             [](const InterestTerms& from) { return ArrayOf(from.rates, &RateChange::units); }),
      CellOf(terms, &InterestTerms::cap), CellOf(terms, &InterestTerms::monthly_minimum));
}

inline auto LedgerCells(const Debt& debt) {
  const auto& freezes = debt.rules.freezes;
  return std::tuple_cat(
      PositionCells(debt.position), std::tuple(OrderText(debt.rules.order)),
      TermsCells(debt.rules.interest),
      std::tuple(ArrayOf(freezes, &Period::from), ArrayOf(freezes, &Period::to)),
      StandingCells(debt.interest),
      std::tuple(debt.last_value_date, debt.entry_count, static_cast<int>(debt.levels.order),
                 static_cast<int>(debt.levels.interest),
                 JsonOf(debt.rules.payoffs, debt.quotes_met)));
}

// Reads those cells.
void ReadLedger(RowReader& row, Debt& debt);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_LEDGER_COLUMNS_H_
