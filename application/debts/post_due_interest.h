// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_POST_DUE_INTEREST_H_
#define PARLEY_APPLICATION_DEBTS_POST_DUE_INTEREST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/clock.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/portfolio.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/time_zones.h"

namespace parley {

class Cases;

// Posts the interest of month ends that are over where the debtor is, for every debt that is owed
// and ours to collect. It asks for a page of debts without any lock, and posts it under the locks
// of its debtors, whose debts may have changed meanwhile: so it may be done by several at once, be
// interrupted anywhere and begun again, and posts a month of a debt once.
class PostDueInterest {
 public:
  // Who acts, and what for, in journals and the audit trail.
  static constexpr std::string_view kActor = "parley.interest";
  static constexpr std::string_view kMethod = "parley.interest/PostDueInterest";

  // How many debts are looked at by one read, and how many are posted by one transaction.
  static constexpr int kPage = 2'000;
  static constexpr std::size_t kBatch = Store::kMostDebtors;

  struct Collaborators {
    Store& store;
    Portfolio& portfolio;
    const Fingerprints& fingerprints;
    const AuditSeal& seal;
    const Clock& clock;
    Ids& ids;
    const TimeZones& zones;
  };

  struct Tally {
    std::int64_t debts = 0;     // Have their interest posted through a later month end.
    std::int64_t entries = 0;   // Were added to their journals.
    std::int64_t left_out = 0;  // Debts that their rules refused, or that cannot be read.

    Tally& operator+=(const Tally& more);
    friend bool operator==(const Tally&, const Tally&) = default;
  };

  explicit PostDueInterest(const Collaborators& collaborators) : with_(collaborators) {}

  // Some of the debts that are due, and where to look for more.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<DuePage> Find(TenantId tenant, const DebtPosition& after) const;

  // Posts what is due to these debts, at most kBatch. When the transaction fails, each debtor gets
  // one of their own, and a debtor's failure leaves out that debtor alone.
  // Errors: STORE_UNAVAILABLE, QUOTA_EXCEEDED; what is left is found again.
  absl::StatusOr<Tally> Post(TenantId tenant, std::span<const DueDebt> debts) const;

 private:
  struct Ledger;

  // In one transaction.
  absl::StatusOr<Tally> PostTogether(TenantId tenant, std::span<const DueDebt> debts) const;
  absl::StatusOr<Tally> PostOneByOne(TenantId tenant, std::span<const DueDebt> debts) const;
  absl::StatusOr<Tally> PostUnderLocks(Work& work, std::span<const DueDebt> debts) const;
  // Those that are still due, with what it takes to post to them.
  absl::StatusOr<std::vector<Ledger>> LoadLedgers(Work& work, std::span<const DueDebt> debts) const;
  // How many of them have their journals read at once, where they are needed.
  static std::size_t HowManyTogether(std::span<const Ledger> ledgers);
  static absl::Status LoadJournals(Work& work, std::span<Ledger> ledgers);
  absl::Status PostTo(Work& work, const Ledger& ledger, Tally& tally, Cases& cases) const;
  void AppendAuditRows(Work& work, std::span<const Ledger> ledgers) const;

  const Collaborators with_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_POST_DUE_INTEREST_H_
