// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_RETRY_SCHEDULE_H_
#define PARLEY_APPLICATION_DISPATCH_RETRY_SCHEDULE_H_

#include <cstdint>
#include <optional>

#include "absl/time/time.h"

namespace parley {

struct RetryRules {
  int attempts = 8;                            // In all; then a person looks at it.
  absl::Duration first = absl::Seconds(5);     // The longest wait before the second,
  absl::Duration longest = absl::Minutes(30);  // doubled up to this.
};

// How long to wait after so many attempts, 1 at least: anything up to a bound that doubles ("full
// jitter"), so that what failed together does not come back together. Never less than what the
// provider asked for. None when there have been enough. `random` is any 64 bits, each time others.
std::optional<absl::Duration> WaitBeforeRetry(const RetryRules& rules, int attempts,
                                              std::optional<absl::Duration> asked_for,
                                              std::uint64_t random);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_RETRY_SCHEDULE_H_
