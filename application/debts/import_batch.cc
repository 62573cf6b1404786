// SPDX-License-Identifier: Apache-2.0
#include "application/debts/import_batch.h"

#include <array>
#include <set>
#include <utility>

#include "application/audit/chain.h"
#include "application/debts/content.h"
#include "application/debts/events.h"
#include "application/debts/import_rows.h"
#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

void ImportItem::Judge(ImportOutcome outcome, EntryId entry) {
  verdict.outcome = outcome;
  verdict.refusal = absl::OkStatus();
  verdict.debtor = debtor;
  verdict.debt = debt;
  verdict.entry = entry;
  judged = true;
}

void ImportItem::Refuse(absl::Status refusal) {
  Judge(ImportOutcome::kRefused);
  verdict.refusal = std::move(refusal);
}

Stamp ImportBatch::StampFor(const std::string& time_zone) const {
  return {work_.now, LocalDay(collaborators_.zones, time_zone, work_.now), work_.call.principal};
}

absl::Status ImportBatch::Apply(std::span<ImportItem* const> items) {
  PARLEY_RETURN_IF_ERROR(LoadLedgers(items));
  PARLEY_RETURN_IF_ERROR(LoadHolds(items));
  for (ImportItem* item : items) {
    const EntryRow* entry = std::get_if<EntryRow>(&item->row->row);
    absl::Status status = entry == nullptr ? ApplyDebt(*item) : ApplyEntry(*item, *entry);
    if (status.ok()) continue;
    if (!IsRefusal(status)) return status;
    item->Refuse(std::move(status));
  }
  return absl::OkStatus();
}

absl::Status ImportBatch::LoadLedgers(std::span<ImportItem* const> items) {
  std::map<DebtId, LedgerProbe> probes;
  for (const ImportItem* item : items) {
    // A rehearsal keeps its ledgers: of one that was stored before, later rows name other entries.
    const auto kept = ledgers_.find(item->debt);
    if (kept != ledgers_.end() && kept->second.fresh) continue;
    LedgerProbe& probe =
        probes.try_emplace(item->debt, LedgerProbe{item->debtor, item->debt, {}}).first->second;
    const EntryRow* entry = std::get_if<EntryRow>(&item->row->row);
    if (entry != nullptr) probe.entry_refs.push_back(entry->entry_ref);
  }
  if (probes.empty()) return absl::OkStatus();
  std::vector<LedgerProbe> asked;
  asked.reserve(probes.size());
  for (auto& [debt, probe] : probes) asked.push_back(std::move(probe));
  PARLEY_ASSIGN_OR_RETURN(auto heads, work_.store.debts().FindLedgers(asked));
  for (LedgerHead& head : heads) {
    ImportLedger& ledger =
        ledgers_.try_emplace(head.debt.id, head.debt, head.time_zone, false).first->second;
    for (Entry& entry : head.known) {
      std::string reference = entry.external_ref;
      ledger.known.emplace(std::move(reference), std::move(entry));
    }
  }
  return absl::OkStatus();
}

absl::Status ImportBatch::LoadHolds(std::span<ImportItem* const> items) {
  std::set<DebtorId> debtors;
  for (const ImportItem* item : items) {
    const EntryRow* entry = std::get_if<EntryRow>(&item->row->row);
    const bool pays = entry != nullptr && entry->kind == EntryKind::kPayment;
    const bool fresh = item->placement.has_value() && !ledgers_.contains(item->debt);
    if ((fresh || pays) && !item->new_debtor.has_value()) debtors.insert(item->debtor);
  }
  if (debtors.empty()) return absl::OkStatus();
  const std::vector<DebtorId> asked(debtors.begin(), debtors.end());
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work_.store.holds().OfAll(asked));
  for (const Hold& hold : holds) holds_[hold.debtor].push_back(hold);
  return absl::OkStatus();
}

