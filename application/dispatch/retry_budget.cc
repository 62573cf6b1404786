// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/retry_budget.h"

#include <algorithm>

namespace parley {

void RetryBudget::OnFirstTry() {
  const std::scoped_lock lock(mutex_);
  saved_ = std::min(saved_ + 1, rules_.most_saved * rules_.first_tries_a_retry);
}

bool RetryBudget::TakeRetry() {
  const std::scoped_lock lock(mutex_);
  if (saved_ < rules_.first_tries_a_retry) return false;
  saved_ -= rules_.first_tries_a_retry;
  return true;
}

}  // namespace parley
