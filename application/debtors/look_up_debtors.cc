// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/look_up_debtors.h"

#include "application/debtors/record_parts.h"

namespace parley {

absl::StatusOr<std::vector<Debtor>> LookUpDebtors::Handle(const Query& query) const {
  const auto normal = addresses_.Normalise(query.type, query.address, query.region);
  if (!normal.has_value()) return std::vector<Debtor>();
  KnownPoint point;
  point.type = query.type;
  point.address = normal->address;
  return directory_.FindReached(query.tenant, KeyOf(index_, query.tenant, point), kMostReached);
}

}  // namespace parley
