// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_READ_VALUES_H_
#define PARLEY_ADAPTERS_HTTP_READ_VALUES_H_

#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace parley {

enum class ReadKind : std::uint8_t { kGauge, kCounter };

// A metric whose value somebody else keeps.
struct ReadValue {
  std::string name;  // "parley_store_sessions_open"; a counter's ends in "_total".
  std::string help;
  ReadKind kind = ReadKind::kGauge;
  std::function<double()> read;  // It is called from any thread, and does not block.
  std::vector<std::pair<std::string, std::string>> labels = {};  // Of fixed tables.
};

class ReadValues final : public prometheus::Collectable {
 public:
  // Those of one name differ by their labels, and are added one after the other.
  void Add(ReadValue value);

  std::vector<prometheus::MetricFamily> Collect() const override;

 private:
  mutable std::mutex mutex_;
  std::vector<ReadValue> values_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_READ_VALUES_H_
