// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DEBTS_H_
#define PARLEY_APPLICATION_PORTS_DEBTS_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"

namespace parley {

// Asks for a debt and for those of its entries that have one of these references. Most postings
// need not know what the creditor sets.
struct LedgerProbe {
  DebtorId debtor;
  DebtId debt;
  std::vector<std::string> entry_refs;
  bool wants_settings = false;
};

// Names a ledger among those of a tenant.
struct LedgerKey {
  DebtorId debtor;
  DebtId debt;
};

// What posting to a debt needs to know.
struct LedgerHead {
  Debt debt;
  std::string time_zone;           // Of the debtor, or else of the creditor.
  std::vector<Entry> known;        // The entries with the references that were asked for.
  CreditorSettings settings = {};  // The creditor's; empty unless they were asked for.
};

// The debts and journals of the debtors whose locks a unit of work holds. What is added, replaced
// or appended is written at the commit, which reports a conflict: DEBT_ALREADY_PLACED for an id or
// a creditor's reference that is taken, ENTRY_ALREADY_POSTED for an entry's.
class Debts {
 public:
  virtual ~Debts() = default;

  // The debts that exist, in any order, by one statement however many are asked for.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<LedgerHead>> FindLedgers(
      std::span<const LedgerProbe> probes) = 0;

  // The debts that exist, in any order, by one statement, each as LedgerAlone leaves it: what is
  // posted to it is written by ReplaceStanding. Nobody's words are read, let alone decrypted.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<LedgerHead>> FindLedgersAlone(
      std::span<const LedgerKey> ledgers) = 0;

  // All debts of a debtor, each with its entry of that reference if one is given and there is one;
  // in the order of ids, by one statement. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<LedgerHead>> FindLedgersOf(DebtorId debtor,
                                                                const std::string& entry_ref) = 0;

  // A debt's whole journal in the order of booking; empty for an unknown debt.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<Entry>> Journal(DebtorId debtor, DebtId debt) = 0;
  // The same of many debts, in the order in which they are asked for, by one statement.
  virtual absl::StatusOr<std::vector<std::vector<Entry>>> Journals(
      std::span<const LedgerKey> ledgers) = 0;

  virtual void Add(const Debt& debt) = 0;
  // Writes what changes in a debt's life: status and its reason, position, journal marks, revision.
  // The commit reports WRITE_CONFLICT unless the stored revision is below this one.
  virtual void Replace(const Debt& debt) = 0;
  // The same where nothing changed but what CopyStanding copies: all else stays as it is stored.
  virtual void ReplaceStanding(const Debt& debt) = 0;
  virtual void Append(const Debt& debt, std::span<const Entry> entries) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DEBTS_H_