absl::Status ImportBatch::ApplyDebt(ImportItem& item) {
  Placement& placement = *item.placement;
  const auto existing = ledgers_.find(item.debt);
  if (existing != ledgers_.end()) {
    if (existing->second.debt.content != placement.content) {
      return Refuse(Reason::kDebtAlreadyPlaced);
    }
    item.Judge(ImportOutcome::kDuplicate);
    return absl::OkStatus();
  }
  // An earlier row of the batch asked for the reference on behalf of another debtor, and was
  // refused: whose debt it is, is not guessed, and only that debtor is locked.
  if (placement.debtor != item.debtor) return Refuse(Reason::kDebtAlreadyPlaced);
  const Stamp stamp = StampFor(item.time_zone);
  Violations violations;
  CheckDebtRow(placement, stamp.today, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  placement.rules.freezes = InterestFreezes(holds_[item.debtor], item.debt);
  PARLEY_ASSIGN_OR_RETURN(Posted posted, OpenDebt(placement, stamp, [&] {
                            return EntryId(collaborators_.ids.Next());
                          }));
  ImportLedger ledger(posted.debt, item.time_zone, true);
  ledger.journal = posted.entries;
  ledger.entries = std::move(posted.entries);
  ledgers_.emplace(item.debt, std::move(ledger));
  item.Judge(ImportOutcome::kPlaced);
  return absl::OkStatus();
}

absl::Status ImportBatch::ApplyEntry(ImportItem& item, const EntryRow& row) {
  const auto found = ledgers_.find(item.debt);
  if (found == ledgers_.end()) return Refuse(Reason::kDebtNotFound);
  ImportLedger& ledger = found->second;
  PARLEY_RETURN_IF_ERROR(CheckKept(work_, ledger.debt));
  Violations violations;
  Fact fact = ReadEntryRow(row, ledger.debt.currency, violations);
  const Day today = StampFor(ledger.time_zone).today;
  Violations more;
  CheckFact(fact, ledger.debt, today, "entry", more);
  // What was charged before the debt was placed was charged elsewhere, by rules that are not ours.
  const Day placed = LocalDay(collaborators_.zones, ledger.time_zone, ledger.debt.created_time);
  if (fact.value_date >= placed) CheckCharge(fact, "entry.bucket", more);
  AddOnce(violations, more);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  fact.content = ContentOf(collaborators_.fingerprints, fact);
  const auto known = ledger.known.find(fact.external_ref);
  if (known != ledger.known.end()) {
    if (known->second.content != fact.content) return Refuse(Reason::kEntryAlreadyPosted);
    item.Judge(ImportOutcome::kDuplicate, known->second.id);
    return absl::OkStatus();
  }
  if (fact.kind == EntryKind::kPayment) {
    PARLEY_RETURN_IF_ERROR(TakesMoneyToday(holds_[item.debtor], item.debt, today));
  }
  return PostEntry(item, ledger, std::move(fact));
}

absl::Status ImportBatch::PostEntry(ImportItem& item, ImportLedger& ledger, Fact fact) {
  fact.id = EntryId(collaborators_.ids.Next());
  const std::array facts = {std::move(fact)};
  if (NeedsJournal(ledger.debt, facts) && !ledger.journal.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(ledger.journal, work_.store.debts().Journal(item.debtor, item.debt));
    ledger.journal->insert(ledger.journal->end(), ledger.entries.begin(), ledger.entries.end());
  }
  const std::vector<Entry>& journal = ledger.journal.has_value() ? *ledger.journal : ledger.entries;
  PARLEY_ASSIGN_OR_RETURN(const Posted posted,
                          PostFacts(ledger.debt, facts, journal, StampFor(ledger.time_zone),
                                    [&] { return EntryId(collaborators_.ids.Next()); }));
  ledger.debt = posted.debt;
  const Entry& booked = EntryIn(posted, facts.front().id);
  ledger.known.emplace(booked.external_ref, booked);
  ledger.entries.insert(ledger.entries.end(), posted.entries.begin(), posted.entries.end());
  if (ledger.journal.has_value()) {
    ledger.journal->insert(ledger.journal->end(), posted.entries.begin(), posted.entries.end());
  }
  item.Judge(ImportOutcome::kPosted, booked.id);
  return absl::OkStatus();
}

absl::Status ImportBatch::Record(std::span<ImportItem* const> items) {
  std::map<DebtorId, CanonicalContent> contents;
  for (const ImportItem* item : items) {
    const bool placed = item->verdict.outcome == ImportOutcome::kPlaced;
    if (!placed && item->verdict.outcome != ImportOutcome::kPosted) continue;
    const bool first = contents.try_emplace(item->debtor).second;
    if (first && item->new_debtor.has_value()) work_.store.debtors().Add(*item->new_debtor);
    const auto& ledger = ledgers_.at(item->debt);
    const EntryRow* entry = std::get_if<EntryRow>(&item->row->row);
    contents[item->debtor].Add(BytesOf(
        entry == nullptr ? ledger.debt.content : ledger.known.at(entry->entry_ref).content));
  }
  Cases cases;
  for (auto& [id, ledger] : ledgers_) {
    if (!ledger.fresh && ledger.entries.empty()) continue;
    RecordLedger(ledger);
    cases.Note(ledger.before, ledger.debt);
  }
  PARLEY_RETURN_IF_ERROR(cases.Review(work_, collaborators_.ids));
  for (const auto& [debtor, content] : contents) {
    AppendAudit(work_, debtor, collaborators_.fingerprints.Of(content.text()), collaborators_.seal);
  }
  return absl::OkStatus();
}

void ImportBatch::RecordLedger(ImportLedger& ledger) {
  if (!ledger.fresh) {
    Posted posted{ledger.debt, ledger.entries};
    RecordPosted(work_, collaborators_.ids, ledger.before, posted);
    return;
  }
  ledger.debt.revision = work_.NextRevision(ledger.debt.debtor);
  work_.store.debts().Add(ledger.debt);
  work_.store.debts().Append(ledger.debt, ledger.entries);
  TellPlaced(work_, collaborators_.ids, ledger.before);
  // The opening was told with the placement; what came on top of it is told as it is anywhere.
  Posted posted{ledger.debt, ledger.entries};
  if (ledger.before.entry_count > 0) posted.entries.erase(posted.entries.begin());
  TellPosted(work_, collaborators_.ids, ledger.before, posted);
}

}  // namespace parley
