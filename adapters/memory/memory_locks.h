// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_LOCKS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_LOCKS_H_

#include <condition_variable>
#include <mutex>
#include <set>
#include <utility>

#include "domain/common/id.h"

namespace parley {

// The debtors that somebody writes about now. It is a set, not a mutex a debtor: nothing is left
// behind for a debtor that nobody locks, and a batch holds two hundred at once, more mutexes than
// ThreadSanitizer follows.
class MemoryLocks {
 public:
  // Holds its debtors until it goes out of scope.
  class Held {
   public:
    // Waits for the debtors one by one in the order of their ids, so that no two wait in a circle.
    Held(MemoryLocks& locks, TenantId tenant, const std::set<DebtorId>& debtors);
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    MemoryLocks& locks_;
    TenantId tenant_;
    const std::set<DebtorId>& debtors_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable released_;
  std::set<std::pair<TenantId, DebtorId>> held_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_LOCKS_H_
