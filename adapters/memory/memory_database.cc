// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_database.h"

#include "application/ports/store.h"

namespace parley {

void MemoryDatabase::CreateTenant(TenantId tenant) {
  const std::lock_guard lock(mutex_);
  tenants_[tenant].heads.try_emplace(kDesk);
}

std::vector<TenantId> MemoryDatabase::Tenants() const {
  const std::lock_guard lock(mutex_);
  std::vector<TenantId> tenants;
  tenants.reserve(tenants_.size());
  for (const auto& [tenant, tables] : tenants_) tenants.push_back(tenant);
  return tenants;
}

std::vector<MemoryEvent> MemoryDatabase::Events(TenantId tenant) const {
  return Read(tenant, [](const MemoryTables& tables) { return tables.events; });
}

}  // namespace parley
