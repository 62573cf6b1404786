// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/random_ids.h"

#include <chrono>
#include <cstdint>
#include <random>

#include "absl/strings/str_format.h"

namespace parley::bench {

std::string RandomId() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  const auto millis =
      static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                     std::chrono::system_clock::now().time_since_epoch())
                                     .count());
  const std::uint64_t first = random();
  const std::uint64_t second = random();
  return absl::StrFormat("%08x-%04x-7%03x-8%03x-%012x", millis >> 16U, millis & 0xffffU,
                         first & 0xfffU, (first >> 12U) & 0xfffU, second >> 16U);
}

}  // namespace parley::bench
