// SPDX-License-Identifier: Apache-2.0
#include "application/debts/post_entries.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "application/debts/content.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/fee_guard.h"
#include "domain/debt/payment.h"

namespace parley {
namespace {

std::string PathOf(std::size_t at) { return absl::StrCat("entries[", at, "]"); }

absl::Status CheckEntries(const PostEntries::Command& command, const std::vector<Fact>& facts,
                          const Debt& debt, Day today) {
  Violations violations;
  std::set<std::string> seen;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    CheckFact(facts[at], debt, today, PathOf(at), violations);
    CheckCharge(facts[at], PathOf(at) + ".bucket", violations);
    if (command.entries[at].amount.currency() != debt.currency) {
      violations.Add(PathOf(at) + ".amount.currency_code", Fault::kCurrencyMismatch);
    }
    if (!seen.insert(facts[at].external_ref).second) {
      violations.Add(PathOf(at) + ".external_ref", Fault::kDuplicate);
    }
  }
  return violations.ToStatus();
}

bool Have(const std::vector<Fact>& facts, EntryKind kind) {
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return fact.kind == kind; });
}

const Entry* FindKnown(const std::vector<Entry>& known, const std::string& external_ref) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const Entry& entry) {
    return entry.external_ref == external_ref;
  });
  return found == known.end() ? nullptr : &*found;
}

// The facts that the journal does not have yet. Errors: ENTRY_ALREADY_POSTED.
absl::StatusOr<std::vector<Fact>> NewFacts(const std::vector<Fact>& facts,
                                           const std::vector<Entry>& known) {
  std::vector<Fact> fresh;
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const Entry* entry = FindKnown(known, facts[at].external_ref);
    if (entry == nullptr) {
      fresh.push_back(facts[at]);
    } else if (entry->content != facts[at].content) {
      return Refuse(Reason::kEntryAlreadyPosted, {}, {{"entry", PathOf(at)}});
    }
  }
  return fresh;
}

// Money goes to no debt for which it is kept apart, and fees to none that they may not be charged
// to.
absl::Status Guard(Work& work, const LedgerHead& head, std::vector<Fact>& facts, Day today) {
  const bool fees = Have(facts, EntryKind::kFee);
  const bool money = Have(facts, EntryKind::kPayment);
  if (!fees && !money) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(std::vector<Hold> holds, work.store.holds().Of(head.debt.debtor));
  if (money) PARLEY_RETURN_IF_ERROR(TakesMoneyToday(holds, head.debt.id, today));
  if (!fees) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Payment> announced,
                          work.store.payments().AnnouncedOf(head.debt.debtor));
  const std::vector<Hold> in_flight = HoldsInFlight(announced, today);
  holds.insert(holds.end(), in_flight.begin(), in_flight.end());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(head.debt.debtor, head.debt.id));
  return GuardFees(facts, head.debt, {head.settings, journal, holds, today});
}

}  // namespace

absl::StatusOr<Answer> PostEntries::Handle(const Call& call, const Command& command,
                                           Encode<Result> encode) const {
  const auto decide = [&](Work& work) { return Post(work, command); };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

std::vector<Fact> PostEntries::FactsOf(const Command& command) const {
  std::vector<Fact> facts;
  facts.reserve(command.entries.size());
  for (const NewEntry& entry : command.entries) {
    facts.push_back({.id = entry.id.value_or(EntryId(ids_.Next())),
                     .external_ref = entry.external_ref,
                     .kind = entry.kind,
                     .value_date = entry.value_date,
                     .amount = entry.amount.minor_units(),
                     .bucket = entry.bucket,
                     .order = entry.order,
                     .reason = entry.reason,
                     .fee = entry.fee});
    facts.back().content = ContentOf(fingerprints_, facts.back());
  }
  return facts;
}

absl::StatusOr<PostEntries::Result> PostEntries::Post(Work& work, const Command& command) const {
  const std::vector<Fact> facts = FactsOf(command);
  LedgerProbe probe{command.debtor, command.debt, {}, Have(facts, EntryKind::kFee)};
  std::transform(facts.begin(), facts.end(), std::back_inserter(probe.entry_refs),
                 [](const Fact& fact) { return fact.external_ref; });
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, probe));
  const Day today = LocalDay(zones_, head.time_zone, work.now);
  PARLEY_RETURN_IF_ERROR(CheckEntries(command, facts, head.debt, today));
  PARLEY_ASSIGN_OR_RETURN(std::vector<Fact> fresh, NewFacts(facts, head.known));
  Posted posted{head.debt, {}};
  if (!fresh.empty()) {
    PARLEY_RETURN_IF_ERROR(Guard(work, head, fresh, today));
    const Stamp stamp{work.now, today, work.call.principal};
    PARLEY_ASSIGN_OR_RETURN(posted, BookFacts(work, ids_, head.debt, fresh, stamp));
    PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
    // A rehearsal leaves the etag as it stands.
    if (!work.call.validate_only) {
      RecordPosted(work, ids_, head.debt, posted);
      PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, posted.debt));
    }
  }
  Result result{posted.debt, {}};
  for (const Fact& fact : facts) {
    const Entry* entry = FindKnown(head.known, fact.external_ref);
    if (entry == nullptr) entry = FindKnown(posted.entries, fact.external_ref);
    result.entries.push_back(*entry);
  }
  return result;
}

}  // namespace parley
