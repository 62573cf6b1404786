// SPDX-License-Identifier: Apache-2.0
#include "application/debts/import_session.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

#include "application/debts/content.h"
#include "application/debts/import_rows.h"
#include "application/local_day.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/debt/creditor.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

// Those that still wait for their verdict.
std::vector<ImportItem*> Unjudged(const std::vector<ImportItem*>& items) {
  std::vector<ImportItem*> waiting;
  std::copy_if(items.begin(), items.end(), std::back_inserter(waiting),
               [](const ImportItem* item) { return !item->judged; });
  return waiting;
}

// Another writer was faster.
bool IsConflict(const absl::Status& status) {
  return absl::IsAlreadyExists(status) || absl::IsAborted(status);
}

const DebtRow* DebtRowOf(const ImportItem& item) { return std::get_if<DebtRow>(&item.row->row); }
const EntryRow* EntryRowOf(const ImportItem& item) { return std::get_if<EntryRow>(&item.row->row); }

}  // namespace

absl::StatusOr<std::vector<RowVerdict>> ImportSession::Take(std::span<const ImportRow> rows) {
  std::vector<ImportItem> items(rows.size());
  Items all;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    items[at].row = &rows[at];
    items[at].verdict.number = rows[at].number;
    all.push_back(&items[at]);
  }
  PARLEY_RETURN_IF_ERROR(Read(all));
  PARLEY_RETURN_IF_ERROR(Resolve(Unjudged(all)));
  PARLEY_RETURN_IF_ERROR(Write(Unjudged(all)));
  std::vector<RowVerdict> verdicts;
  verdicts.reserve(items.size());
  for (ImportItem& item : items) {
    const bool written = item.verdict.outcome == ImportOutcome::kPlaced ||
                         item.verdict.outcome == ImportOutcome::kPosted;
    if (options_.validate_only && written) item.verdict.outcome = ImportOutcome::kValid;
    verdicts.push_back(std::move(item.verdict));
  }
  return verdicts;
}

absl::Status ImportSession::Read(const Items& items) {
  for (ImportItem* item : items) {
    Violations violations;
    for (const Violation& violation : item->row->violations) {
      violations.Add(violation.field, violation.fault);
    }
    if (!violations.empty()) {
      item->Refuse(violations.ToStatus());
    } else if (const DebtRow* row = DebtRowOf(*item)) {
      PARLEY_RETURN_IF_ERROR(ReadDebt(*item, *row));
    } else {
      PARLEY_RETURN_IF_ERROR(ReadEntry(*item, *EntryRowOf(*item)));
    }
  }
  return absl::OkStatus();
}

absl::Status ImportSession::ReadDebt(ImportItem& item, const DebtRow& row) {
  Violations violations;
  RequireText(violations, "debt.creditor_code", row.creditor_code, kLongestReference);
  Placement placement = ReadDebtRow(row, violations);
  // Which days lie in the future is for the debtor's zone to say, later.
  CheckDebtRow(placement, Day::max(), violations);
  const Debtor debtor = MakeDebtor({}, row.debtor, collaborators_.clock.Now());
  CheckDebtor(debtor, "debt.debtor", violations);
  if (row.debtor.external_refs.empty()) {
    violations.Add("debt.debtor.external_ref", Fault::kRequired);
  }
  CheckTimeZone(collaborators_.zones, debtor.time_zone, "debt.debtor.time_zone", violations);
  if (!violations.empty()) {
    item.Refuse(violations.ToStatus());
    return absl::OkStatus();
  }
  PARLEY_ASSIGN_OR_RETURN(const auto creditor,
                          FindCreditor(row.creditor_code, options_.create_creditors));
  if (!creditor.has_value()) {
    item.Refuse(Refuse(Reason::kCreditorNotFound));
    return absl::OkStatus();
  }
  placement.creditor = creditor->id;
  item.time_zone = debtor.time_zone.empty() ? creditor->time_zone : debtor.time_zone;
  item.placement = std::move(placement);
  return absl::OkStatus();
}

absl::Status ImportSession::ReadEntry(ImportItem& item, const EntryRow& row) {
  Violations violations;
  AllowText(violations, "entry.creditor_code", row.creditor_code, kLongestReference);
  RequireText(violations, "entry.external_ref", row.external_ref, kLongestReference);
  RequireText(violations, "entry.entry_ref", row.entry_ref, kLongestReference);
  if (!violations.empty()) {
    item.Refuse(violations.ToStatus());
    return absl::OkStatus();
  }
  if (row.creditor_code.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const auto creditor, FindCreditor(row.creditor_code, false));
  if (!creditor.has_value()) item.Refuse(Refuse(Reason::kCreditorNotFound));
  return absl::OkStatus();
}

