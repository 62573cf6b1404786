// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/read_values.h"

#include <prometheus/client_metric.h>
#include <prometheus/metric_type.h>

#include <utility>

namespace parley {
namespace {

prometheus::ClientMetric MetricOf(const ReadValue& value) {
  prometheus::ClientMetric metric;
  for (const auto& [name, is] : value.labels) metric.label.push_back({name, is});
  metric.gauge.value = value.read();
  metric.counter.value = metric.gauge.value;
  return metric;
}

prometheus::MetricFamily FamilyOf(const ReadValue& value) {
  const bool is_gauge = value.kind == ReadKind::kGauge;
  return {value.name,
          value.help,
          is_gauge ? prometheus::MetricType::Gauge : prometheus::MetricType::Counter,
          {}};
}

}  // namespace

void ReadValues::Add(ReadValue value) {
  const std::lock_guard lock(mutex_);
  values_.push_back(std::move(value));
}

std::vector<prometheus::MetricFamily> ReadValues::Collect() const {
  const std::lock_guard lock(mutex_);
  std::vector<prometheus::MetricFamily> families;
  families.reserve(values_.size());
  for (const ReadValue& value : values_) {
    const bool is_another = families.empty() || families.back().name != value.name;
    if (is_another) families.push_back(FamilyOf(value));
    families.back().metric.push_back(MetricOf(value));
  }
  return families;
}

}  // namespace parley
