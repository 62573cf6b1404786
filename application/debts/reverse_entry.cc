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
#include "domain/debt/payment.h"

namespace parley {
namespace {

// A payment goes back whole: it would else be told as settled while a part of it is not there.
absl::Status CheckWhole(Work& work, const Debt& debt, const Entry& entry) {
  if (entry.kind != EntryKind::kPayment) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::optional<Payment> payment,
                          work.store.payments().FindByReference(debt.debtor, entry.external_ref));
  const bool is_part = payment.has_value() &&
                       std::any_of(payment->parts.begin(), payment->parts.end(),
                                   [&](const PaymentPart& part) { return part.entry == entry.id; });
  return is_part ? Refuse(Reason::kPaymentPartNotReversible) : absl::OkStatus();
}

}  // namespace

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
  const auto reversed = std::find_if(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.id == reversal.reverses;
  });
  PARLEY_RETURN_IF_ERROR(CheckWhole(work, head.debt, *reversed));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  if (!work.call.validate_only) {
    RecordPosted(work, ids_, head.debt, posted);
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, posted.debt));
  }
  return Result{posted.debt, EntryIn(posted, reversal.id), *reversed};
}

}  // namespace parley
