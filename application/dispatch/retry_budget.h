// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_RETRY_BUDGET_H_
#define PARLEY_APPLICATION_DISPATCH_RETRY_BUDGET_H_

#include <mutex>

namespace parley {

struct BudgetRules {
  int first_tries_a_retry = 10;  // Each so many first tries earn one more try: a tenth on top.
  int most_saved = 50;           // Tries again that may be saved up; as many are there at first.
};

// Bounds how much a provider's bad hour is made worse by trying again. It may be used by many
// threads at once.
class RetryBudget {
 public:
  explicit RetryBudget(const BudgetRules& rules)
      : rules_(rules), saved_(rules.most_saved * rules.first_tries_a_retry) {}

  void OnFirstTry();
  // Takes one try again; false when none is left, and the message waits for another round.
  bool TakeRetry();

 private:
  const BudgetRules rules_;
  std::mutex mutex_;
  int saved_;  // In first tries.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_RETRY_BUDGET_H_
