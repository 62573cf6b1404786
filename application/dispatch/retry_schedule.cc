// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/retry_schedule.h"

#include <algorithm>

namespace parley {

std::optional<absl::Duration> WaitBeforeRetry(const RetryRules& rules, int attempts,
                                              std::optional<absl::Duration> asked_for,
                                              std::uint64_t random) {
  if (attempts >= rules.attempts) return std::nullopt;
  absl::Duration bound = rules.first;
  for (int doubled = 1; doubled < attempts && bound < rules.longest; ++doubled) bound *= 2;
  bound = std::min(bound, rules.longest);
  const auto micros = static_cast<std::uint64_t>(absl::ToInt64Microseconds(bound));
  const absl::Duration jitter =
      absl::Microseconds(static_cast<std::int64_t>(random % (micros + 1)));
  // What was asked for is spread, too: everybody was asked for the same.
  return asked_for.value_or(absl::ZeroDuration()) + jitter;
}

}  // namespace parley
