// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_CLOCK_JOB_H_
#define PARLEY_INFRA_SERVER_CLOCK_JOB_H_

#include <atomic>
#include <cstdint>

#include "absl/status/statusor.h"
#include "adapters/http/prometheus_metrics.h"
#include "application/ports/audit.h"
#include "application/ports/log.h"
#include "application/worklist/tell_breaches.h"

namespace parley::server {

// Tells what ran out, for each tenant in turn.
class ClockJob {
 public:
  struct Parts {
    AuditRecords& tenants;
    const TellBreaches& breaches;
    Log& log;
  };

  explicit ClockJob(const Parts& parts) : parts_(parts) {}

  // Tells all that ran out by now. What fails is logged, and done the next time.
  void Run();

  // Lets a run, and every later one, end after the page that is under way. What it leaves is found
  // by the next run of any server.
  void Stop() { stopped_ = true; }

  void AddTo(PrometheusMetrics& metrics) const;

 private:
  absl::StatusOr<TellBreaches::Tally> RunFor(TenantId tenant) const;

  const Parts parts_;
  std::atomic<bool> stopped_ = false;
  std::atomic<std::int64_t> told_ = 0;
  std::atomic<std::int64_t> left_out_ = 0;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_CLOCK_JOB_H_
