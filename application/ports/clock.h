// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CLOCK_H_
#define PARLEY_APPLICATION_PORTS_CLOCK_H_

#include "absl/time/time.h"

namespace parley {

// Business time. Leases use the store's clock, and waits a steady one.
class Clock {
 public:
  virtual ~Clock() = default;

  // Now, in whole microseconds.
  virtual absl::Time Now() const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CLOCK_H_
