// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_METRICS_SERVER_H_
#define PARLEY_ADAPTERS_HTTP_METRICS_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "adapters/http/prometheus_metrics.h"

namespace prometheus {
class Exposer;
}  // namespace prometheus

namespace parley {

// Shows the metrics at /metrics of a port of its own, without authentication: the address should be
// one that only this machine reaches. The metrics outlive it.
class MetricsServer {
 public:
  // "127.0.0.1:9464"; port 0 takes a free one. Errors: UNAVAILABLE when it cannot be taken.
  static absl::StatusOr<std::unique_ptr<MetricsServer>> Start(const std::string& address,
                                                              const PrometheusMetrics& metrics);
  ~MetricsServer();

  int port() const;

 private:
  explicit MetricsServer(std::unique_ptr<prometheus::Exposer> exposer);

  std::unique_ptr<prometheus::Exposer> exposer_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_METRICS_SERVER_H_
