// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_
#define PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "infra/cli/ledger/history.h"

namespace parley::cli {

// What the ledger shows of a history. Minor units.
struct ShownLedger {
  Position position;
  std::int64_t balance = 0;
  std::int64_t accrued_interest = 0;
};

// Plays a history on the domain alone, entry by entry as it was booked. Errors: the reason of the
// first entry that the ledger refuses.
absl::StatusOr<ShownLedger> PlayHistory(const LedgerHistory& history);

// What a history expects and does not find, or why it cannot be played; empty when all agrees.
std::vector<std::string> CheckHistory(const LedgerHistory& history);

// A line of a file that does not agree, or cannot be read.
struct LedgerFailure {
  std::int64_t line = 0;
  std::string id;  // Empty for a line that cannot be read.
  // "balance_minor: 100 expected, 90 found", or why there is nothing to compare.
  std::vector<std::string> differences;
};

struct LedgerReport {
  std::int64_t passed = 0;
  std::vector<LedgerFailure> failures;
};

// Plays every line of a file of histories; empty lines are passed over.
LedgerReport CheckLedgers(std::istream& in);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_
