// SPDX-License-Identifier: Apache-2.0
#include "application/debts/post_due_interest.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "application/audit/chain.h"
#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/debt.h"
#include "domain/debt/interest_account.h"

namespace parley {
namespace {

// Journals are read together as long as they have no more entries than this.
constexpr std::int64_t kMostEntries = 10'000;

// The latest month end that is over where it is latest, and where it is earliest.
Day LastMonthEndSomewhere(absl::Time now) {
  return LastMonthEnd(absl::ToCivilDay(now, absl::FixedTimeZone(14 * 60 * 60)));
}
Day LastMonthEndEverywhere(absl::Time now) {
  return LastMonthEnd(absl::ToCivilDay(now, absl::FixedTimeZone(-12 * 60 * 60)));
}

// The store is away or full: nobody else's turn would end better.
bool EndsTheRound(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsResourceExhausted(status);
}

std::vector<DebtorId> DebtorsOf(std::span<const DueDebt> debts) {
  std::set<DebtorId> debtors;
  for (const DueDebt& due : debts) debtors.insert(due.position.debtor);
  return {debtors.begin(), debtors.end()};
}

}  // namespace

// A debt under its debtor's lock, and the month end through which its interest is to be posted.
struct PostDueInterest::Ledger {
  Debt debt;
  Day today;
  Day through;
  std::vector<Entry> journal;  // Empty when it is not needed.
};

PostDueInterest::Tally& PostDueInterest::Tally::operator+=(const Tally& more) {
  debts += more.debts;
  entries += more.entries;
  left_out += more.left_out;
  return *this;
}

absl::StatusOr<DuePage> PostDueInterest::Find(TenantId tenant, const DebtPosition& after) const {
  const absl::Time now = with_.clock.Now();
  const Day somewhere = LastMonthEndSomewhere(now);
  // For a day around a month's end it depends on the zone whether it is over; else on nothing.
  const bool depends = somewhere != LastMonthEndEverywhere(now);
  PARLEY_ASSIGN_OR_RETURN(
      DuePage page,
      with_.portfolio.FindDueDebts(
          tenant,
          {.month_end = somewhere, .after = after, .how_many = kPage, .wants_zones = depends}));
  if (!depends) return page;
  std::erase_if(page.debts, [&](const DueDebt& due) {
    return due.posted_through >= LastMonthEnd(LocalDay(with_.zones, due.time_zone, now));
  });
  return page;
}

absl::StatusOr<PostDueInterest::Tally> PostDueInterest::Post(TenantId tenant,
                                                             std::span<const DueDebt> debts) const {
  if (debts.empty()) return Tally();
  absl::StatusOr<Tally> posted = PostTogether(tenant, debts);
  if (posted.ok() || EndsTheRound(posted.status())) return posted;
  return PostOneByOne(tenant, debts);
}

absl::StatusOr<PostDueInterest::Tally> PostDueInterest::PostOneByOne(
    TenantId tenant, std::span<const DueDebt> debts) const {
  std::map<DebtorId, std::vector<DueDebt>> by_debtor;
  for (const DueDebt& due : debts) by_debtor[due.position.debtor].push_back(due);
  Tally all;
  for (const auto& [debtor, own] : by_debtor) {
    const absl::StatusOr<Tally> posted = PostTogether(tenant, own);
    if (posted.ok()) {
      all += *posted;
    } else if (EndsTheRound(posted.status())) {
      return posted.status();
    } else {
      all.left_out += std::ssize(own);
    }
  }
  return all;
}

absl::StatusOr<PostDueInterest::Tally> PostDueInterest::PostTogether(
    TenantId tenant, std::span<const DueDebt> debts) const {
  const Call call{
      .tenant = tenant, .principal = std::string(kActor), .method = std::string(kMethod)};
  Tally tally;
  const auto post = [&](UnitOfWork& store) -> absl::Status {
    Work work{call, with_.clock.Now(), store, with_.ids};
    PARLEY_ASSIGN_OR_RETURN(tally, PostUnderLocks(work, debts));
    return absl::OkStatus();
  };
  PARLEY_RETURN_IF_ERROR(with_.store.Run(tenant, DebtorsOf(debts), post));
  return tally;
}

absl::StatusOr<PostDueInterest::Tally> PostDueInterest::PostUnderLocks(
    Work& work, std::span<const DueDebt> debts) const {
  PARLEY_ASSIGN_OR_RETURN(std::vector<Ledger> ledgers, LoadLedgers(work, debts));
  Tally tally;
  Cases cases;
  for (std::span<Ledger> rest = ledgers; !rest.empty();) {
    const std::span<Ledger> part = rest.first(HowManyTogether(rest));
    PARLEY_RETURN_IF_ERROR(LoadJournals(work, part));
    for (Ledger& ledger : part) {
      PARLEY_RETURN_IF_ERROR(PostTo(work, ledger, tally, cases));
      ledger.journal = {};
    }
    rest = rest.subspan(part.size());
  }
  PARLEY_RETURN_IF_ERROR(cases.Review(work, with_.ids));
  AppendAuditRows(work, ledgers);
  return tally;
}

absl::StatusOr<std::vector<PostDueInterest::Ledger>> PostDueInterest::LoadLedgers(
    Work& work, std::span<const DueDebt> debts) const {
  std::vector<LedgerKey> keys;
  keys.reserve(debts.size());
  for (const DueDebt& due : debts) keys.push_back({due.position.debtor, due.position.debt});
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> heads, work.store.debts().FindLedgersAlone(keys));
  std::vector<Ledger> ledgers;
  ledgers.reserve(heads.size());
  for (LedgerHead& head : heads) {
    const Day today = LocalDay(with_.zones, head.time_zone, work.now);
    const Day through = LastMonthEnd(today);
    // It may have changed since it was found.
    if (IsInterestDue(head.debt, through)) {
      ledgers.push_back({std::move(head.debt), today, through, {}});
    }
  }
  return ledgers;
}

