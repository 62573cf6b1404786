// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_IMPORT_SESSION_H_
#define PARLEY_APPLICATION_DEBTS_IMPORT_SESSION_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "application/debts/import_batch.h"
#include "application/debts/import_debts.h"

namespace parley {

// One import on its way: rows are read, resolved to creditors, debtors and debts by one look-up a
// kind, and applied in transactions of at most Store::kMostDebtors debtors.
class ImportSession : public ImportDebts::Session {
 public:
  ImportSession(const ImportDebts::Collaborators& collaborators, const Call& call,
                ImportDebts::Options options)
      : collaborators_(collaborators), call_(call), options_(std::move(options)) {}

  absl::StatusOr<std::vector<RowVerdict>> Take(std::span<const ImportRow> rows) override;

 private:
  using Items = std::vector<ImportItem*>;
  // The debts that rows may mean: by reference, then by creditor.
  using KnownDebts = std::map<std::string, std::map<CreditorId, std::pair<DebtorId, DebtId>>>;

  // What rows say by themselves.
  absl::Status Read(const Items& items);
  absl::Status ReadDebt(ImportItem& item, const DebtRow& row);
  absl::Status ReadEntry(ImportItem& item, const EntryRow& row);
  // None for a code that is unknown and may not be created.
  absl::StatusOr<std::optional<Creditor>> FindCreditor(const std::string& code, bool may_create);
  absl::StatusOr<std::optional<Creditor>> AskForCreditor(const std::string& code);
  absl::Status MakeCreditor(const std::string& code);

  // What rows are about.
  absl::Status Resolve(const Items& items);
  absl::Status ResolveDebtors(const Items& items);
  void ResolveDebtor(ImportItem& item, const DebtorDetails& row,
                     const std::map<std::string, Debtor>& known,
                     std::map<std::string, Debtor>& made);
  absl::Status LookUpDebts(const Items& items, KnownDebts& known);
  void ResolveDebt(ImportItem& item, KnownDebts& known);
  void ResolveEntry(ImportItem& item, const EntryRow& row, const KnownDebts& known);

  // What becomes of them.
  absl::Status Write(const Items& items);
  absl::Status WriteBatch(const Items& items);
  absl::Status WriteOneByOne(const Items& items);
  absl::Status Run(const Items& items);

  const ImportDebts::Collaborators& collaborators_;
  const Call call_;
  ImportDebts::Options options_;
  std::map<std::string, Creditor> creditors_;
  // Of a rehearsal: the debtors, debts and ledgers that would have been written so far.
  std::map<std::string, Debtor> rehearsed_debtors_;
  KnownDebts rehearsed_debts_;
  ImportLedgers rehearsed_ledgers_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_IMPORT_SESSION_H_