absl::StatusOr<std::optional<Creditor>> ImportSession::FindCreditor(const std::string& code,
                                                                    bool may_create) {
  const auto cached = creditors_.find(code);
  if (cached != creditors_.end()) return cached->second;
  PARLEY_ASSIGN_OR_RETURN(std::optional<Creditor> creditor, AskForCreditor(code));
  if (!creditor.has_value() && may_create) {
    const absl::Status made = MakeCreditor(code);
    // Someone else may have made it in between; a code that is malformed stays unknown.
    if (!made.ok() && !absl::IsAlreadyExists(made) && !absl::IsInvalidArgument(made)) return made;
    if (creditors_.contains(code)) return creditors_.at(code);
    PARLEY_ASSIGN_OR_RETURN(creditor, AskForCreditor(code));
  }
  if (creditor.has_value()) creditors_.emplace(code, *creditor);
  return creditor;
}

absl::StatusOr<std::optional<Creditor>> ImportSession::AskForCreditor(const std::string& code) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<Creditor> found,
                          collaborators_.directory.ListCreditors(call_.tenant, {}, 1, code));
  if (found.empty()) return std::optional<Creditor>();
  return std::optional<Creditor>(std::move(found.front()));
}

absl::Status ImportSession::MakeCreditor(const std::string& code) {
  Call call = call_;
  call.validate_only = options_.validate_only;
  const CreateCreditor::Command command{
      .id = CreditorId(collaborators_.ids.Next()),
      .code = code,
      .display_name = code,
      .time_zone = options_.creditor_time_zone.empty() ? "UTC" : options_.creditor_time_zone};
  const auto keep = [&](const Creditor& creditor) {
    creditors_.insert_or_assign(code, creditor);
    return std::string();
  };
  const absl::StatusOr<Answer> made = collaborators_.create_creditor.Handle(call, command, keep);
  if (!made.ok()) creditors_.erase(code);
  return made.status();
}

absl::Status ImportSession::Resolve(const Items& items) {
  PARLEY_RETURN_IF_ERROR(ResolveDebtors(items));
  KnownDebts written;
  KnownDebts& known = options_.validate_only ? rehearsed_debts_ : written;
  PARLEY_RETURN_IF_ERROR(LookUpDebts(items, known));
  for (ImportItem* item : items) {
    if (item->judged) continue;
    if (const EntryRow* row = EntryRowOf(*item)) {
      ResolveEntry(*item, *row, known);
    } else {
      ResolveDebt(*item, known);
    }
  }
  return absl::OkStatus();
}

absl::Status ImportSession::ResolveDebtors(const Items& items) {
  std::vector<std::string> references;
  for (const ImportItem* item : items) {
    if (const DebtRow* row = DebtRowOf(*item)) {
      references.push_back(row->debtor.external_refs.front());
    }
  }
  if (references.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Debtor> found,
                          collaborators_.directory.FindDebtors(call_.tenant, references));
  std::map<std::string, Debtor> known;
  for (const Debtor& debtor : found) {
    for (const std::string& reference : debtor.external_refs) known.emplace(reference, debtor);
  }
  std::map<std::string, Debtor> written;
  auto& made = options_.validate_only ? rehearsed_debtors_ : written;
  for (ImportItem* item : items) {
    if (const DebtRow* row = DebtRowOf(*item)) ResolveDebtor(*item, row->debtor, known, made);
  }
  return absl::OkStatus();
}

void ImportSession::ResolveDebtor(ImportItem& item, const DebtorDetails& row,
                                  const std::map<std::string, Debtor>& known,
                                  std::map<std::string, Debtor>& made) {
  const std::string& reference = row.external_refs.front();
  const auto existing = known.find(reference);
  if (existing == known.end()) {
    const DebtorId id(collaborators_.ids.Next());
    const auto [entry, fresh] =
        made.try_emplace(reference, MakeDebtor(id, row, collaborators_.clock.Now()));
    item.new_debtor = entry->second;
  }
  const Debtor& debtor = existing == known.end() ? *item.new_debtor : existing->second;
  if (IsErased(debtor)) return item.Refuse(Refuse(Reason::kDebtorNotFound));
  item.debtor = debtor.id;
  item.region = debtor.region;
  item.verdict.warnings = DifferencesFrom(debtor, row);
  if (!debtor.time_zone.empty()) item.time_zone = debtor.time_zone;
}

absl::Status ImportSession::LookUpDebts(const Items& items, KnownDebts& known) {
  std::vector<DebtReference> references;
  for (ImportItem* item : items) {
    const EntryRow* entry = EntryRowOf(*item);
    if (entry == nullptr) {
      references.push_back({item->placement->creditor, item->placement->external_ref});
    } else {
      references.push_back({std::nullopt, entry->external_ref});
    }
  }
  if (references.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<KnownDebt> found,
                          collaborators_.portfolio.FindDebts(call_.tenant, references));
  for (const KnownDebt& debt : found) {
    known[debt.external_ref][debt.creditor] = {debt.debtor, debt.debt};
  }
  return absl::OkStatus();
}

