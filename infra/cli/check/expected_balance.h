// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CHECK_EXPECTED_BALANCE_H_
#define PARLEY_INFRA_CLI_CHECK_EXPECTED_BALANCE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "adapters/intake/csv_reader.h"
#include "parley/v1/itemisation.pb.h"

namespace parley::cli {

// A row of balances.csv: what a debt's net balance must be at the end of a day.
struct ExpectedBalance {
  std::int64_t line = 0;
  std::string external_ref;
  std::string as_of;
  std::string balance;  // A decimal number; negative when money is held for the debtor.
};

// A row that does not agree.
struct BalanceFinding {
  ExpectedBalance expected;
  std::string found;    // The service's own, as a decimal number; empty when it told none.
  std::string problem;  // Why there is none, or what is wrong with the row.
};

// The rows of balances.csv, one by one.
class BalanceFile {
 public:
  // Errors: FIELD_INVALID for the header. `in` must outlive this.
  static absl::StatusOr<BalanceFile> Open(std::istream& in);

  // False at the end. A row that cannot be read gives a finding beside its line.
  bool Next(ExpectedBalance& row, std::optional<BalanceFinding>& finding);

  absl::Status status() const { return reader_.status(); }

 private:
  explicit BalanceFile(CsvReader reader) : reader_(std::move(reader)) {}

  CsvReader reader_;
  CsvRow row_;
};

// Holds a breakdown against what was expected; none when they agree.
std::optional<BalanceFinding> Compare(const ExpectedBalance& expected,
                                      const v1::Itemisation& itemisation);

// "line 7: D-1 as of 2026-01-31: 10.00 expected, 12.00 EUR found".
std::string FindingText(const BalanceFinding& finding);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CHECK_EXPECTED_BALANCE_H_
