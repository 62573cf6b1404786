// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_PORTFOLIO_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_PORTFOLIO_H_

#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/support/deployment.h"

namespace parley::system_test {

// A folder with debts.csv, entries.csv and balances.csv.
class Portfolio {
 public:
  explicit Portfolio(std::string folder);

  // Invents one of that shape in a new folder, with the balances that its own oracle sums.
  static Portfolio Generate(const std::string& folder, int seed, int debts);

  std::string file(const std::string& name) const { return folder_ + "/" + name; }
  std::int64_t rows() const { return debts_ + entries_; }

  // The import's command line: always the same, so that running it again goes on with it.
  std::vector<std::string> ImportArguments(const Deployment& deployment) const;

  // What is wrong with a deployment over PostgreSQL that should hold this portfolio and nothing
  // else, a sentence each: rows missing or there twice, balances, invariants, the audit trail.
  std::vector<std::string> Findings(const Deployment& deployment) const;

 private:
  void CheckRows(const Deployment& deployment, std::vector<std::string>& findings) const;
  void CheckBalances(const Deployment& deployment, std::vector<std::string>& findings) const;

  std::string folder_;
  std::int64_t debts_;
  std::int64_t entries_;
  std::int64_t balances_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_PORTFOLIO_H_