std::size_t PostDueInterest::HowManyTogether(std::span<const Ledger> ledgers) {
  std::int64_t entries = 0;
  std::size_t count = 0;
  for (const Ledger& ledger : ledgers) {
    if (NeedsJournalForInterest(ledger.debt)) entries += ledger.debt.entry_count;
    if (count > 0 && entries > kMostEntries) break;
    ++count;
  }
  return count;
}

absl::Status PostDueInterest::LoadJournals(Work& work, std::span<Ledger> ledgers) {
  std::vector<LedgerKey> keys;
  for (const Ledger& ledger : ledgers) {
    if (NeedsJournalForInterest(ledger.debt)) keys.push_back({ledger.debt.debtor, ledger.debt.id});
  }
  if (keys.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(auto journals, work.store.debts().Journals(keys));
  auto next = journals.begin();
  for (Ledger& ledger : ledgers) {
    if (NeedsJournalForInterest(ledger.debt)) ledger.journal = std::move(*next++);
  }
  return absl::OkStatus();
}

absl::Status PostDueInterest::PostTo(Work& work, const Ledger& ledger, Tally& tally,
                                     Cases& cases) const {
  const Stamp stamp{work.now, ledger.today, work.call.principal};
  absl::StatusOr<Posted> posted = PostInterest(ledger.debt, ledger.through, ledger.journal, stamp,
                                               [&] { return EntryId(with_.ids.Next()); });
  if (!posted.ok()) {
    if (!IsRefusal(posted.status())) return std::move(posted).status();
    ++tally.left_out;
    return absl::OkStatus();
  }
  PARLEY_RETURN_IF_ERROR(RecordPostedAlone(work, with_.ids, ledger.debt, *posted));
  cases.Note(ledger.debt, posted->debt);
  ++tally.debts;
  tally.entries += std::ssize(posted->entries);
  return absl::OkStatus();
}

void PostDueInterest::AppendAuditRows(Work& work, std::span<const Ledger> ledgers) const {
  std::map<Day, Fingerprint> contents;
  std::set<DebtorId> done;
  for (const Ledger& ledger : ledgers) {
    const DebtorId debtor = ledger.debt.debtor;
    if (!work.store.Changes(debtor) || !done.insert(debtor).second) continue;
    const auto [content, is_new] = contents.try_emplace(ledger.through);
    if (is_new) content->second = with_.fingerprints.Of(FormatDay(ledger.through));
    AppendAudit(work, debtor, content->second, with_.seal);
  }
}

}  // namespace parley
