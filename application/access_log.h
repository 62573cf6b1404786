// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_ACCESS_LOG_H_
#define PARLEY_APPLICATION_ACCESS_LOG_H_

#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "application/call.h"
#include "application/ports/clock.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"

namespace parley {

// Who read personal data: every read becomes a row in the audit chain of each debtor whose data was
// shown. Reads are gathered and written in batches; Flush is called about once a second, and what
// was gathered since the last one is all that a crash can lose.
class AccessLog {
 public:
  // When this many reads wait, the reader writes them itself, so that none is dropped.
  static constexpr std::size_t kMostWaiting = 10'000;

  AccessLog(Store& store, const AuditSeal& seal, const Clock& clock)
      : store_(store), seal_(seal), clock_(clock) {}

  // Notes a read. Errors: those of Flush, when it had to write at once; then the read must not be
  // answered.
  absl::Status Record(const Call& call, std::span<const DebtorId> debtors);

  // Writes what waits. What could not be written waits on. Errors: those of Store::Run.
  absl::Status Flush();

 private:
  struct Access {
    Call call;
    DebtorId debtor;
    absl::Time time;
  };

  // How many of these fit one transaction: one tenant, at most Store::kMostDebtors debtors.
  static std::size_t BatchLength(std::span<const Access> accesses);
  absl::Status Write(std::span<const Access> accesses);

  Store& store_;
  const AuditSeal& seal_;
  const Clock& clock_;
  std::mutex mutex_;
  std::mutex writing_;  // One flush at a time.
  std::vector<Access> waiting_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_ACCESS_LOG_H_
