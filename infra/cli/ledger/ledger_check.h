// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_
#define PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "infra/cli/ledger/history.h"
#include "infra/cli/scoring/case_lines.h"

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

// Plays every line of a file of histories; empty lines are passed over.
LineReport CheckLedgers(std::istream& in);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEDGER_LEDGER_CHECK_H_