void ImportSession::ResolveDebt(ImportItem& item, KnownDebts& known) {
  Placement& placement = *item.placement;
  const DebtorId row_debtor = item.debtor;
  const DebtId fresh(collaborators_.ids.Next());
  const auto [entry, is_new] = known[placement.external_ref].try_emplace(
      placement.creditor, std::make_pair(row_debtor, fresh));
  // The lock to take is that of the debtor who has the debt; the content tells a conflict.
  std::tie(item.debtor, item.debt) = entry->second;
  placement.debtor = row_debtor;
  placement.id = item.debt;
  placement.content = ContentOf(collaborators_.fingerprints, placement);
  SetRules(placement, creditors_.at(DebtRowOf(item)->creditor_code).settings, item.region);
}

void ImportSession::ResolveEntry(ImportItem& item, const EntryRow& row, const KnownDebts& known) {
  const auto matches = known.find(row.external_ref);
  if (matches == known.end()) return item.Refuse(Refuse(Reason::kDebtNotFound));
  auto match = matches->second.begin();
  if (!row.creditor_code.empty()) {
    match = matches->second.find(creditors_.at(row.creditor_code).id);
  } else if (matches->second.size() > 1) {
    return item.Refuse(Refuse(Reason::kReferenceAmbiguous));
  }
  if (match == matches->second.end()) return item.Refuse(Refuse(Reason::kDebtNotFound));
  std::tie(item.debtor, item.debt) = match->second;
}

absl::Status ImportSession::Write(const Items& items) {
  Items batch;
  std::map<DebtorId, Items> by_debtor;
  for (ImportItem* item : items) by_debtor[item->debtor].push_back(item);
  std::size_t debtors = 0;
  for (const auto& [debtor, rows] : by_debtor) {
    batch.insert(batch.end(), rows.begin(), rows.end());
    if (++debtors % Store::kMostDebtors != 0 && debtors != by_debtor.size()) continue;
    PARLEY_RETURN_IF_ERROR(WriteBatch(batch));
    batch.clear();
  }
  return absl::OkStatus();
}

// A batch that meets another writer is run again debtor by debtor.
absl::Status ImportSession::WriteBatch(const Items& items) {
  absl::Status done = Run(items);
  return IsConflict(done) ? WriteOneByOne(items) : done;
}

absl::Status ImportSession::WriteOneByOne(const Items& items) {
  for (ImportItem* item : items) item->judged = false;
  std::map<DebtorId, Items> groups;
  for (ImportItem* item : items) groups[item->debtor].push_back(item);
  for (const auto& [debtor, rows] : groups) {
    for (ImportItem* item : rows) item->new_debtor.reset();
    PARLEY_RETURN_IF_ERROR(Resolve(rows));
    const Items resolved = Unjudged(rows);
    absl::Status done = resolved.empty() ? absl::OkStatus() : Run(resolved);
    if (done.ok()) continue;
    if (!IsConflict(done)) return done;
    for (ImportItem* item : resolved) item->Refuse(done);
  }
  return absl::OkStatus();
}

absl::Status ImportSession::Run(const Items& items) {
  std::vector<DebtorId> debtors;
  for (const ImportItem* item : items) debtors.push_back(item->debtor);
  std::sort(debtors.begin(), debtors.end());
  debtors.erase(std::unique(debtors.begin(), debtors.end()), debtors.end());
  bool rehearsed = false;
  const auto work_on = [&](UnitOfWork& store) -> absl::Status {
    Work work{call_, collaborators_.clock.Now(), store, collaborators_.ids};
    ImportLedgers fresh_ledgers;
    ImportLedgers& ledgers = options_.validate_only ? rehearsed_ledgers_ : fresh_ledgers;
    ImportBatch batch(collaborators_, work, ledgers);
    PARLEY_RETURN_IF_ERROR(batch.Apply(items));
    rehearsed = options_.validate_only;
    if (rehearsed) return absl::CancelledError("rehearsal");
    return batch.Record(items);
  };
  const absl::Status done = collaborators_.store.Run(call_.tenant, debtors, work_on);
  return rehearsed ? absl::OkStatus() : done;
}

absl::StatusOr<std::unique_ptr<ImportDebts::Session>> ImportDebts::Open(
    const Call& call, const Options& options) const {
  Violations violations;
  CheckTimeZone(collaborators_.zones, options.creditor_time_zone, "options.creditor_time_zone",
                violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  return std::make_unique<ImportSession>(collaborators_, call, options);
}

}  // namespace parley
