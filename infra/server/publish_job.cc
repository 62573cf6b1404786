// SPDX-License-Identifier: Apache-2.0
#include "infra/server/publish_job.h"

#include <limits>
#include <utility>
#include <vector>

#include "application/dispatch/retry_schedule.h"
#include "infra/server/jobs.h"

namespace parley::server {
namespace {

constexpr auto kLook = std::chrono::milliseconds(500);  // How often an idle job looks for news.
constexpr auto kRound = std::chrono::seconds(10);       // A round's longest, well below its turn.

std::string_view NameOfCause(PublishOutcome outcome) {
  switch (outcome) {
    case PublishOutcome::kRefused:
      return "refused";
    case PublishOutcome::kNobodyKeeps:
      return "no_stream";
    case PublishOutcome::kUnavailable:
      return "unavailable";
    case PublishOutcome::kStored:
    case PublishOutcome::kTooLarge:
      break;
  }
  return "";
}

}  // namespace

PublishJob::PublishJob(Parts parts, EventFeed& feed, Publications& publications, const Clock& clock)
    : parts_(std::move(parts)), publishing_({feed, publications, *parts_.publisher, clock}) {}

void PublishJob::Start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { Publish(stop); });
}

void PublishJob::Stop() { thread_ = std::jthread(); }

void PublishJob::Publish(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (RoundOverTenants(stop) > 0) continue;
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, kLook, [] { return false; });
  }
}

int PublishJob::RoundOverTenants(const std::stop_token& stop) {
  if (Steady::now() < broker_.until) return 0;
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) {
    LogFailure(parts_.log, "publish_failed", tenants.status());
    Lengthen(broker_);
    return 0;
  }
  int published = 0;
  for (const TenantId& tenant : *tenants) {
    if (stop.stop_requested() || Steady::now() < broker_.until) break;
    if (Steady::now() < tenants_[tenant].until) continue;
    const absl::StatusOr<PublishedRound> round = Round(tenant, stop);
    if (round.ok()) {
      published += round->published;
      TakeNote(tenant, *round);
    } else {
      LogFailure(parts_.log, "publish_failed", round.status());
      Lengthen(tenants_[tenant]);
    }
  }
  return published;
}

absl::StatusOr<PublishedRound> PublishJob::Round(TenantId tenant, const std::stop_token& stop) {
  const Steady::time_point end = Steady::now() + kRound;
  return publishing_.Round(tenant, [&] { return !stop.stop_requested() && Steady::now() < end; });
}

void PublishJob::TakeNote(TenantId tenant, const PublishedRound& round) {
  published_ += round.published;
  put_aside_ += round.put_aside;
  if (round.put_aside > 0) {
    parts_.log.Write(LogLevel::kWarning, "events_put_aside",
                     {{"count", std::int64_t{round.put_aside}}});
  }
  if (!round.stopped_by.has_value()) {
    tenants_[tenant] = {};
    if (round.published == 0) return;
    broker_ = {};
    if (waits_.exchange(false)) parts_.log.Write(LogLevel::kInfo, "publishing_goes_on", {});
    return;
  }
  const bool about_one = round.stopped_by == PublishOutcome::kRefused;
  Lengthen(about_one ? tenants_[tenant] : broker_);
  if (about_one || waits_.exchange(true)) return;
  parts_.log.Write(LogLevel::kWarning, "publishing_waits",
                   {{"cause", NameOfCause(*round.stopped_by)}});
}

void PublishJob::Lengthen(Pause& pause) {
  constexpr RetryRules kRules{.attempts = std::numeric_limits<int>::max(),
                              .first = absl::Seconds(1),
                              .longest = absl::Seconds(30)};
  if (pause.failures < 100) ++pause.failures;
  const std::uint64_t random = (std::uint64_t{chance_()} << 32) | chance_();
  const auto wait = WaitBeforeRetry(kRules, pause.failures, std::nullopt, random);
  pause.until = Steady::now() + absl::ToChronoNanoseconds(wait.value_or(kRules.longest));
}

void PublishJob::AddTo(PrometheusMetrics& metrics) const {
  metrics.Add({"parley_events_published_total", "Events that the broker stored.",
               ReadKind::kCounter, [this] { return static_cast<double>(published_); }});
  metrics.Add({"parley_events_put_aside_total", "Events that the broker refused.",
               ReadKind::kCounter, [this] { return static_cast<double>(put_aside_); }});
  metrics.Add({"parley_events_broker_waits", "One while nothing can be published.",
               ReadKind::kGauge, [this] { return waits_ ? 1.0 : 0.0; }});
}

}  // namespace parley::server
