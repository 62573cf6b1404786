// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_DISPATCH_JOB_H_
#define PARLEY_INFRA_SERVER_DISPATCH_JOB_H_

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "absl/time/time.h"
#include "adapters/http/prometheus_metrics.h"
#include "application/dispatch/channel_dispatcher.h"
#include "application/dispatch/settle_unknown.h"
#include "application/ports/audit.h"
#include "application/ports/log.h"
#include "infra/server/senders.h"

namespace parley::server {

// Hands over what is due, for each tenant in turn: each channel by threads of its own, so that none
// waits for another. One of them asks its provider about what nobody knows the fate of; one thread
// looks after what dispatchers that are gone left.
class DispatchJob {
 public:
  struct Parts {
    AuditRecords& tenants;
    const DispatchTools& tools;
    const BlindIndex& index;
    const std::vector<ChannelSender>& senders;
    Log& log;
  };
  struct Rules {
    int dispatchers = 4;  // Threads of each channel.
    int hand_overs = 8;   // Of each of them, at the same time.
    absl::Duration period = absl::Seconds(1);
  };

  DispatchJob(const Parts& parts, const Rules& rules);
  ~DispatchJob() { Stop(); }
  DispatchJob(const DispatchJob&) = delete;
  DispatchJob& operator=(const DispatchJob&) = delete;

  void Start();
  // Begins no other hand-over from now on, and does not wait for those that are under way.
  void AskToStop();
  // Waits for them, too.
  void Stop();

  void AddTo(PrometheusMetrics& metrics) const;

 private:
  // What waits of a channel, over all tenants, as it was when it was looked at last.
  struct Waiting {
    std::atomic<std::int64_t> queued = 0;
    std::atomic<std::int64_t> due = 0;
    std::atomic<std::int64_t> unknown = 0;
    std::atomic<std::int64_t> oldest_seconds = 0;
  };

  void Dispatch(ChannelDispatcher& channel, const std::stop_token& stop);
  void Settle(const ChannelDispatcher& channel, const std::stop_token& stop);
  void LookAfter(const std::stop_token& stop);
  // What a round over all tenants took; 0 where nothing was due.
  int RoundOf(ChannelDispatcher& channel, const std::stop_token& stop);
  // None where the store does not tell, which is logged.
  std::vector<TenantId> Tenants();
  // Looks how much waits, for the metrics.
  void Measure(const std::vector<TenantId>& tenants);
  void AddGauge(PrometheusMetrics& metrics, const std::string& name, const std::string& help,
                std::atomic<std::int64_t> Waiting::*of) const;
  // False when it is to stop.
  bool Rest(const std::stop_token& stop, absl::Duration period);

  const Parts parts_;
  const Rules rules_;
  const SettleUnknown settle_;
  std::vector<std::unique_ptr<ChannelDispatcher>> channels_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::vector<std::jthread> threads_;
  std::map<Channel, Waiting> waiting_;  // Of each channel from the beginning.
  std::atomic<std::int64_t> settled_ = 0;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_DISPATCH_JOB_H_
