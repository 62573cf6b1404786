// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_DATABASE_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_DATABASE_H_

#include <map>
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "adapters/memory/memory_locks.h"
#include "adapters/memory/memory_tables.h"
#include "domain/common/id.h"

namespace parley {

// What the ports of this adapter share: every tenant's tables, and who writes about whom. It lives
// as long as its process and forgets everything then.
class MemoryDatabase {
 public:
  // The tenant exists from now on, with its desk and nothing else. One that exists stays as it is.
  void CreateTenant(TenantId tenant);
  std::vector<TenantId> Tenants() const;

  // A tenant's outbox in the order in which it was written.
  std::vector<MemoryEvent> Events(TenantId tenant) const;

  // What `read` makes of all that is committed at one moment. An unknown tenant sees nothing.
  template <typename Reader>
  auto Read(TenantId tenant, Reader read) const {
    const std::lock_guard lock(mutex_);
    const auto found = tenants_.find(tenant);
    static const MemoryTables nothing;
    return read(found == tenants_.end() ? nothing : found->second);
  }

  // What `write` makes of a tenant's tables while nobody else sees them; of none (a null pointer)
  // for an unknown tenant.
  template <typename Writer>
  auto Write(TenantId tenant, Writer write) {
    const std::lock_guard lock(mutex_);
    const auto found = tenants_.find(tenant);
    return write(found == tenants_.end() ? nullptr : &found->second);
  }

  MemoryLocks& locks() { return locks_; }
  // Shared by whoever is about to begin hand-overs.
  std::shared_mutex& hand_overs() { return hand_overs_; }

 private:
  MemoryLocks locks_;
  std::shared_mutex hand_overs_;
  mutable std::mutex mutex_;
  std::map<TenantId, MemoryTables> tenants_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_DATABASE_H_
