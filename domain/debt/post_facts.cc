// SPDX-License-Identifier: Apache-2.0
// The changes of a debt's journal: facts booked, entries reversed.
#include <algorithm>
#include <cstddef>
#include <iterator>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/debt.h"
#include "domain/debt/ledger.h"
#include "domain/debt/quote.h"

namespace parley {
namespace {

// A writer that waited for the debtor's lock read the clock before the one that went first. Every
// change is booked after those it stands on: what was known at the last of them never changes.
Stamp InTurn(const Debt& debt, const Stamp& stamp) {
  return {AfterLastChange(debt, stamp.now), stamp.today, stamp.actor};
}

// One change of a journal: who makes it and when, and through which day month ends are due.
struct Turn {
  Stamp stamp;
  const EntryIdSource& next_id;
  Day interest_through = Day::min();
  std::optional<Day> also_due = std::nullopt;  // Beside month ends.
};

Entry EntryOf(const Fact& fact, const AllocationOrder& order, const Stamp& stamp) {
  Entry entry;
  entry.id = fact.id;
  entry.external_ref = fact.external_ref;
  entry.kind = fact.kind;
  entry.value_date = fact.value_date;
  entry.booked_time = stamp.now;
  entry.amount = fact.amount;
  entry.bucket = fact.bucket;
  entry.order = fact.order.value_or(order);
  entry.reason = fact.reason;
  entry.fee = fact.fee;
  entry.actor = stamp.actor;
  entry.content = fact.content;
  return entry;
}

Entry EntryOf(const Reversal& reversal, const Entry& reversed, const AllocationOrder& order,
              const Stamp& stamp) {
  Entry entry;
  entry.id = reversal.id;
  entry.external_ref = reversal.external_ref;
  entry.kind = EntryKind::kReversal;
  entry.value_date = reversal.value_date.value_or(reversed.value_date);
  entry.booked_time = stamp.now;
  entry.amount = reversed.amount;
  entry.bucket = reversed.bucket;
  entry.order = order;
  entry.reason = reversal.reason;
  entry.actor = stamp.actor;
  entry.linked = reversed.id;
  entry.fee = reversed.fee;
  entry.content = reversal.content;
  return entry;
}

// An entry that follows from the facts and the rules: a line of interest, what a quote lets go, or
// a correction.
Entry DerivedEntry(Amendment amendment, const Bookkeeper& bookkeeper, const Turn& turn) {
  Entry entry;
  entry.id = turn.next_id();
  entry.booked_time = turn.stamp.now;
  entry.actor = turn.stamp.actor;
  entry.postings = std::move(amendment.postings);
  const Line* const line = amendment.line;
  if (line != nullptr && line->IsInterest()) entry.interest = bookkeeper.DetailOf(*line);
  if (amendment.corrects != nullptr) {
    entry.kind = EntryKind::kCorrection;
    entry.value_date = amendment.corrects->value_date;
    entry.linked = amendment.corrects->id;
    return entry;
  }
  entry.value_date = line->value_date;
  if (line->IsInterest()) {
    entry.kind = EntryKind::kInterest;
    entry.amount = line->interest.amount;
  } else {
    entry.kind = EntryKind::kWaiver;
    entry.amount = -Net(EffectOf(line->postings)).value_or(0);
    entry.reason = SensitiveText("payoff quote " + ReferenceOf(line->quote));
    entry.quote = line->quote;
  }
  return entry;
}

// A new fact gives up or pays out no more than there is.
absl::Status CheckRelief(const Line& line) {
  const Entry& fact = *line.fact;
  const std::int64_t owed = Outstanding(line.before).value_or(0);
  const std::int64_t in_bucket = fact.bucket.has_value() ? line.before.owed[*fact.bucket] : owed;
  if (fact.kind == EntryKind::kWaiver && fact.amount > in_bucket) {
    return Refuse(Reason::kWaiverAboveBucket);
  }
  if (fact.kind == EntryKind::kWriteOff && fact.amount > owed) {
    return Refuse(Reason::kWriteOffAboveBalance);
  }
  if (fact.kind == EntryKind::kRefund && fact.amount > line.before.credit) {
    return Refuse(Reason::kRefundAboveCredit);
  }
  return absl::OkStatus();
}

// Of facts that go on top: none of them is taken back.
LastRelief LastReliefOf(const std::vector<Entry>& entries) {
  LastRelief last = LastRelief::kUnknown;
  for (const Entry& entry : entries) {
    if (!IsFact(entry) || Outstanding(EffectOf(entry.postings)).value_or(0) >= 0) continue;
    last = entry.kind == EntryKind::kWriteOff ? LastRelief::kWriteOff : LastRelief::kOther;
  }
  return last;
}

// The debt with these entries at the end of its journal.
Posted Append(const Debt& debt, std::vector<Entry> entries, const LedgerStanding& standing,
              LastRelief last, const Stamp& stamp) {
  Posted posted{debt, std::move(entries)};
  for (Entry& entry : posted.entries) {
    entry.number = ++posted.debt.entry_count;
    posted.debt.last_value_date = std::max(posted.debt.last_value_date, entry.value_date);
  }
  posted.debt.position = standing.position;
  posted.debt.interest = standing.interest;
  posted.debt.quotes_met = standing.quotes_met;
  posted.debt.status = StatusAfterPosting(debt.status, standing.position, last);
  posted.debt.updated_time = stamp.now;
  return posted;
}

// Facts that count on the ledger's latest day or later go on top of it.
absl::StatusOr<Posted> PostOnTop(const Debt& debt, const std::vector<Entry>& facts,
                                 const Turn& turn) {
  Bookkeeper bookkeeper(debt.rules, StandingOf(debt));
  for (const Entry& fact : facts) PARLEY_RETURN_IF_ERROR(bookkeeper.Take(fact));
  PARLEY_RETURN_IF_ERROR(bookkeeper.PostMonthEndsThrough(turn.interest_through));
  std::vector<Entry> entries;
  for (const Line& line : bookkeeper.lines()) {
    if (line.fact == nullptr) {
      entries.push_back(DerivedEntry({nullptr, &line, line.postings}, bookkeeper, turn));
      continue;
    }
    PARLEY_RETURN_IF_ERROR(CheckRelief(line));
    entries.push_back(*line.fact);
    entries.back().postings = line.postings;
  }
  const LastRelief last = LastReliefOf(entries);
  return Append(debt, std::move(entries), bookkeeper.standing(), last, turn.stamp);
}

// Puts what they turn out to be into the new facts at the end of a whole journal.
absl::Status TakePostings(std::vector<Entry>& whole, std::size_t first_new,
                          const Bookkeeper& replay) {
  for (const Line& line : replay.lines()) {
    if (line.fact == nullptr) continue;
    const auto place = static_cast<std::size_t>(line.fact->number) - 1;
    if (place < first_new) continue;
    PARLEY_RETURN_IF_ERROR(CheckRelief(line));
    whole.at(place).postings = line.postings;
  }
  return absl::OkStatus();
}

// Facts that count earlier take their place in the journal, and what follows them is judged anew.
absl::StatusOr<Posted> PostInPlace(const Debt& debt, std::vector<Entry> facts,
                                   std::span<const Entry> journal, const Turn& turn) {
  // Judged by a part of the journal, allocations would be "corrected" into wrong ones.
  if (debt.entry_count != std::ssize(journal)) return Refuse(Reason::kRecordCorrupt);
  std::vector<Entry> whole(journal.begin(), journal.end());
  whole.insert(whole.end(), facts.begin(), facts.end());
  for (std::size_t at = journal.size(); at < whole.size(); ++at) {
    whole[at].number = static_cast<std::int64_t>(at) + 1;
  }
  const Day through = debt.interest.has_value()
                          ? std::max(turn.interest_through, debt.interest->posted_through)
                          : turn.interest_through;
  PARLEY_ASSIGN_OR_RETURN(const Bookkeeper replay,
                          Replay(whole, debt.rules, through, turn.also_due));
  PARLEY_RETURN_IF_ERROR(TakePostings(whole, journal.size(), replay));
  // Interest comes before the facts that it was posted for, the rest after those that made it.
  std::vector<Entry> entries;
  std::vector<Entry> followers;
  for (Amendment& amendment : FindAmendments(whole, replay)) {
    const bool first = amendment.corrects == nullptr && amendment.line->IsInterest();
    auto& place = first ? entries : followers;
    place.push_back(DerivedEntry(std::move(amendment), replay, turn));
  }
  const auto first_new = whole.begin() + std::ssize(journal);
  entries.insert(entries.end(), first_new, whole.end());
  std::move(followers.begin(), followers.end(), std::back_inserter(entries));
  return Append(debt, std::move(entries), replay.standing(), LastReliefOf(replay), turn.stamp);
}

// What money may meet is judged by all that came since the quote.
bool MayMeetAQuote(const Fact& fact, const Debt& debt) {
  if (fact.kind != EntryKind::kPayment) return false;
  return std::any_of(debt.rules.payoffs.begin(), debt.rules.payoffs.end(), [&](const Payoff& each) {
    return MayBeMetOn(each, fact.value_date) && !IsMet(debt, each.quote);
  });
}

absl::Status CheckReversible(const Entry& reversed, std::span<const Entry> journal) {
  if (!reversed.quote.IsNil()) return Refuse(Reason::kQuoteWaiverNotReversible);
  switch (reversed.kind) {
    case EntryKind::kOpening:
      return Refuse(Reason::kOpeningNotReversible);
    case EntryKind::kReversal:
      return Refuse(Reason::kReversalNotReversible);
    case EntryKind::kCorrection:
      return Refuse(Reason::kCorrectionNotReversible);
    case EntryKind::kInterest:
      return Refuse(Reason::kInterestNotReversible);
    case EntryKind::kCharge:
    case EntryKind::kPayment:
    case EntryKind::kCredit:
    case EntryKind::kWaiver:
    case EntryKind::kWriteOff:
    case EntryKind::kRefund:
    case EntryKind::kFee:
      break;
  }
  const bool again = std::any_of(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.kind == EntryKind::kReversal && entry.linked == reversed.id;
  });
  return again ? Refuse(Reason::kEntryAlreadyReversed) : absl::OkStatus();
}

absl::Status CheckReversalDate(const Reversal& reversal, const Entry& reversed, Day today) {
  Violations violations;
  if (reversal.value_date.has_value()) {
    if (*reversal.value_date > today) violations.Add("value_date", Fault::kDateInFuture);
    if (*reversal.value_date < reversed.value_date) violations.Add("value_date", Fault::kDateOrder);
  }
  return violations.ToStatus();
}

}  // namespace

