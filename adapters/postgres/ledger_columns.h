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
posted_through, interest_posted, last_value_date, entry_count, order_level, interest_level)sql";
inline constexpr std::string_view kLedgerArrays = R"sql(
?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[], ?::smallint[],
?::smallint[], ?::date[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
?::date[], ?::numeric[], ?::numeric[], ?::date[], ?::bigint[], ?::date[], ?::bigint[],
?::smallint[], ?::smallint[])sql";
inline constexpr std::string_view kLedgerValues = R"sql(
u.owed_principal, u.owed_interest, u.owed_fees, u.owed_costs, u.owed_penalty, u.credit,
u.written_off, u.recovered, u.allocation_order::smallint[], u.interest_rule, u.interest_version,
u.interest_basis, u.interest_day_count, u.interest_base, u.interest_posting, u.interest_from,
u.interest_rates_from::date[], u.interest_rates::bigint[], u.interest_cap,
u.interest_monthly_minimum, u.freezes_from::date[], u.freezes_to::date[], u.base_since,
u.accrued_common, u.accrued_leap, u.posted_through, u.interest_posted, u.last_value_date,
u.entry_count, u.order_level, u.interest_level)sql";

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
inline auto LedgerCells(const Debt& debt) {
  const auto of = [](const auto& record, auto get) {
    return record.has_value() ? std::optional(std::invoke(get, *record)) : std::nullopt;
  };
  const auto number = [](auto member) {
    return [member](const auto& record) { return static_cast<int>(record.*member); };
  };
  const auto& [owed, credit, written_off, recovered] = debt.position;
  const std::optional<InterestTerms>& terms = debt.rules.interest;
  const std::optional<InterestStanding>& standing = debt.interest;
  const auto& freezes = debt.rules.freezes;
  return std::tuple(
      owed[Bucket::kPrincipal], owed[Bucket::kInterest], owed[Bucket::kFees], owed[Bucket::kCosts],
      owed[Bucket::kPenalty], credit, written_off, recovered, OrderText(debt.rules.order),
      of(terms, &InterestTerms::rule), of(terms, &InterestTerms::version),
      of(terms, &InterestTerms::basis), of(terms, number(&InterestTerms::day_count)),
      of(terms, number(&InterestTerms::base)), of(terms, number(&InterestTerms::posting)),
      of(terms, &InterestTerms::interest_from),
      of(terms, [](const InterestTerms& from) { return ArrayOf(from.rates, &RateChange::from); }),
      of(terms, [](const InterestTerms& from) { return ArrayOf(from.rates, &RateChange::units); }),
      of(terms, &InterestTerms::cap), of(terms, &InterestTerms::monthly_minimum),
      ArrayOf(freezes, &Period::from), ArrayOf(freezes, &Period::to),
      of(standing, &InterestStanding::base_since),
      of(standing, [](const InterestStanding& from) { return from.accrued.numerators().common; }),
      of(standing, [](const InterestStanding& from) { return from.accrued.numerators().leap; }),
      of(standing, &InterestStanding::posted_through), of(standing, &InterestStanding::posted),
      debt.last_value_date, debt.entry_count, static_cast<int>(debt.levels.order),
      static_cast<int>(debt.levels.interest));
}

// Reads those cells.
void ReadLedger(RowReader& row, Debt& debt);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_LEDGER_COLUMNS_H_
