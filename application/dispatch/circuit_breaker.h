// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_CIRCUIT_BREAKER_H_
#define PARLEY_APPLICATION_DISPATCH_CIRCUIT_BREAKER_H_

#include <mutex>
#include <optional>

#include "absl/time/time.h"

namespace parley {

struct BreakerRules {
  int failures = 5;                                // In a row, that open the circuit.
  absl::Duration rest = absl::Seconds(10);         // For which it stays open at first,
  absl::Duration longest_rest = absl::Minutes(5);  // doubled up to this while trials fail.
};

// Stands between us and one provider. Closed, everything passes. Open, nothing does until the rest
// is over; then one trial at a time does, and how it comes out closes or opens it. It may be used
// by many threads at once; times are any clock's that does not step back, always the same one's.
class CircuitBreaker {
 public:
  explicit CircuitBreaker(const BreakerRules& rules) : rules_(rules), rest_(rules.rest) {}

  // Whether something may be handed over now. Whoever is let through says how it came out.
  bool LetsThrough(absl::Time now);

  // The provider answered, whatever it said of the message.
  void OnAnswer();
  // It could not be reached, did not let us in, or did not make sense.
  void OnFailure(absl::Time now);
  // It was let through and not tried after all.
  void OnNothing();

  // From when on it may let something through again; none while it is closed.
  std::optional<absl::Time> OpenUntil() const;

 private:
  const BreakerRules rules_;
  mutable std::mutex mutex_;
  int failures_ = 0;
  absl::Duration rest_;
  std::optional<absl::Time> open_until_;
  bool on_trial_ = false;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_CIRCUIT_BREAKER_H_
