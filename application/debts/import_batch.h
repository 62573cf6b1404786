// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_IMPORT_BATCH_H_
#define PARLEY_APPLICATION_DEBTS_IMPORT_BATCH_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "application/debts/import_debts.h"
#include "application/mutations.h"
#include "domain/debt/debt.h"
#include "domain/debt/hold.h"

namespace parley {

// A row on its way: read, resolved to what it is about, and at last judged.
struct ImportItem {
  const ImportRow* row = nullptr;
  std::optional<Placement> placement;  // Of a debt's row that reads well.
  std::optional<Debtor> new_debtor;    // To be created with the first debt that is placed.
  std::string time_zone;               // That dates the ledger of a debt that is new.
  std::string region;                  // Of the debtor; may be empty.
  DebtorId debtor;                     // Nil until resolved.
  DebtId debt;
  RowVerdict verdict;
  bool judged = false;

  void Judge(ImportOutcome outcome, EntryId entry = {});
  void Refuse(absl::Status refusal);
};

// A debt's ledger while rows are applied to it.
struct ImportLedger {
  ImportLedger(const Debt& opened, std::string zone, bool is_fresh)
      : before(opened), debt(opened), fresh(is_fresh), time_zone(std::move(zone)) {}

  Debt before;
  Debt debt;
  bool fresh;  // Placed by this import.
  std::string time_zone;
  std::map<std::string, Entry> known;  // By reference.
  std::vector<Entry> entries;          // New ones.
  std::optional<std::vector<Entry>> journal;
};
using ImportLedgers = std::map<DebtId, ImportLedger>;

// Applies rows to the ledgers of the debtors that a unit of work has locked, and records what they
// change. Rows that are refused leave the others alone.
class ImportBatch {
 public:
  ImportBatch(const ImportDebts::Collaborators& collaborators, Work& work, ImportLedgers& ledgers)
      : collaborators_(collaborators), work_(work), ledgers_(ledgers) {}

  // Errors: those of the store alone.
  absl::Status Apply(std::span<ImportItem* const> items);

  // Records what Apply changed: debts, entries, events, what waits for people, and an audit row a
  // debtor. Errors: those of the store alone.
  absl::Status Record(std::span<ImportItem* const> items);

 private:
  absl::Status LoadLedgers(std::span<ImportItem* const> items);
  // The holds of the debtors who are known and get a debt, or whose debt gets money.
  absl::Status LoadHolds(std::span<ImportItem* const> items);
  absl::Status ApplyDebt(ImportItem& item);
  absl::Status ApplyEntry(ImportItem& item, const EntryRow& row);
  absl::Status PostEntry(ImportItem& item, ImportLedger& ledger, Fact fact);
  Stamp StampFor(const std::string& time_zone) const;
  void RecordLedger(ImportLedger& ledger);

  const ImportDebts::Collaborators& collaborators_;
  Work& work_;
  ImportLedgers& ledgers_;
  std::map<DebtorId, std::vector<Hold>> holds_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_IMPORT_BATCH_H_
