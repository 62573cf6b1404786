// SPDX-License-Identifier: Apache-2.0
#include "infra/server/clock_job.h"

#include <optional>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/server/jobs.h"

namespace parley::server {

void ClockJob::Run() {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) return LogFailure(parts_.log, "clocks_failed", tenants.status());
  for (const TenantId& tenant : *tenants) {
    const absl::StatusOr<TellBreaches::Tally> tally = RunFor(tenant);
    if (!tally.ok()) {
      LogFailure(parts_.log, "clocks_failed", tally.status());
      continue;
    }
    told_ += tally->told;
    left_out_ += tally->left_out;
    if (*tally == TellBreaches::Tally()) continue;
    parts_.log.Write(
        LogLevel::kInfo, "clocks_breached",
        {{"tenant", tenant.ToString()}, {"told", tally->told}, {"left_out", tally->left_out}});
  }
}

absl::StatusOr<TellBreaches::Tally> ClockJob::RunFor(TenantId tenant) const {
  TellBreaches::Tally tally;
  std::optional<ClockPosition> next = ClockPosition();
  while (next.has_value() && !stopped_) {
    PARLEY_ASSIGN_OR_RETURN(const TellBreaches::Page page, parts_.breaches.Find(tenant, *next));
    PARLEY_ASSIGN_OR_RETURN(const TellBreaches::Tally told,
                            parts_.breaches.Tell(tenant, page.clocks));
    tally += told;
    next = page.next;
  }
  return tally;
}

void ClockJob::AddTo(PrometheusMetrics& metrics) const {
  metrics.Add({"parley_clocks_breached_total", "Days and hours that went by and were told to have.",
               ReadKind::kCounter, [this] { return static_cast<double>(told_); }});
  metrics.Add({"parley_clocks_left_out_total",
               "Clocks that ran out and could not be told, each time that it was tried.",
               ReadKind::kCounter, [this] { return static_cast<double>(left_out_); }});
}

}  // namespace parley::server