bool NeedsJournal(const Debt& debt, std::span<const Fact> facts) {
  if (NeedsJournalForInterest(debt)) return true;
  Day latest = debt.last_value_date;
  if (debt.interest.has_value()) {
    // What bore interest before the day of its last change is in the journal alone.
    latest = std::max({latest, debt.interest->posted_through, debt.interest->base_since + 1});
  }
  for (const Fact& fact : facts) {
    if (fact.value_date < latest || MayMeetAQuote(fact, debt)) return true;
    latest = fact.value_date;
  }
  return false;
}

bool IsInterestDue(const Debt& debt, Day through) {
  return IsOwedAndOurs(debt.status) && debt.interest.has_value() &&
         debt.rules.interest->posting == InterestPosting::kMonthEnd &&
         MonthEnd(debt.interest->posted_through + 1) <= through;
}

bool NeedsJournalForInterest(const Debt& debt) {
  if (!debt.interest.has_value()) return false;
  if (debt.rules.interest->posting == InterestPosting::kNever) return false;
  // What bore interest before the last change is in the journal alone, and so is what was posted in
  // a month, and by other rules on days that these have not reached.
  return debt.interest->base_since > debt.interest->posted_through ||
         debt.rules.interest->monthly_minimum > 0 ||
         MonthEnd(debt.interest->posted_through + 1) <= debt.last_value_date;
}

