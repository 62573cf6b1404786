// SPDX-License-Identifier: Apache-2.0
#include "application/debts/change_terms.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

GivenTerms TermsFor(const Debt& debt, const ChangeTerms::Command& command) {
  GivenTerms terms = command.terms;
  if (!terms.interest.has_value()) return terms;
  const std::optional<InterestTerms>& before = debt.rules.interest;
  const Day by_default = before.has_value() ? before->interest_from : debt.itemisation_date;
  terms.interest->interest_from = command.interest_from.value_or(by_default);
  return terms;
}

absl::Status CheckGiven(const GivenTerms& terms, const Debt& debt,
                        const std::optional<Currency>& currency) {
  Violations violations;
  CheckTermsChange(terms, debt.itemisation_date, violations);
  if (terms.interest.has_value() && currency.value_or(debt.currency) != debt.currency) {
    const std::string field = terms.interest->cap.has_value() ? "cap" : "monthly_minimum";
    violations.Add("interest_terms." + field + ".currency_code", Fault::kCurrencyMismatch);
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<Answer> ChangeTerms::Handle(const Call& call, const Command& command,
                                           Encode<Result> encode) const {
  const auto decide = [&](Work& work) { return Change(work, command); };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

absl::StatusOr<ChangeTerms::Result> ChangeTerms::Change(Work& work, const Command& command) const {
  PARLEY_ASSIGN_OR_RETURN(LedgerHead head,
                          FindLedger(work, {command.debtor, command.debt, {}, true}));
  const GivenTerms terms = TermsFor(head.debt, command);
  PARLEY_RETURN_IF_ERROR(CheckGiven(terms, head.debt, command.currency));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(command.debtor, command.debt));
  const Stamp stamp{work.now, LocalDay(zones_, head.time_zone, work.now), work.call.principal};
  const TermsChange change{NoticeId(ids_.Next()), terms, ChangeNoticeDays(head.settings).value};
  PARLEY_ASSIGN_OR_RETURN(RevisedTerms revised, ReviseTerms(head.debt, change, journal, stamp,
                                                            [&] { return EntryId(ids_.Next()); }));
  if (!revised.notice.has_value()) return Result{std::move(head.debt), std::nullopt};
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  if (!work.call.validate_only) {
    RecordPosted(work, ids_, head.debt, revised.posted);
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, revised.posted.debt));
    work.store.notices().Add(*revised.notice);
  }
  return Result{std::move(revised.posted.debt), std::move(revised.notice)};
}

}  // namespace parley
