// SPDX-License-Identifier: Apache-2.0
#include "infra/server/dispatch_job.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "infra/server/jobs.h"

namespace parley::server {
namespace {

constexpr absl::Duration kSettlePeriod = absl::Seconds(5);

std::string LabelOf(Channel channel) {
  return absl::AsciiStrToLower(std::string(WordFor(channel)));
}

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
    waiting_[one.channel];
  }
}

void DispatchJob::Start() {
  for (const auto& channel : channels_) {
    for (int at = 0; at < rules_.dispatchers; ++at) {
      threads_.emplace_back(
          [this, &channel](const std::stop_token& stop) { Dispatch(*channel, stop); });
    }
    threads_.emplace_back(
        [this, &channel](const std::stop_token& stop) { Settle(*channel, stop); });
  }
  threads_.emplace_back([this](const std::stop_token& stop) { LookAfter(stop); });
}

void DispatchJob::AskToStop() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void DispatchJob::Stop() {
  AskToStop();
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

std::vector<TenantId> DispatchJob::Tenants() {
  absl::StatusOr<std::vector<TenantId>> tenants = parts_.tenants.Tenants();
  if (tenants.ok()) return *std::move(tenants);
  LogFailure(parts_.log, "dispatch_failed", tenants.status());
  return {};
}

int DispatchJob::RoundOf(ChannelDispatcher& channel, const std::stop_token& stop) {
  int all = 0;
  for (const TenantId& tenant : Tenants()) {
    if (stop.stop_requested()) break;
    const absl::StatusOr<int> taken = channel.Round(tenant, stop);
    if (!taken.ok()) LogFailure(parts_.log, "dispatch_failed", taken.status());
    all += taken.value_or(0);
  }
  return all;
}

void DispatchJob::Settle(const ChannelDispatcher& channel, const std::stop_token& stop) {
  do {
    for (const TenantId& tenant : Tenants()) {
      if (stop.stop_requested()) return;
      const absl::StatusOr<int> settled =
          settle_.Reconcile(tenant, channel.rules().channel, channel.sender(), stop);
      if (!settled.ok()) LogFailure(parts_.log, "reconcile_failed", settled.status());
      settled_ += settled.value_or(0);
    }
  } while (Rest(stop, kSettlePeriod));
}

void DispatchJob::LookAfter(const std::stop_token& stop) {
  do {
    const std::vector<TenantId> tenants = Tenants();
    for (const TenantId& tenant : tenants) {
      if (stop.stop_requested()) return;
      const absl::StatusOr<int> rescued = settle_.Rescue(tenant);
      if (!rescued.ok()) LogFailure(parts_.log, "rescue_failed", rescued.status());
    }
    if (!tenants.empty()) Measure(tenants);
  } while (Rest(stop, kSettlePeriod));
}

void DispatchJob::Measure(const std::vector<TenantId>& tenants) {
  const absl::Time now = parts_.tools.clock.Now();
  std::map<Channel, ChannelBacklog> all;
  for (const TenantId& tenant : tenants) {
    const absl::StatusOr<std::vector<ChannelBacklog>> read =
        parts_.tools.queue.Backlog(tenant, now);
    if (!read.ok()) return LogFailure(parts_.log, "dispatch_failed", read.status());
    for (const ChannelBacklog& one : *read) {
      ChannelBacklog& sum = all[one.channel];
      sum.queued += one.queued;
      sum.due += one.due;
      sum.unknown += one.unknown;
      const absl::Time oldest = one.oldest_due.value_or(now);
      sum.oldest_due = std::min(sum.oldest_due.value_or(now), oldest);
    }
  }
  for (auto& [channel, waiting] : waiting_) {
    const ChannelBacklog& sum = all[channel];
    waiting.queued = sum.queued;
    waiting.due = sum.due;
    waiting.unknown = sum.unknown;
    waiting.oldest_seconds = absl::ToInt64Seconds(now - sum.oldest_due.value_or(now));
  }
}

void DispatchJob::AddTo(PrometheusMetrics& metrics) const {
  for (const auto& channel : channels_) {
    for (std::size_t at = 0; at < kOutcomeWords.size(); ++at) {
      metrics.Add({"parley_dispatch_messages_total",
                   "Hand-overs, by how they came out.",
                   ReadKind::kCounter,
                   [&one = *channel, at] { return static_cast<double>(one.came_out(at)); },
                   {{"channel", LabelOf(channel->rules().channel)},
                    {"outcome", std::string(kOutcomeWords.at(at))}}});
    }
  }
  metrics.Add({"parley_dispatch_settled_total",
               "Messages of unknown fate that their providers told of.", ReadKind::kCounter,
               [this] { return static_cast<double>(settled_); }});
  AddGauge(metrics, "parley_dispatch_queued", "Messages that wait.", &Waiting::queued);
  AddGauge(metrics, "parley_dispatch_due", "Messages that wait and may go.", &Waiting::due);
  AddGauge(metrics, "parley_dispatch_unknown", "Messages of unknown fate.", &Waiting::unknown);
  AddGauge(metrics, "parley_dispatch_oldest_due_seconds",
           "How long the oldest that may go has waited.", &Waiting::oldest_seconds);
}

void DispatchJob::AddGauge(PrometheusMetrics& metrics, const std::string& name,
                           const std::string& help,
                           std::atomic<std::int64_t> Waiting::*const of) const {
  for (const auto& [channel, waiting] : waiting_) {
    metrics.Add({name,
                 help,
                 ReadKind::kGauge,
                 [&value = waiting.*of] { return static_cast<double>(value); },
                 {{"channel", LabelOf(channel)}}});
  }
}

}  // namespace parley::server
