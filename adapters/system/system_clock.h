// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_SYSTEM_CLOCK_H_
#define PARLEY_ADAPTERS_SYSTEM_SYSTEM_CLOCK_H_

#include "absl/time/time.h"
#include "application/ports/clock.h"

namespace parley {

// The machine's clock.
class SystemClock final : public Clock {
 public:
  absl::Time Now() const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_SYSTEM_CLOCK_H_
