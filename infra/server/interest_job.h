// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_INTEREST_JOB_H_
#define PARLEY_INFRA_SERVER_INTEREST_JOB_H_

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/http/prometheus_metrics.h"
#include "application/debts/post_due_interest.h"
#include "application/ports/audit.h"
#include "application/ports/log.h"

namespace parley::server {

// Posts the interest that is due, for each tenant in turn, by several workers at once.
class InterestJob {
 public:
  struct Parts {
    AuditRecords& tenants;
    const PostDueInterest& interest;
    Log& log;
  };

  InterestJob(const Parts& parts, int workers) : parts_(parts), workers_(workers) {}

  // Posts all that is due now. What fails is logged, and done the next time.
  void Run();

  // Lets a run, and every later one, end after the transactions that are under way. What it leaves
  // is found by the next run of any server.
  void Stop() { stopped_ = true; }

  void AddTo(PrometheusMetrics& metrics) const;

 private:
  // A tenant's due debts, page after page, and what became of those that were taken.
  struct Round {
    TenantId tenant;
    std::mutex mutex;
    std::optional<DebtPosition> next = DebtPosition();  // None when no page is left.
    PostDueInterest::Tally tally;
    absl::Status failure;  // The first.
  };

  void RunFor(TenantId tenant);
  // What each worker does: takes a page and posts it, until none is left.
  void Work(Round& round);
  absl::StatusOr<std::vector<DueDebt>> Take(Round& round) const;
  absl::Status Post(Round& round, std::span<const DueDebt> debts);
  void Count(Round& round, const PostDueInterest::Tally& tally);

  const Parts parts_;
  const int workers_;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> running_ = false;
  std::atomic<std::int64_t> debts_ = 0;
  std::atomic<std::int64_t> left_out_ = 0;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_INTEREST_JOB_H_
