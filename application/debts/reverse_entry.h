// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_REVERSE_ENTRY_H_
#define PARLEY_APPLICATION_DEBTS_REVERSE_ENTRY_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/debt.h"

namespace parley {

// Undoes an entry by a linked one; what was allocated after it is judged anew.
class ReverseEntry {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    EntryId entry;
    std::string external_ref;       // Of the reversal; may be empty.
    std::optional<Day> value_date;  // From which day it is undone; by default the entry's own.
    SensitiveText reason;
    std::optional<std::int64_t> etag;
  };

  struct Result {
    Debt debt;
    Entry entry;                    // The reversal.
    std::optional<Entry> reversed;  // What it takes back; none when it was posted before.
  };

  ReverseEntry(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
               const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // A reversal whose reference is known with the same content answers with what exists.
  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, ENTRY_NOT_FOUND, REVERSAL_NOT_REVERSIBLE,
  // OPENING_NOT_REVERSIBLE, CORRECTION_NOT_REVERSIBLE, ENTRY_ALREADY_REVERSED,
  // PAYMENT_PART_NOT_REVERSIBLE, ENTRY_ALREADY_POSTED, DEBT_CLOSED_TO_ENTRIES,
  // BALANCE_OUT_OF_RANGE, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  absl::StatusOr<Result> Reverse(Work& work, const Command& command,
                                 const Reversal& reversal) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_REVERSE_ENTRY_H_
