// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/prometheus_metrics.h"

#include "absl/strings/string_view.h"

namespace parley {
namespace {

constexpr std::string_view kOther = "other";

// Seconds: from a read of one row to a call that only its deadline ends.
const prometheus::Histogram::BucketBoundaries kLatencyBounds{
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

prometheus::Family<prometheus::Counter>& Calls(prometheus::Registry& registry) {
  return prometheus::BuildCounter()
      .Name("parley_calls_total")
      .Help("Calls that ended, by method, canonical code and reason.")
      .Register(registry);
}

prometheus::Family<prometheus::Histogram>& Latencies(prometheus::Registry& registry) {
  return prometheus::BuildHistogram()
      .Name("parley_call_duration_seconds")
      .Help("From a call's arrival to its answer.")
      .Register(registry);
}

prometheus::Gauge& Running(prometheus::Registry& registry) {
  return prometheus::BuildGauge()
      .Name("parley_calls_running")
      .Help("Calls that have arrived and are not answered.")
      .Register(registry)
      .Add({});
}

void AddBuildInfo(prometheus::Registry& registry, const std::string& version) {
  prometheus::BuildGauge()
      .Name("parley_build_info")
      .Help("One, with the version of the program as a label.")
      .Register(registry)
      .Add({{"version", version}})
      .Set(1);
}

}  // namespace

PrometheusMetrics::PrometheusMetrics(const std::string& version)
    : registry_(std::make_shared<prometheus::Registry>()),
      read_values_(std::make_shared<ReadValues>()),
      calls_(Calls(*registry_)),
      latencies_(Latencies(*registry_)),
      running_(Running(*registry_)) {
  AddBuildInfo(*registry_, version);
}

void PrometheusMetrics::OnStarted() { running_.Increment(); }

void PrometheusMetrics::OnFinished(const FinishedCall& call) {
  running_.Decrement();
  prometheus::Counter* counter = nullptr;
  prometheus::Histogram* latency = nullptr;
  {
    const std::lock_guard lock(mutex_);
    Method& method = MethodNamed(call.method);
    counter = &CounterOf(method, call);
    latency = &method.latency;
  }
  counter->Increment();
  latency->Observe(absl::ToDoubleSeconds(call.latency));
}

PrometheusMetrics::Method& PrometheusMetrics::MethodNamed(std::string_view name) {
  const auto found = methods_.find(absl::string_view(name.data(), name.size()));
  if (found != methods_.end()) return *found->second;
  if (methods_.size() >= kMostMethods && name != kOther) return MethodNamed(kOther);
  const std::string label(name);
  auto& method = methods_[label];
  method = std::make_unique<Method>(
      Method{label, latencies_.Add({{"method", label}}, kLatencyBounds), {}});
  return *method;
}

prometheus::Counter& PrometheusMetrics::CounterOf(Method& method, const FinishedCall& call) {
  const std::optional<Reason> reason = ReasonNamed(call.reason);
  prometheus::Counter*& counter = method.calls[{call.code, reason}];
  if (counter == nullptr) {
    const std::string label(reason.has_value() ? RowOf(*reason).name : "");
    counter = &calls_.Add({{"method", method.name},
                           {"code", absl::StatusCodeToString(call.code)},
                           {"reason", label}});
  }
  return *counter;
}

}  // namespace parley
