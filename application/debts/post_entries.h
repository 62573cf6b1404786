// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_POST_ENTRIES_H_
#define PARLEY_APPLICATION_DEBTS_POST_ENTRIES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/common/money.h"
#include "domain/debt/debt.h"

namespace parley {

// Books what happened to a debt: charges, payments, credits, fees; all of them or none.
class PostEntries {
 public:
  struct NewEntry {
    std::optional<EntryId> id;
    std::string external_ref;
    EntryKind kind = EntryKind::kPayment;
    Day value_date;
    Money amount;
    std::optional<Bucket> bucket;
    std::optional<AllocationOrder> order;  // The payer's instruction.
    SensitiveText reason;
    std::optional<FeeDetail> fee = {};  // Of a fee: its rule and its cause.
  };

  struct Command {
    DebtorId debtor;
    DebtId debt;
    std::optional<std::int64_t> etag;  // The revision that the caller has seen.
    std::vector<NewEntry> entries;
  };

  struct Result {
    Debt debt;
    std::vector<Entry> entries;  // One for each of the command's, in its order.
  };

  PostEntries(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
              const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // An entry whose reference is known with the same content answers with what exists; where all
  // are, nothing changes and the etag is not asked.
  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, ENTRY_ALREADY_POSTED, DEBT_CLOSED_TO_ENTRIES,
  // BALANCE_OUT_OF_RANGE, ETAG_STALE; of fees FEE_NOT_ALLOWED, FEE_CAUSE_NOT_COVERED,
  // FEE_ABOVE_RULE, FEE_ALREADY_CHARGED, FEES_ON_HOLD; of payments MONEY_HELD_APART.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  absl::StatusOr<Result> Post(Work& work, const Command& command) const;
  std::vector<Fact> FactsOf(const Command& command) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_POST_ENTRIES_H_
