// SPDX-License-Identifier: Apache-2.0
#include "application/debts/post_relief.h"

#include <array>
#include <utility>
#include <vector>

#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/position_before.h"

namespace parley {
namespace {

// What the caller said, in which today is not a day: said again tomorrow it is the same.
Fingerprint ContentOf(const Fingerprints& fingerprints, const PostRelief::Command& command) {
  CanonicalContent content;
  content.Add(command.external_ref)
      .Add(NameOf(command.kind))
      .Add(command.value_date.has_value() ? FormatDay(*command.value_date) : std::string())
      .Add(command.amount.has_value() ? command.amount->minor_units() : 0)
      .Add(command.bucket.has_value() ? NameOf(*command.bucket) : std::string_view())
      .Add(command.reason.Reveal());
  return fingerprints.Of(content.text());
}

// All that there is to be written off or sent back.
std::int64_t WholeOf(EntryKind kind, const Position& position) {
  return kind == EntryKind::kRefund ? position.credit : Outstanding(position).value_or(0);
}

absl::Status NothingThere(EntryKind kind) {
  return Refuse(kind == EntryKind::kRefund ? Reason::kRefundAboveCredit
                                           : Reason::kWriteOffAboveBalance);
}

absl::Status CheckCommand(const PostRelief::Command& command, const Debt& debt) {
  Violations violations;
  if (command.amount.has_value() && command.amount->currency() != debt.currency) {
    violations.Add("amount.currency_code", Fault::kCurrencyMismatch);
  }
  if (!command.amount.has_value() && command.kind == EntryKind::kWaiver) {
    violations.Add("amount", Fault::kRequired);
  }
  return violations.ToStatus();
}

ActKind ActKindOf(EntryKind kind) {
  if (kind == EntryKind::kWriteOff) return ActKind::kWriteOff;
  return kind == EntryKind::kRefund ? ActKind::kRefund : ActKind::kWaiver;
}

// What waits until somebody else approves it: the fact as it would have been booked now, on the day
// that was asked for.
WorkItem ApprovalOf(const Fact& fact, const PostRelief::Command& command, const Money& amount) {
  WorkItem item;
  item.debtor = command.debtor;
  item.debt = command.debt;
  item.kind = WorkKind::kApproval;
  item.act.emplace();
  item.act->kind = ActKindOf(command.kind);
  item.act->amount = amount;
  item.act->bucket = command.bucket;
  item.act->value_date = command.value_date;
  item.act->external_ref = command.external_ref;
  item.act->content = fact.content;
  item.reason = command.reason;
  return item;
}

}  // namespace

absl::StatusOr<Answer> PostRelief::Handle(const Call& call, const Command& command,
                                          Encode<Result> encode) const {
  const Fingerprint content = ContentOf(fingerprints_, command);
  const auto decide = [&](Work& work) { return Post(work, command, content); };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

absl::StatusOr<Fact> PostRelief::FactOf(Work& work, const Command& command, const LedgerHead& head,
                                        Day today) const {
  Fact fact{.id = EntryId(ids_.Next()),
            .external_ref = command.external_ref,
            .kind = command.kind,
            .value_date = command.value_date.value_or(today),
            .amount = command.amount.has_value() ? command.amount->minor_units() : 1,
            .bucket = command.bucket,
            .reason = command.reason};
  Violations violations;
  CheckFact(fact, head.debt, today, "", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (command.amount.has_value()) return fact;
  std::vector<Entry> journal;
  if (NeedsJournalBefore(head.debt, fact.value_date)) {
    PARLEY_ASSIGN_OR_RETURN(journal, work.store.debts().Journal(command.debtor, command.debt));
  }
  PARLEY_ASSIGN_OR_RETURN(const FoundByMoney before,
                          PositionBefore(head.debt, fact.value_date, journal));
  fact.amount = WholeOf(command.kind, before.position);
  if (fact.amount == 0) return NothingThere(command.kind);
  return fact;
}

absl::StatusOr<PostRelief::Result> PostRelief::Post(Work& work, const Command& command,
                                                    const Fingerprint& content) const {
  PARLEY_ASSIGN_OR_RETURN(
      const LedgerHead head,
      FindLedger(work,
                 {command.debtor, command.debt, {command.external_ref}, /*wants_settings=*/true}));
  PARLEY_RETURN_IF_ERROR(CheckCommand(command, head.debt));
  if (!head.known.empty()) {
    const bool same = head.known.front().content == content;
    return same ? absl::StatusOr<Result>(Result{head.debt, head.known.front(), {}})
                : Refuse(Reason::kEntryAlreadyPosted);
  }
  const Day today = LocalDay(zones_, head.time_zone, work.now);
  PARLEY_ASSIGN_OR_RETURN(Fact fact, FactOf(work, command, head, today));
  fact.content = content;
  const std::array facts = {std::move(fact)};
  const Stamp stamp{work.now, today, work.call.principal};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, BookFacts(work, ids_, head.debt, facts, stamp));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  const Money amount(facts.front().amount, head.debt.currency);
  if (NeedsApproval(head.settings, amount)) {
    PARLEY_ASSIGN_OR_RETURN(WorkItem waiting,
                            AskForApproval(work, ids_, ApprovalOf(facts.front(), command, amount)));
    return Result{head.debt, {}, std::move(waiting)};
  }
  if (!work.call.validate_only) {
    RecordPosted(work, ids_, head.debt, posted);
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, posted.debt));
  }
  return Result{posted.debt, EntryIn(posted, facts.front().id), {}};
}

}  // namespace parley
