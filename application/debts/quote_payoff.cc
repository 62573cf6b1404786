// SPDX-License-Identifier: Apache-2.0
#include "application/debts/quote_payoff.h"

#include <utility>
#include <vector>

#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {

absl::StatusOr<Answer> QuotePayoff::Handle(const Call& call, const Command& command,
                                           Encode<Result> encode) const {
  const auto decide = [&](Work& work) { return Quote(work, command); };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

absl::StatusOr<QuotePayoff::Result> QuotePayoff::Quote(Work& work, const Command& command) const {
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, command.debtor, command.debt));
  const Stamp stamp{work.now, LocalDay(zones_, head.time_zone, work.now), work.call.principal};
  const QuoteRequest request{QuoteId(ids_.Next()), command.valid_until};
  Violations violations;
  CheckQuote(request, stamp.today, "valid_until_date", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(command.debtor, command.debt));
  PARLEY_ASSIGN_OR_RETURN(Quoted quoted, IssueQuote(head.debt, request, journal, stamp,
                                                    [&] { return EntryId(ids_.Next()); }));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  if (!work.call.validate_only) {
    RecordPosted(work, ids_, head.debt, quoted.posted);
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, quoted.posted.debt));
  }
  return Result{std::move(quoted.posted.debt), quoted.payoff};
}

}  // namespace parley
