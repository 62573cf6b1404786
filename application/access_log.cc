// SPDX-License-Identifier: Apache-2.0
#include "application/access_log.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "application/audit/chain.h"

namespace parley {

absl::Status AccessLog::Record(const Call& call, std::span<const DebtorId> debtors) {
  bool full = false;
  {
    const std::lock_guard lock(mutex_);
    for (const DebtorId& debtor : debtors) waiting_.push_back({call, debtor, clock_.Now()});
    full = waiting_.size() >= kMostWaiting;
  }
  return full ? Flush() : absl::OkStatus();
}

absl::Status AccessLog::Flush() {
  const std::lock_guard one_at_a_time(writing_);
  std::vector<Access> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  // Each debtor's reads lie together, in the order of time.
  std::stable_sort(taken.begin(), taken.end(), [](const Access& left, const Access& right) {
    return std::tie(left.call.tenant, left.debtor) < std::tie(right.call.tenant, right.debtor);
  });
  std::span<const Access> rest = taken;
  absl::Status status;
  while (status.ok() && !rest.empty()) {
    const std::size_t batch = BatchLength(rest);
    status = Write(rest.first(batch));
    if (status.ok()) rest = rest.subspan(batch);
  }
  const std::lock_guard lock(mutex_);
  waiting_.insert(waiting_.begin(), rest.begin(), rest.end());
  return status;
}

std::size_t AccessLog::BatchLength(std::span<const Access> accesses) {
  std::size_t debtors = 1;
  std::size_t length = 1;
  while (length < accesses.size()) {
    const Access& access = accesses[length];
    if (access.call.tenant != accesses.front().call.tenant) break;
    if (access.debtor != accesses[length - 1].debtor && ++debtors > Store::kMostDebtors) break;
    ++length;
  }
  return length;
}

absl::Status AccessLog::Write(std::span<const Access> accesses) {
  std::vector<DebtorId> debtors;
  for (const Access& access : accesses) {
    if (debtors.empty() || debtors.back() != access.debtor) debtors.push_back(access.debtor);
  }
  return store_.Run(accesses.front().call.tenant, debtors, [&](UnitOfWork& store) {
    std::map<DebtorId, AuditHead> heads;
    for (const Access& access : accesses) {
      const DebtorHead locked = store.Head(access.debtor);
      // A debtor that is gone has no chain to continue.
      if (locked.revision == 0) continue;
      AuditHead& head = heads.try_emplace(access.debtor, locked.audit).first->second;
      const AuditRow row =
          NextRow({access.call, access.time, access.debtor, locked.revision, access.call.request},
                  head, seal_);
      store.audit().Append(row);
      head = {row.number, row.mac};
    }
    return absl::OkStatus();
  });
}

}  // namespace parley
