// SPDX-License-Identifier: Apache-2.0
// The changes of a debt's journal: facts booked, entries reversed.
#include <algorithm>
#include <cstddef>
#include <iterator>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/debt/debt.h"
#include "domain/debt/ledger.h"

namespace parley {
namespace {

// A writer that waited for the debtor's lock read the clock before the one that went first. Every
// change is booked after those it stands on: what was known at the last of them never changes.
Stamp InTurn(const Debt& debt, const Stamp& stamp) {
  return {AfterLastChange(debt, stamp.now), stamp.today, stamp.actor};
}

bool IsReported(EntryKind kind) {
  return kind == EntryKind::kCharge || kind == EntryKind::kPayment || kind == EntryKind::kCredit;
}

Entry EntryOf(const Fact& fact, const Stamp& stamp) {
  Entry entry;
  entry.id = fact.id;
  entry.external_ref = fact.external_ref;
  entry.kind = fact.kind;
  entry.value_date = fact.value_date;
  entry.booked_time = stamp.now;
  entry.amount = fact.amount;
  entry.bucket = fact.bucket;
  entry.reason = fact.reason;
  entry.actor = stamp.actor;
  entry.content = fact.content;
  return entry;
}

Entry EntryOf(const Reversal& reversal, const Entry& reversed, const Stamp& stamp) {
  Entry entry;
  entry.id = reversal.id;
  entry.external_ref = reversal.external_ref;
  entry.kind = EntryKind::kReversal;
  entry.value_date = reversal.value_date.value_or(reversed.value_date);
  entry.booked_time = stamp.now;
  entry.amount = reversed.amount;
  entry.bucket = reversed.bucket;
  entry.reason = reversal.reason;
  entry.actor = stamp.actor;
  entry.linked = reversed.id;
  entry.content = reversal.content;
  return entry;
}

Entry EntryOf(MissingCorrection missing, const Stamp& stamp, EntryId id) {
  Entry entry;
  entry.id = id;
  entry.kind = EntryKind::kCorrection;
  entry.value_date = missing.value_date;
  entry.booked_time = stamp.now;
  entry.actor = stamp.actor;
  entry.linked = missing.corrects;
  entry.postings = std::move(missing.postings);
  return entry;
}

// The debt with these entries at the end of its journal.
Posted Append(const Debt& debt, std::vector<Entry> entries, const Position& position,
              const Stamp& stamp) {
  Posted posted{debt, std::move(entries)};
  for (const Entry& entry : posted.entries) {
    posted.debt.last_value_date = std::max(posted.debt.last_value_date, entry.value_date);
  }
  posted.debt.entry_count += static_cast<std::int64_t>(posted.entries.size());
  posted.debt.position = position;
  posted.debt.status = StatusAfterPosting(debt.status, position);
  posted.debt.updated_time = stamp.now;
  return posted;
}

// Facts that count on the ledger's latest day or later go on top of it.
absl::StatusOr<Posted> PostOnTop(const Debt& debt, std::vector<Entry> entries, const Stamp& stamp) {
  Position position = debt.position;
  for (Entry& entry : entries) {
    PARLEY_ASSIGN_OR_RETURN(Booking booking, Book(position, entry, nullptr, nullptr));
    entry.postings = std::move(booking.postings);
    position = booking.after;
  }
  return Append(debt, std::move(entries), position, stamp);
}

// Facts that count earlier take their place in the journal, and what follows them is judged anew.
absl::StatusOr<Posted> PostInPlace(const Debt& debt, std::vector<Entry> entries,
                                   std::span<const Entry> journal, const Stamp& stamp,
                                   const EntryIdSource& next_id) {
  // Judged by a part of the journal, allocations would be "corrected" into wrong ones.
  if (debt.entry_count != std::ssize(journal)) return Refuse(Reason::kRecordCorrupt);
  std::vector<Entry> whole(journal.begin(), journal.end());
  whole.insert(whole.end(), entries.begin(), entries.end());
  PARLEY_ASSIGN_OR_RETURN(Replay replay, ReplayFacts(whole));
  const std::int64_t first_new = debt.entry_count + 1;
  for (const Replayed& fact : replay.facts) {
    if (fact.number < first_new) continue;
    const auto place = static_cast<std::size_t>(fact.number - first_new);
    entries.at(place).postings = fact.postings;
    whole.at(journal.size() + place).postings = fact.postings;
  }
  PARLEY_ASSIGN_OR_RETURN(auto corrections, FindMissingCorrections(whole, replay));
  for (MissingCorrection& missing : corrections) {
    entries.push_back(EntryOf(std::move(missing), stamp, next_id()));
    entries.back().number = debt.entry_count + static_cast<std::int64_t>(entries.size());
  }
  return Append(debt, std::move(entries), replay.final_position, stamp);
}

void Number(std::vector<Entry>& entries, std::int64_t after) {
  for (Entry& entry : entries) entry.number = ++after;
}

absl::Status CheckReversible(const Entry& reversed, std::span<const Entry> journal) {
  switch (reversed.kind) {
    case EntryKind::kOpening:
      return Refuse(Reason::kOpeningNotReversible);
    case EntryKind::kReversal:
      return Refuse(Reason::kReversalNotReversible);
    case EntryKind::kCorrection:
      return Refuse(Reason::kCorrectionNotReversible);
    case EntryKind::kCharge:
    case EntryKind::kPayment:
    case EntryKind::kCredit:
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

void CheckFact(const Fact& fact, const Debt& debt, Day today, const std::string& field,
               Violations& violations) {
  RequireText(violations, field + ".external_ref", fact.external_ref, kLongestReference);
  AllowText(violations, field + ".reason", fact.reason.Reveal(), kLongestReason, Lines::kMany);
  if (!IsReported(fact.kind)) violations.Add(field + ".kind", Fault::kUnknownValue);
  // Money is spread by the debt's order: a bucket that is named and not followed would deceive.
  if (fact.kind == EntryKind::kPayment && fact.bucket.has_value()) {
    violations.Add(field + ".bucket", Fault::kUnknownValue);
  }
  if (fact.value_date > today) violations.Add(field + ".value_date", Fault::kDateInFuture);
  if (fact.value_date < debt.itemisation_date) {
    violations.Add(field + ".value_date", Fault::kDateBeforeOpening);
  }
  if (fact.amount <= 0) violations.Add(field + ".amount", Fault::kNotPositive);
  if (fact.amount > kLargestBalance) violations.Add(field + ".amount", Fault::kAmountOutOfRange);
}

void CheckReversal(const Reversal& reversal, Violations& violations) {
  AllowText(violations, "external_ref", reversal.external_ref, kLongestReference);
  AllowText(violations, "reason", reversal.reason.Reveal(), kLongestReason, Lines::kMany);
}

bool NeedsJournal(const Debt& debt, std::span<const Fact> facts) {
  Day latest = debt.last_value_date;
  for (const Fact& fact : facts) {
    if (fact.value_date < latest) return true;
    latest = fact.value_date;
  }
  return false;
}

absl::StatusOr<Posted> PostFacts(const Debt& debt, std::span<const Fact> facts,
                                 std::span<const Entry> journal, const Stamp& stamp,
                                 const EntryIdSource& next_id) {
  if (!TakesEntries(debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  const Stamp turn = InTurn(debt, stamp);
  std::vector<Entry> entries;
  entries.reserve(facts.size());
  std::transform(facts.begin(), facts.end(), std::back_inserter(entries),
                 [&](const Fact& fact) { return EntryOf(fact, turn); });
  Number(entries, debt.entry_count);
  if (!NeedsJournal(debt, facts)) return PostOnTop(debt, std::move(entries), turn);
  return PostInPlace(debt, std::move(entries), journal, turn, next_id);
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
  const Stamp turn = InTurn(debt, stamp);
  std::vector<Entry> entries = {EntryOf(reversal, *reversed, turn)};
  Number(entries, debt.entry_count);
  return PostInPlace(debt, std::move(entries), journal, turn, next_id);
}

}  // namespace parley
