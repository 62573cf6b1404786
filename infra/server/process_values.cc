// SPDX-License-Identifier: Apache-2.0
#include "infra/server/process_values.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace parley::server {
namespace {

double OpenDescriptors() {
  std::error_code error;
  const std::filesystem::directory_iterator all("/proc/self/fd", error);
  if (error) return 0;
  // One of them is this look at them.
  return static_cast<double>(std::distance(begin(all), end(all)) - 1);
}

double MostDescriptors() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? static_cast<double>(limit.rlim_cur) : 0;
}

double ResidentBytes() {
  std::ifstream file("/proc/self/statm");
  double all_pages = 0;
  double resident_pages = 0;
  file >> all_pages >> resident_pages;
  return resident_pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

void AddProcessValues(PrometheusMetrics& metrics) {
  metrics.Add({"process_open_fds", "Open descriptors.", ReadKind::kGauge, OpenDescriptors});
  metrics.Add({"process_max_fds", "Descriptors at most.", ReadKind::kGauge, MostDescriptors});
  metrics.Add({"process_resident_memory_bytes", "Memory in use.", ReadKind::kGauge, ResidentBytes});
}

void RaiseDescriptorLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace parley::server
