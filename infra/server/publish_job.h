// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_PUBLISH_JOB_H_
#define PARLEY_INFRA_SERVER_PUBLISH_JOB_H_

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <stop_token>
#include <thread>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/http/prometheus_metrics.h"
#include "application/events/publish_events.h"
#include "application/ports/audit.h"
#include "application/ports/log.h"

namespace parley::server {

// Publishes what is new, for each tenant in turn, by a thread of its own. While the broker is away
// it waits, each time longer and by chance; so does a tenant whose next event is refused.
class PublishJob {
 public:
  struct Parts {
    AuditRecords& tenants;
    std::unique_ptr<EventPublisher> publisher;
    Log& log;
  };

  PublishJob(Parts parts, EventFeed& feed, Publications& publications, const Clock& clock);
  ~PublishJob() { Stop(); }
  PublishJob(const PublishJob&) = delete;
  PublishJob& operator=(const PublishJob&) = delete;

  void Start();
  // Lets the event that is under way come to its end, and begins no other.
  void Stop();

  void AddTo(PrometheusMetrics& metrics) const;

 private:
  using Steady = std::chrono::steady_clock;
  struct Pause {
    int failures = 0;
    Steady::time_point until;
  };

  void Publish(const std::stop_token& stop);
  // How many events went out.
  int RoundOverTenants(const std::stop_token& stop);
  absl::StatusOr<PublishedRound> Round(TenantId tenant, const std::stop_token& stop);
  void TakeNote(TenantId tenant, const PublishedRound& round);
  void Lengthen(Pause& pause);

  const Parts parts_;
  PublishEvents publishing_;
  std::minstd_rand chance_{std::random_device{}()};
  Pause broker_;
  std::map<TenantId, Pause> tenants_;
  std::atomic<std::int64_t> published_ = 0;
  std::atomic<std::int64_t> put_aside_ = 0;
  std::atomic<bool> waits_ = false;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // Last, so that it ends before what it uses.
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_PUBLISH_JOB_H_
