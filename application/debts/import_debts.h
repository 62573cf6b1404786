// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_IMPORT_DEBTS_H_
#define PARLEY_APPLICATION_DEBTS_IMPORT_DEBTS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/creditors/create_creditor.h"
#include "application/debtors/create_debtor.h"
#include "application/ports/directory.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/portfolio.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/time_zones.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"

namespace parley {

// A debt to place, as a file has it: amounts and dates are still text.
struct DebtRow {
  std::string creditor_code;
  std::string external_ref;
  DebtorDetails debtor;  // With exactly one external reference.
  std::string currency_code;
  std::vector<std::pair<Bucket, std::string>> opening;
  ItemisationDateKind itemisation_kind = ItemisationDateKind::kLastStatement;
  std::string itemisation_date;
  std::string original_creditor;
  std::string product;
  SensitiveText agreement_reference;
  std::string agreement_date;
  std::string language_code;
  std::string default_date;
  std::string last_payment_date;
  std::optional<std::pair<std::string, std::string>> charge_off;  // Date and amount.
  struct TransferText {
    TransferKind kind = TransferKind::kOwnership;
    std::string from_party;
    std::string to_party;
    std::string transfer_date;
    std::string notice_date;
  };
  std::vector<TransferText> transfers;
};

// Something that happened to a debt that was placed before, in an earlier row or long ago.
struct EntryRow {
  std::string creditor_code;  // May be empty while the reference names one debt only.
  std::string external_ref;
  std::string entry_ref;
  EntryKind kind = EntryKind::kPayment;
  std::string value_date;
  std::string amount;
  std::string currency_code;  // May be empty: the debt's.
  std::optional<Bucket> bucket;
  SensitiveText reason;
};

struct ImportRow {
  std::int64_t number = 0;  // The caller's own.
  std::variant<DebtRow, EntryRow> row;
  std::vector<Violation> violations;  // What was malformed before it came here.
};

enum class ImportOutcome : std::uint8_t { kPlaced, kPosted, kDuplicate, kRefused, kValid };

// What became of a row. It is given after the row's transaction was committed.
struct RowVerdict {
  std::int64_t number = 0;
  ImportOutcome outcome = ImportOutcome::kRefused;
  DebtorId debtor;  // These name what the row is about, where that is known.
  DebtId debt;
  EntryId entry;  // Nil for a debt's row.
  absl::Status refusal;
  std::vector<Violation> warnings;
};

// A portfolio read in rows: debts are placed and entries posted, each row by itself, in batches of
// a transaction each. A row that is refused leaves the others alone; the same rows again change
// nothing. Entries are best sorted by value date: others cost corrections.
class ImportDebts {
 public:
  static constexpr std::size_t kMostRows = 500;

  struct Options {
    bool validate_only = false;      // Judge every row as if those before it had been written.
    bool create_creditors = false;   // Make a creditor for each unknown code.
    std::string creditor_time_zone;  // Of creditors made here; empty means UTC.
  };

  struct Collaborators {
    Store& store;
    Directory& directory;
    Portfolio& portfolio;
    const CreateCreditor& create_creditor;
    const Fingerprints& fingerprints;
    const AuditSeal& seal;
    const Clock& clock;
    Ids& ids;
    const TimeZones& zones;
  };

  // One import: what it has learnt so far. It is used by one thread at a time.
  class Session {
   public:
    virtual ~Session() = default;

    // Judges and writes at most kMostRows rows; one verdict a row, in their order.
    // Errors: STORE_UNAVAILABLE and the like: then none, some or all of the rows were written, and
    // sending them again tells which.
    virtual absl::StatusOr<std::vector<RowVerdict>> Take(std::span<const ImportRow> rows) = 0;
  };

  explicit ImportDebts(const Collaborators& collaborators) : collaborators_(collaborators) {}

  // Errors: FIELD_INVALID for options that make no sense. This object outlives it.
  absl::StatusOr<std::unique_ptr<Session>> Open(const Call& call, const Options& options) const;

 private:
  Collaborators collaborators_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_IMPORT_DEBTS_H_
