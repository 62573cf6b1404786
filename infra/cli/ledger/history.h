// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEDGER_HISTORY_H_
#define PARLEY_INFRA_CLI_LEDGER_HISTORY_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/currency.h"
#include "domain/debt/bookkeeper.h"
#include "domain/debt/entry.h"

namespace parley::cli {

// An entry of a history, as it was booked.
struct HistoryEntry {
  std::string ref;
  EntryKind kind = EntryKind::kPayment;
  Day value_date;
  std::optional<absl::Time> booked_time;  // None: before anybody asks.
  std::int64_t amount = 0;                // Minor units.
  std::optional<Bucket> bucket;
  std::string reverses;  // The reference of what a reversal reverses.
  std::optional<AllocationOrder> allocation;
};

// What a ledger is expected to show; what is absent is not compared. Minor units.
struct ExpectedLedger {
  std::optional<std::int64_t> balance;
  std::optional<std::int64_t> credit;
  std::optional<std::int64_t> accrued_interest;
  std::map<Bucket, std::int64_t> buckets;
};

// The whole life of one debt, and what somebody else computed of it:
// infra/docs/ledger_histories.md.
struct LedgerHistory {
  std::string id;
  Currency currency;
  Day opened;
  Buckets opening{};
  LedgerRules rules{};
  std::vector<HistoryEntry> entries{};  // In the order in which they were booked.
  Day as_of;
  std::optional<absl::Time> known_at;
  ExpectedLedger expected{};
};

// Reads one line. Errors: INVALID_ARGUMENT with the path of the first field that is missing,
// unknown or malformed.
absl::StatusOr<LedgerHistory> ParseLedgerHistory(std::string_view line);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEDGER_HISTORY_H_
