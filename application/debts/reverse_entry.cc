// SPDX-License-Identifier: Apache-2.0
#include "application/debts/reverse_entry.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "application/debts/content.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {

absl::StatusOr<Answer> ReverseEntry::Handle(const Call& call, const Command& command,
                                            Encode<Result> encode) const {
  Reversal reversal{.id = EntryId(ids_.Next()),
                    .reverses = command.entry,
                    .external_ref = command.external_ref,
                    .value_date = command.value_date,
                    .reason = command.reason};
  reversal.content = ContentOf(fingerprints_, reversal);
  Violations violations;
  CheckReversal(reversal, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const auto decide = [&](Work& work) { return Reverse(work, command, reversal); };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

absl::StatusOr<ReverseEntry::Result> ReverseEntry::Reverse(Work& work, const Command& command,
                                                           const Reversal& reversal) const {
  std::vector<std::string> references;
  if (!command.external_ref.empty()) references.push_back(command.external_ref);
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head,
                          FindLedger(work, command.debtor, command.debt, std::move(references)));
  if (!head.known.empty()) {
    const bool same = head.known.front().content == reversal.content;
    return same ? absl::StatusOr<Result>(Result{head.debt, head.known.front(), std::nullopt})
                : Refuse(Reason::kEntryAlreadyPosted);
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(command.debtor, command.debt));
  const Stamp stamp{work.now, LocalDay(zones_, head.time_zone, work.now), work.call.principal};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, PostReversal(head.debt, reversal, journal, stamp,
                                                      [&] { return EntryId(ids_.Next()); }));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  if (!work.call.validate_only) {
    RecordPosted(work, ids_, head.debt, posted);
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, posted.debt));
  }
  const auto reversed = std::find_if(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.id == reversal.reverses;
  });
  return Result{posted.debt, EntryIn(posted, reversal.id), *reversed};
}

}  // namespace parley
