// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_locks.h"

namespace parley {

MemoryLocks::Held::Held(MemoryLocks& locks, TenantId tenant, const std::set<DebtorId>& debtors)
    : locks_(locks), tenant_(tenant), debtors_(debtors) {
  std::unique_lock lock(locks_.mutex_);
  for (const DebtorId& debtor : debtors_) {
    locks_.released_.wait(lock, [&] { return locks_.held_.insert({tenant_, debtor}).second; });
  }
}

MemoryLocks::Held::~Held() {
  {
    const std::lock_guard lock(locks_.mutex_);
    for (const DebtorId& debtor : debtors_) locks_.held_.erase({tenant_, debtor});
  }
  locks_.released_.notify_all();
}

}  // namespace parley
