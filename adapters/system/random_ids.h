// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_RANDOM_IDS_H_
#define PARLEY_ADAPTERS_SYSTEM_RANDOM_IDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>

#include "application/ports/clock.h"
#include "application/ports/ids.h"
#include "domain/common/id.h"

namespace parley {

// UUIDs of version 7 (RFC 9562, section 6.2, method 1): milliseconds, a counter of 12 bits that
// begins anywhere in its lower half at each millisecond, and 62 random bits of the kernel. Each id
// of one process sorts after the one before it, also when the clock steps back.
class RandomIds final : public Ids {
 public:
  explicit RandomIds(const Clock& clock) : clock_(clock) {}

  Uuid Next() override;

 private:
  using Random = std::array<std::uint8_t, 10>;

  Random TakeRandom();
  // Moves to the next place in the order: a later millisecond, or a higher count in the same one.
  void Advance(const Random& random);

  const Clock& clock_;
  std::mutex mutex_;
  std::uint64_t millis_ = 0;
  std::uint32_t count_ = 0;
  // Asked of the kernel many at a time: a system call costs more than an id.
  std::array<std::uint8_t, 4000> pool_{};
  std::size_t used_ = pool_.size();
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_RANDOM_IDS_H_
