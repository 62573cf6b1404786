// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_PROCESS_VALUES_H_
#define PARLEY_INFRA_SERVER_PROCESS_VALUES_H_

#include "adapters/http/prometheus_metrics.h"

namespace parley::server {

// What Prometheus' own clients tell of every process: its memory and its descriptors, of which a
// server that has none left answers nobody.
void AddProcessValues(PrometheusMetrics& metrics);

// Lets this process have as many descriptors as the system allows it.
void RaiseDescriptorLimit();

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_PROCESS_VALUES_H_
