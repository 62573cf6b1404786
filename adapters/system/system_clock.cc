// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_clock.h"

#include "absl/time/clock.h"

namespace parley {

absl::Time SystemClock::Now() const {
  return absl::FromUnixMicros(absl::GetCurrentTimeNanos() / 1000);
}

}  // namespace parley
