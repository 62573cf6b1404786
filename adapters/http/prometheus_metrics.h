// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_PROMETHEUS_METRICS_H_
#define PARLEY_ADAPTERS_HTTP_PROMETHEUS_METRICS_H_

#include <prometheus/collectable.h>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "adapters/http/read_values.h"
#include "application/ports/call_observer.h"
#include "domain/common/reason.h"

namespace parley {

// The server's metrics. Labels come from fixed tables alone, never from what a caller sent: the
// methods that are served, the canonical codes and the reasons.
class PrometheusMetrics final : public CallObserver {
 public:
  // Methods beyond it are counted together as "other".
  static constexpr std::size_t kMostMethods = 256;

  explicit PrometheusMetrics(const std::string& version);

  void OnStarted() override;
  void OnFinished(const FinishedCall& call) override;

  // A value that is read whenever the metrics are.
  void Add(ReadValue value) { read_values_->Add(std::move(value)); }

  // Shared with the server that exposes them, as its library asks.
  const std::shared_ptr<prometheus::Registry>& registry() const { return registry_; }
  const std::shared_ptr<ReadValues>& read_values() const { return read_values_; }

 private:
  struct Method {
    std::string name;
    prometheus::Histogram& latency;
    std::map<std::pair<absl::StatusCode, std::optional<Reason>>, prometheus::Counter*> calls;
  };

  Method& MethodNamed(std::string_view name);
  prometheus::Counter& CounterOf(Method& method, const FinishedCall& call);

  const std::shared_ptr<prometheus::Registry> registry_;
  const std::shared_ptr<ReadValues> read_values_;
  prometheus::Family<prometheus::Counter>& calls_;
  prometheus::Family<prometheus::Histogram>& latencies_;
  prometheus::Gauge& running_;
  std::mutex mutex_;
  absl::flat_hash_map<std::string, std::unique_ptr<Method>> methods_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_PROMETHEUS_METRICS_H_
