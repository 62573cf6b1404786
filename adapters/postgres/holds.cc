// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/holds.h"

#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
// OFFSET keeps the look-up by the key of each debtor, as in the other statements over many.
constexpr std::string_view kOfDebtors = R"sql(
from unnest(:debtors::uuid[]) as p(debtor_id), lateral (
  select h.* from holds h
  where h.tenant_id = :tenant and h.debtor_id = p.debtor_id offset 0
) as h
order by h.debtor_id, h.hold_id)sql";
constexpr Query kHoldsOf{kJoined<kSelect, kHoldColumns, kOfDebtors>, kHoldWidth};

}  // namespace

absl::StatusOr<std::vector<Hold>> PostgresHolds::OfAll(std::span<const DebtorId> debtors) {
  if (debtors.empty()) return std::vector<Hold>();
  ManyRows<Hold> holds;
  return holds.After(session_.Select(
      kHoldsOf, {{"tenant", records_.tenant.ToString()}, {"debtors", ArrayText(debtors)}},
      [&](RowReader& row) { return holds.Take(ReadHold(records_, row)); }));
}

}  // namespace parley::postgres
