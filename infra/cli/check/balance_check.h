// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CHECK_BALANCE_CHECK_H_
#define PARLEY_INFRA_CLI_CHECK_BALANCE_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "infra/cli/check/expected_balance.h"
#include "infra/cli/client/client.h"

namespace parley::cli {

struct BalanceReport {
  std::int64_t passed = 0;
  std::vector<BalanceFinding> findings;  // In the order of the file.
};

// Holds every row of a file against what the service says of the debts of one creditor.
class BalanceCheck {
 public:
  explicit BalanceCheck(Client& client) : client_(client) {}

  // An empty code means the only creditor. Errors: those of the methods it calls, and of the file.
  absl::StatusOr<BalanceReport> Run(BalanceFile& file, const std::string& creditor_code);

 private:
  absl::Status LearnNames(const std::string& creditor_code);
  absl::Status ReadRows(BalanceFile& file);
  absl::Status AskService();
  void Judge(const ExpectedBalance& row, const absl::StatusOr<v1::Itemisation>& answer);

  Client& client_;
  absl::flat_hash_map<std::string, std::string> names_;  // Of debts, by their references.
  std::vector<ExpectedBalance> rows_;                    // To ask about.
  BalanceReport report_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CHECK_BALANCE_CHECK_H_
