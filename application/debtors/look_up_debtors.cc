// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/look_up_debtors.h"

#include <utility>

#include "application/debtors/record_parts.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<std::vector<Debtor>> LookUpDebtors::Handle(const Query& query) const {
  std::vector<Debtor> debtors;
  const auto normal = addresses_.Normalise(query.type, query.address, query.region);
  if (!normal.has_value()) return debtors;
  KnownPoint point;
  point.type = query.type;
  point.address = normal->address;
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<DebtorId> reached,
      directory_.FindReached(query.tenant, KeyOf(index_, query.tenant, point), kMostReached));
  for (const DebtorId id : reached) {
    PARLEY_ASSIGN_OR_RETURN(Debtor debtor, directory_.GetDebtor(query.tenant, id));
    debtors.push_back(std::move(debtor));
  }
  return debtors;
}

}  // namespace parley
