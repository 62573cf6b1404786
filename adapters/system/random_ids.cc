// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/random_ids.h"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <span>

namespace parley {
namespace {

constexpr std::uint32_t kMostCount = 0xFFF;
constexpr std::uint32_t kLowerHalf = 0x7FF;

void FillFromKernel(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
    // Ids that can be guessed or repeat are worse than a process that stops.
    if (got < 0 && errno != EINTR) std::abort();
  }
}

std::uint64_t MillisOf(absl::Time time) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(absl::ToUnixMillis(time), 0));
}

}  // namespace

Uuid RandomIds::Next() {
  const std::lock_guard lock(mutex_);
  Random random = TakeRandom();
  Advance(random);
  random[0] = static_cast<std::uint8_t>(count_ >> 8U);
  random[1] = static_cast<std::uint8_t>(count_);
  return Uuid::Version7(millis_, random);
}

RandomIds::Random RandomIds::TakeRandom() {
  Random random{};
  if (used_ + random.size() > pool_.size()) {
    FillFromKernel(pool_);
    used_ = 0;
  }
  std::copy_n(pool_.begin() + static_cast<std::ptrdiff_t>(used_), random.size(), random.begin());
  used_ += random.size();
  return random;
}

void RandomIds::Advance(const Random& random) {
  const std::uint64_t now = MillisOf(clock_.Now());
  if (now <= millis_ && count_ < kMostCount) {
    ++count_;
    return;
  }
  millis_ = std::max(now, millis_ + 1);
  count_ = ((std::uint32_t{random[0]} << 8U) | random[1]) & kLowerHalf;
}

}  // namespace parley
