// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PORTFOLIO_H_
#define PARLEY_APPLICATION_PORTS_PORTFOLIO_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"
#include "domain/debt/revise_terms.h"

namespace parley {

// Which debts a list shows; every part that is given must hold.
struct DebtFilter {
  std::optional<DebtorId> debtor;
  std::optional<CreditorId> creditor;
  std::optional<std::string> external_ref;
  std::optional<DebtStatus> status;
  std::optional<Currency> currency;
  // What is owed, in minor units, both ends included; only with a currency.
  std::optional<std::int64_t> least_owed;
  std::optional<std::int64_t> most_owed;
};

// Where a list of debts goes on: after this debt of this debtor, in the order of both ids.
struct DebtPosition {
  DebtorId debtor;
  DebtId debt;
};

struct DebtJournal {
  Debt debt;
  std::string time_zone;                   // Of the debtor, or else of the creditor.
  std::vector<Entry> entries;              // In the order of booking.
  std::vector<ExpectedMoney> expected;     // All that was ever announced for it.
  std::string language = {};               // The debtor's; empty when it is not known.
  std::vector<ChangeNotice> notices = {};  // In the order in which they were given.
};

// What is known of a debtor's holds, and by which day they are told.
struct DebtorHolds {
  std::string time_zone;  // Of the debtor, or else of the creditor of the debt that was asked for.
  std::vector<Hold> holds;  // All of them, in the order of their ids.
};

// A debt with its journal, as a check of all debts reads it.
struct StoredLedger {
  DebtPosition position;
  std::optional<Debt> debt;    // None when its record, or that of an entry, breaks a rule.
  std::vector<Entry> entries;  // Those that can be read, in the order of booking.
};

// How much is read at once: so many debts, and fewer when by the count that they keep the others
// come to so many entries before them; one at least.
struct LedgerLimits {
  int debts;
  std::int64_t entries;
};

// A debt's reference, with the creditor's code where the caller knows it.
struct DebtReference {
  std::optional<CreditorId> creditor;
  std::string external_ref;
};

struct KnownDebt {
  CreditorId creditor;
  std::string external_ref;
  DebtorId debtor;
  DebtId debt;
};

// A debt for which the interest of a month's end may be due.
struct DueDebt {
  DebtPosition position;
  Day posted_through;
  std::string time_zone;  // Of the debtor, or else of the creditor; empty unless it was asked for.
};

// Which debts are looked at, and what for.
struct DueSearch {
  Day month_end;
  DebtPosition after;
  int how_many = 0;
  bool wants_zones = false;  // They take as long to read as all the rest.
};

struct DuePage {
  std::vector<DueDebt> debts;
  std::optional<DebtPosition> next;  // None when no debt was left to be looked at.
};

// Reads about debts, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class Portfolio {
 public:
  virtual ~Portfolio() = default;

  // Also DEBT_NOT_FOUND.
  virtual absl::StatusOr<Debt> GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) = 0;
  // The debt and its whole journal as of one moment. Also DEBT_NOT_FOUND.
  virtual absl::StatusOr<DebtJournal> GetJournal(TenantId tenant, DebtorId debtor, DebtId debt) = 0;
  virtual absl::StatusOr<std::vector<Debt>> ListDebts(TenantId tenant, const DebtFilter& filter,
                                                      const DebtPosition& after, int most) = 0;
  // The holds of a debtor; none for one that is not known. With a debt also DEBT_NOT_FOUND.
  virtual absl::StatusOr<DebtorHolds> GetHolds(TenantId tenant, DebtorId debtor,
                                               const std::optional<DebtId>& debt) = 0;
  // Debts with their journals, in the order of both ids, as of one moment.
  virtual absl::StatusOr<std::vector<StoredLedger>> ListLedgers(TenantId tenant,
                                                                const DebtPosition& after,
                                                                const LedgerLimits& limits) = 0;
  // The debts that these references name; one without a creditor may name several.
  virtual absl::StatusOr<std::vector<KnownDebt>> FindDebts(
      TenantId tenant, std::span<const DebtReference> references) = 0;
  // Looks at the next debts in the order of both ids, so many, for which of them IsInterestDue of a
  // month end: at a month's end of nearly all, and of few on other days.
  virtual absl::StatusOr<DuePage> FindDueDebts(TenantId tenant, const DueSearch& search) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PORTFOLIO_H_