absl::StatusOr<Posted> PostFacts(const Debt& debt, std::span<const Fact> facts,
                                 std::span<const Entry> journal, const Stamp& stamp,
                                 const EntryIdSource& next_id) {
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  const Turn turn{InTurn(debt, stamp), next_id};
  std::vector<Entry> entries;
  entries.reserve(facts.size());
  std::transform(facts.begin(), facts.end(), std::back_inserter(entries),
                 [&](const Fact& fact) { return EntryOf(fact, debt.rules.order, turn.stamp); });
  if (!NeedsJournal(debt, facts)) return PostOnTop(debt, entries, turn);
  return PostInPlace(debt, std::move(entries), journal, turn);
}

absl::StatusOr<Posted> PostInterest(const Debt& debt, Day through, std::span<const Entry> journal,
                                    const Stamp& stamp, const EntryIdSource& next_id) {
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  if (!IsOwedAndOurs(debt.status)) return Posted{debt, {}};
  const Turn turn{InTurn(debt, stamp), next_id, through};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, NeedsJournalForInterest(debt)
                                             ? PostInPlace(debt, {}, journal, turn)
                                             : PostOnTop(debt, {}, turn));
  if (posted.entries.empty()) posted.debt.updated_time = debt.updated_time;
  return posted;
}

absl::StatusOr<Posted> PostInterestUpTo(const Debt& debt, Day day, std::span<const Entry> journal,
                                        const Stamp& stamp, const EntryIdSource& next_id) {
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  if (!debt.interest.has_value() || !IsOwedAndOurs(debt.status)) return Posted{debt, {}};
  PARLEY_ASSIGN_OR_RETURN(Posted posted,
                          PostInPlace(debt, {}, journal, {InTurn(debt, stamp), next_id, day, day}));
  if (posted.entries.empty()) posted.debt.updated_time = debt.updated_time;
  return posted;
}

absl::StatusOr<Posted> ChangeRules(const Debt& debt, const LedgerRules& rules,
                                   std::span<const Entry> journal, const Stamp& stamp,
                                   const EntryIdSource& next_id) {
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  Debt changed = debt;
  changed.rules = rules;
  Turn turn{InTurn(debt, stamp), next_id};
  if (!rules.payoffs.empty()) turn.interest_through = rules.payoffs.back().issued;
  return PostInPlace(changed, {}, journal, turn);
}

absl::StatusOr<Posted> PostReversal(const Debt& debt, const Reversal& reversal,
                                    std::span<const Entry> journal, const Stamp& stamp,
                                    const EntryIdSource& next_id) {
  const auto reversed = std::find_if(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.id == reversal.reverses;
  });
  if (reversed == journal.end()) return Refuse(Reason::kEntryNotFound);
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  PARLEY_RETURN_IF_ERROR(CheckReversible(*reversed, journal));
  PARLEY_RETURN_IF_ERROR(CheckReversalDate(reversal, *reversed, stamp.today));
  const Turn turn{InTurn(debt, stamp), next_id};
  return PostInPlace(debt, {EntryOf(reversal, *reversed, debt.rules.order, turn.stamp)}, journal,
                     turn);
}

}  // namespace parley
