// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_store.h"

#include <set>

#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::Status MemoryStore::Run(TenantId tenant, std::span<const DebtorId> debtors,
                              absl::FunctionRef<absl::Status(UnitOfWork&)> work) {
  if (debtors.empty() || debtors.size() > kMostDebtors) return Refuse(Reason::kInternal);
  const std::set<DebtorId> ordered(debtors.begin(), debtors.end());
  const MemoryLocks::Held held(database_.locks(), tenant, ordered);
  MemoryUnitOfWork unit(database_, tenant, ordered);
  PARLEY_RETURN_IF_ERROR(work(unit));
  return unit.Commit();
}

}  // namespace parley
