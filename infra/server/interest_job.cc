// SPDX-License-Identifier: Apache-2.0
#include "infra/server/interest_job.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "infra/server/jobs.h"

namespace parley::server {
namespace {

std::int64_t MillisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               start)
      .count();
}

}  // namespace

void InterestJob::Run() {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) return LogFailure(parts_.log, "interest_failed", tenants.status());
  running_ = true;
  for (const TenantId& tenant : *tenants) {
    if (!stopped_) RunFor(tenant);
  }
  running_ = false;
}

void InterestJob::RunFor(TenantId tenant) {
  const auto start = std::chrono::steady_clock::now();
  Round round{.tenant = tenant};
  {
    std::vector<std::jthread> others;
    for (int worker = 1; worker < workers_; ++worker) others.emplace_back([&] { Work(round); });
    Work(round);
  }
  if (!round.failure.ok()) LogFailure(parts_.log, "interest_failed", round.failure);
  const PostDueInterest::Tally& tally = round.tally;
  if (tally == PostDueInterest::Tally()) return;
  parts_.log.Write(LogLevel::kInfo, "interest_posted",
                   {{"tenant", tenant.ToString()},
                    {"debts", tally.debts},
                    {"entries", tally.entries},
                    {"left_out", tally.left_out},
                    {"milliseconds", MillisecondsSince(start)}});
}

void InterestJob::Work(Round& round) {
  while (!stopped_) {
    const absl::StatusOr<std::vector<DueDebt>> page = Take(round);
    if (page.ok() && page->empty()) return;
    const absl::Status posted = page.ok() ? Post(round, *page) : page.status();
    if (posted.ok()) continue;
    const std::lock_guard lock(round.mutex);
    round.next.reset();
    round.failure.Update(posted);
  }
}

// A page may hold debts whose month is not over where they are, or that are not due, and no others.
absl::StatusOr<std::vector<DueDebt>> InterestJob::Take(Round& round) const {
  const std::lock_guard lock(round.mutex);
  DuePage page;
  while (page.debts.empty() && round.next.has_value() && !stopped_) {
    PARLEY_ASSIGN_OR_RETURN(page, parts_.interest.Find(round.tenant, *round.next));
    round.next = page.next;
  }
  return std::move(page.debts);
}

absl::Status InterestJob::Post(Round& round, std::span<const DueDebt> debts) {
  while (!debts.empty() && !stopped_) {
    const auto batch = debts.first(std::min(debts.size(), PostDueInterest::kBatch));
    PARLEY_ASSIGN_OR_RETURN(const PostDueInterest::Tally tally,
                            parts_.interest.Post(round.tenant, batch));
    Count(round, tally);
    debts = debts.subspan(batch.size());
  }
  return absl::OkStatus();
}

void InterestJob::Count(Round& round, const PostDueInterest::Tally& tally) {
  const std::lock_guard lock(round.mutex);
  round.tally += tally;
  debts_ += tally.debts;
  left_out_ += tally.left_out;
}

void InterestJob::AddTo(PrometheusMetrics& metrics) const {
  metrics.Add({"parley_interest_debts_total", "Debts whose due interest was posted.",
               ReadKind::kCounter, [this] { return static_cast<double>(debts_); }});
  metrics.Add({"parley_interest_left_out_total",
               "Debts whose due interest could not be posted, each time that it was tried.",
               ReadKind::kCounter, [this] { return static_cast<double>(left_out_); }});
  metrics.Add({"parley_interest_running", "One while due interest is posted.", ReadKind::kGauge,
               [this] { return running_ ? 1.0 : 0.0; }});
}

}  // namespace parley::server
