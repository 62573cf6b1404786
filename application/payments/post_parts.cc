// SPDX-License-Identifier: Apache-2.0
#include "application/payments/post_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/position_before.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

const LedgerHead* HeadOf(const std::vector<LedgerHead>& heads, DebtId debt) {
  const auto found = std::find_if(heads.begin(), heads.end(),
                                  [&](const LedgerHead& head) { return head.debt.id == debt; });
  return found == heads.end() ? nullptr : &*found;
}

// What the payer names is there, and may be paid by this payment.
absl::Status CheckInstructed(const Payment& payment, const std::vector<LedgerHead>& heads,
                             std::optional<Day> value_date) {
  Violations violations;
  for (std::size_t at = 0; at < payment.instructions.size(); ++at) {
    const std::string path = absl::StrCat("instructions[", at, "]");
    const LedgerHead* head = HeadOf(heads, payment.instructions[at].debt);
    if (head == nullptr) return Refuse(Reason::kDebtNotFound, {}, {{"instruction", path}});
    if (!TakesEntries(head->debt.status)) return Refuse(Reason::kDebtClosedToEntries);
    if (head->debt.currency != payment.currency) {
      violations.Add(path + ".debt", Fault::kCurrencyMismatch);
    } else if (value_date.has_value() && *value_date < head->debt.itemisation_date) {
      violations.Add(path + ".debt", Fault::kDateBeforeOpening);
    }
  }
  return violations.ToStatus();
}

bool IsInstructed(const Payment& payment, DebtId debt) {
  return std::any_of(payment.instructions.begin(), payment.instructions.end(),
                     [&](const Instruction& each) { return each.debt == debt; });
}

// Whoever has no open debt may be unknown, or forgotten.
absl::Status CheckPayer(Work& work, DebtorId debtor, const std::vector<LedgerHead>& heads) {
  const bool is_kept = std::any_of(heads.begin(), heads.end(),
                                   [](const LedgerHead& head) { return KeepsDebtor(head.debt); });
  return is_kept ? absl::OkStatus() : CheckKept(work, debtor);
}

// Why there is none: one would take the money if it counted later.
absl::Status NoDebt(const Payment& payment, const std::vector<LedgerHead>& heads) {
  const bool later = std::any_of(heads.begin(), heads.end(), [&](const LedgerHead& head) {
    return TakesMoney(head.debt, payment.currency, Day::max());
  });
  if (!later) return Refuse(Reason::kNoDebtForPayment);
  Violations violations;
  violations.Add("value_date", Fault::kDateBeforeOpening);
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<DebtsToPay> DebtsToPay::Load(Work& work, const TimeZones& zones,
                                            const Payment& payment, std::optional<Day> value_date) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> heads,
                          work.store.debts().FindLedgersOf(payment.debtor, payment.external_ref));
  PARLEY_RETURN_IF_ERROR(CheckPayer(work, payment.debtor, heads));
  PARLEY_RETURN_IF_ERROR(CheckInstructed(payment, heads, value_date));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work.store.holds().Of(payment.debtor));
  DebtsToPay debts;
  debts.today_ = Day::min();
  std::vector<LedgerKey> keys;
  absl::Status apart;
  for (LedgerHead& head : heads) {
    const Day today = LocalDay(zones, head.time_zone, work.now);
    debts.today_ = std::max(debts.today_, today);
    const Day day = value_date.value_or(today);
    if (!TakesMoney(head.debt, payment.currency, day)) continue;
    absl::Status takes = TakesMoneyToday(holds, head.debt.id, today);
    if (!takes.ok()) {
      apart = std::move(takes);
      if (IsInstructed(payment, head.debt.id)) return apart;
      continue;
    }
    if (NeedsJournalBefore(head.debt, day)) keys.push_back({head.debt.debtor, head.debt.id});
    debts.found_.push_back({std::move(head), {}, {}, today});
  }
  if (debts.found_.empty()) return apart.ok() ? NoDebt(payment, heads) : apart;
  PARLEY_RETURN_IF_ERROR(debts.Read(work, keys, value_date));
  return debts;
}

absl::Status DebtsToPay::Read(Work& work, const std::vector<LedgerKey>& keys,
                              std::optional<Day> value_date) {
  std::vector<std::vector<Entry>> journals;
  if (!keys.empty()) {
    PARLEY_ASSIGN_OR_RETURN(journals, work.store.debts().Journals(keys));
  }
  auto next = journals.begin();
  for (Found& found : found_) {
    const Debt& debt = found.head.debt;
    const Day day = value_date.value_or(found.today);
    if (NeedsJournalBefore(debt, day)) found.journal = std::move(*next++);
    PARLEY_ASSIGN_OR_RETURN(found.payable, PayableOn(debt, day, found.journal));
  }
  return absl::OkStatus();
}

std::vector<PaymentPart> DebtsToPay::Split(const Payment& payment) const {
  std::vector<Payable> payables;
  std::transform(found_.begin(), found_.end(), std::back_inserter(payables),
                 [](const Found& found) { return found.payable; });
  std::vector<PaymentPart> parts;
  for (const Part& part :
       SplitPayment(payment.amount, payment.instructions, payment.strategy, payables)) {
    parts.push_back(
        {.debt = part.debt, .amount = part.amount, .because = part.because, .owed = part.owed});
  }
  return parts;
}

absl::Status DebtsToPay::Post(Work& work, Ids& ids, Payment& payment) const {
  payment.parts = Split(payment);
  Cases cases;
  for (PaymentPart& part : payment.parts) {
    PARLEY_RETURN_IF_ERROR(PostPart(work, ids, payment, part, cases));
  }
  return cases.Review(work, ids);
}

absl::Status DebtsToPay::PostPart(Work& work, Ids& ids, const Payment& payment, PaymentPart& part,
                                  Cases& cases) const {
  const auto found = std::find_if(found_.begin(), found_.end(), [&](const Found& each) {
    return each.head.debt.id == part.debt;
  });
  const Debt& debt = found->head.debt;
  if (!found->head.known.empty()) {
    return Refuse(Reason::kEntryAlreadyPosted, {}, {{"debt", debt.id.ToString()}});
  }
  const std::array facts = {Fact{.id = EntryId(ids.Next()),
                                 .external_ref = payment.external_ref,
                                 .kind = EntryKind::kPayment,
                                 .value_date = *payment.value_date,
                                 .amount = part.amount,
                                 .order = payment.order,
                                 .reason = payment.note,
                                 .content = payment.content}};
  Violations violations;
  CheckFact(facts.front(), debt, found->today, "", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  const Stamp stamp{work.now, found->today, work.call.principal};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, PostFacts(debt, facts, found->journal, stamp,
                                                   [&] { return EntryId(ids.Next()); }));
  const Position effect = EffectOf(EntryIn(posted, facts.front().id).postings);
  part.entry = facts.front().id;
  for (const Bucket bucket : kBuckets) part.paid[bucket] = -effect.owed[bucket];
  part.held = effect.credit;
  part.recovered = effect.recovered;
  if (work.call.validate_only) return absl::OkStatus();
  RecordPosted(work, ids, debt, posted, {.payment = payment.id});
  cases.Note(debt, posted.debt);
  return absl::OkStatus();
}

}  // namespace parley
