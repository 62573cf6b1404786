// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/circuit_breaker.h"

#include <algorithm>

namespace parley {

bool CircuitBreaker::LetsThrough(absl::Time now) {
  const std::scoped_lock lock(mutex_);
  if (!open_until_.has_value()) return true;
  if (now < *open_until_ || on_trial_) return false;
  on_trial_ = true;
  return true;
}

void CircuitBreaker::OnAnswer() {
  const std::scoped_lock lock(mutex_);
  failures_ = 0;
  rest_ = rules_.rest;
  open_until_.reset();
  on_trial_ = false;
}

void CircuitBreaker::OnFailure(absl::Time now) {
  const std::scoped_lock lock(mutex_);
  ++failures_;
  if (on_trial_) {
    rest_ = std::min(rest_ * 2, rules_.longest_rest);
  } else if (open_until_.has_value() || failures_ < rules_.failures) {
    return;  // What was under way when it opened tells nothing new.
  }
  on_trial_ = false;
  open_until_ = now + rest_;
}

void CircuitBreaker::OnNothing() {
  const std::scoped_lock lock(mutex_);
  on_trial_ = false;
}

std::optional<absl::Time> CircuitBreaker::OpenUntil() const {
  const std::scoped_lock lock(mutex_);
  return open_until_;
}

}  // namespace parley
