// SPDX-License-Identifier: Apache-2.0
#include "infra/server/dispatch_job.h"

#include <utility>

#include "infra/server/jobs.h"

namespace parley::server {
namespace {

constexpr absl::Duration kSettlePeriod = absl::Seconds(5);

}  // namespace

DispatchJob::DispatchJob(const Parts& parts, const Rules& rules)
    : parts_(parts), rules_(rules), settle_(parts.tools) {
  for (const ChannelSender& one : parts_.senders) {
    ChannelRules channel;
    channel.channel = one.channel;
    channel.provider = one.provider;
    channel.parallel = rules_.hand_overs;
    channels_.push_back(
        std::make_unique<ChannelDispatcher>(parts_.tools, parts_.index, *one.sender, channel));
  }
}

void DispatchJob::Start() {
  for (const auto& channel : channels_) {
    for (int at = 0; at < rules_.dispatchers; ++at) {
      threads_.emplace_back(
          [this, &channel](const std::stop_token& stop) { Dispatch(*channel, stop); });
    }
  }
  threads_.emplace_back([this](const std::stop_token& stop) { Settle(stop); });
}

void DispatchJob::Stop() {
  for (std::jthread& thread : threads_) thread.request_stop();
  threads_.clear();
}

bool DispatchJob::Rest(const std::stop_token& stop, absl::Duration period) {
  std::unique_lock lock(mutex_);
  stopped_.wait_for(lock, stop, absl::ToChronoMilliseconds(period), [] { return false; });
  return !stop.stop_requested();
}

void DispatchJob::Dispatch(ChannelDispatcher& channel, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (RoundOf(channel, stop) == 0 && !Rest(stop, rules_.period)) return;
  }
}

int DispatchJob::RoundOf(ChannelDispatcher& channel, const std::stop_token& stop) {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) {
    LogFailure(parts_.log, "dispatch_failed", tenants.status());
    return 0;
  }
  int all = 0;
  for (const TenantId& tenant : *tenants) {
    if (stop.stop_requested()) break;
    const absl::StatusOr<int> taken = channel.Round(tenant);
    if (!taken.ok()) LogFailure(parts_.log, "dispatch_failed", taken.status());
    all += taken.value_or(0);
  }
  handed_over_ += all;
  return all;
}

void DispatchJob::Settle(const std::stop_token& stop) {
  do {
    SettleAll(stop);
  } while (Rest(stop, kSettlePeriod));
}

void DispatchJob::SettleAll(const std::stop_token& stop) {
  const absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (!tenants.ok()) return LogFailure(parts_.log, "dispatch_failed", tenants.status());
  for (const TenantId& tenant : *tenants) {
    if (stop.stop_requested()) return;
    const absl::StatusOr<int> rescued = settle_.Rescue(tenant);
    if (!rescued.ok()) LogFailure(parts_.log, "rescue_failed", rescued.status());
    for (const auto& channel : channels_) {
      const absl::StatusOr<int> settled =
          settle_.Reconcile(tenant, channel->rules().channel, channel->sender(), stop);
      if (!settled.ok()) LogFailure(parts_.log, "reconcile_failed", settled.status());
      settled_ += settled.value_or(0);
    }
  }
}

void DispatchJob::AddTo(PrometheusMetrics& metrics) const {
  metrics.Add({"parley_dispatch_messages_total", "Messages that were taken to be handed over.",
               ReadKind::kCounter, [this] { return static_cast<double>(handed_over_); }});
  metrics.Add({"parley_dispatch_settled_total",
               "Messages of unknown fate that their providers told of.", ReadKind::kCounter,
               [this] { return static_cast<double>(settled_); }});
}

}  // namespace parley::server
