// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_POST_RELIEF_H_
#define PARLEY_APPLICATION_DEBTS_POST_RELIEF_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/debts.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/common/money.h"
#include "domain/debt/debt.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Gives up a part of a debt, stops asking for it, or sends back money that is held for the debtor:
// one entry, with its reason.
class PostRelief {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    EntryKind kind = EntryKind::kWaiver;  // A waiver, a write-off or a refund.
    std::string external_ref;
    std::optional<Day> value_date;  // By default today in the debtor's zone.
    // None for all that is owed of a write-off, and all that is held of a refund.
    std::optional<Money> amount;
    std::optional<Bucket> bucket;
    SensitiveText reason;
    std::optional<std::int64_t> etag;
  };

  struct Result {
    Debt debt;
    Entry entry;
    std::optional<WorkItem> waiting;  // Instead of the entry, where a second person is needed.
  };

  PostRelief(const Mutations& mutations, const Fingerprints& fingerprints, Ids& ids,
             const TimeZones& zones)
      : mutations_(mutations), fingerprints_(fingerprints), ids_(ids), zones_(zones) {}

  // An entry whose reference is known with the same content answers with what exists. Above what
  // the creditor lets one person decide, an approval is asked for, and nothing else changes.
  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, ENTRY_ALREADY_POSTED, DEBT_CLOSED_TO_ENTRIES,
  // WAIVER_ABOVE_BUCKET, WRITE_OFF_ABOVE_BALANCE, REFUND_ABOVE_CREDIT, BALANCE_OUT_OF_RANGE,
  // ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  absl::StatusOr<Result> Post(Work& work, const Command& command, const Fingerprint& content) const;
  absl::StatusOr<Fact> FactOf(Work& work, const Command& command, const LedgerHead& head,
                              Day today) const;

  const Mutations& mutations_;
  const Fingerprints& fingerprints_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_POST_RELIEF_H_
