// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_DEBT_H_
#define PARLEY_DOMAIN_DEBT_DEBT_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/debt/bookkeeper.h"
#include "domain/debt/entry.h"
#include "domain/debt/origin.h"
#include "domain/debt/position.h"
#include "domain/debt/settings.h"
#include "domain/debt/status.h"

namespace parley {

// The reference date of a debt's breakdown: what happened on it.
enum class ItemisationDateKind : std::uint8_t {
  kLastStatement = 1,
  kChargeOff = 2,
  kLastPayment = 3,
  kTransaction = 4,
  kJudgment = 5,
};

std::string_view NameOf(ItemisationDateKind kind);  // "LAST_STATEMENT".

// Another debtor who is liable for the same debt.
struct CoDebtor {
  DebtorId debtor;
  int share_basis_points = 0;  // Of the debt, in 1/10000.

  friend bool operator==(const CoDebtor&, const CoDebtor&) = default;
};

// One claim of one creditor against one debtor, in one currency: where it comes from, where its
// ledger stands, and where it is in its life. Its journal is kept beside it.
struct Debt {
  DebtId id;
  DebtorId debtor;
  CreditorId creditor;
  std::string external_ref;  // The creditor's own reference; unique for the creditor.
  Currency currency;
  DebtStatus status = DebtStatus::kReceived;
  SensitiveText status_reason;          // Why a person chose that status; empty when none did.
  std::optional<CloseCode> close_code;  // Of a debt that is CLOSED.
  std::optional<Day> left_date;         // Of one that has left: its last day with interest.
  Origin origin;
  ItemisationDateKind itemisation_kind = ItemisationDateKind::kLastStatement;
  Day itemisation_date;  // The opening balance is the balance of this day.
  std::vector<CoDebtor> co_debtors;
  LedgerRules rules;
  RuleLevels levels;                         // Where the rules were made.
  Position position;                         // The sum of the journal.
  std::optional<InterestStanding> interest;  // Of a debt whose rules have interest.
  std::vector<QuoteId> quotes_met = {};      // Of the rules' payoffs, in their order.
  Day last_value_date;  // The latest day that counts in the journal; the opening's at first.
  std::int64_t entry_count = 0;
  Fingerprint content{};      // Of the placement, to tell a repeat from a conflict.
  std::int64_t revision = 1;  // The debtor's revision at which the debt last changed.
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Debt&, const Debt&) = default;
};

// Who acts, and when.
struct Stamp {
  absl::Time now;
  Day today;  // In the zone that dates this ledger.
  std::string actor;
};

using EntryIdSource = std::function<EntryId()>;

// A debt as it is entrusted to this system.
struct Placement {
  DebtId id;
  DebtorId debtor;
  CreditorId creditor;
  std::string external_ref;
  Currency currency;
  Origin origin;
  ItemisationDateKind itemisation_kind = ItemisationDateKind::kLastStatement;
  Day itemisation_date;
  std::vector<CoDebtor> co_debtors;
  GivenTerms given;     // What the placement says of its rules.
  LedgerRules rules;    // By which the ledger is kept,
  RuleLevels levels;    // and where they were made.
  Buckets opening;      // A principal below zero is money that we hold for the debtor.
  bool review = false;  // A person looks at it before it becomes active.
  Fingerprint content{};
};

// A debt after a change, with the entries that the change adds to its journal.
struct Posted {
  Debt debt;
  std::vector<Entry> entries;
};

// The entry of that id, which the change added: interest that was due comes before it.
const Entry& EntryIn(const Posted& posted, EntryId id);

// Gives a placement its rules: its own, or else its creditor's for a debtor of this region, or
// else the system's.
void SetRules(Placement& placement, const CreditorSettings& settings, std::string_view region);

// Adds what is wrong with a placement; paths begin with `field`.
void CheckPlacement(const Placement& placement, Day today, const std::string& field,
                    Violations& violations);

// What a debt keeps of its ledger beside the journal.
LedgerStanding StandingOf(const Debt& debt);

// Gives a debt what postings change of another state of it: status, position, interest, the marks
// of its journal, revision and time.
void CopyStanding(const Debt& from, Debt& to);

// Opens a debt. Errors: BALANCE_OUT_OF_RANGE. The placement was checked before.
absl::StatusOr<Posted> OpenDebt(const Placement& placement, const Stamp& stamp,
                                const EntryIdSource& next_id);

// When a change of this debt is booked: now, but later than its last change in any case, even when
// the clock says otherwise.
absl::Time AfterLastChange(const Debt& debt, absl::Time now);

// Takes a stored debt as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, a position that is not at rest or that its status does not have, a code or a day of leaving
// beside a status that has none or without it where it has, an order that does not name
// each bucket once, rates out of order, interest without terms or terms without it, marks of no
// journal.
absl::StatusOr<Debt> RestoreDebt(Debt debt);

// The debt without what its placement and people say of it: reference, origin, itemisation,
// co-debtors, reason of its status, fingerprint, time of placement. All that posting interest reads
// is left.
Debt LedgerAlone(Debt debt);

// Takes such a debt from where it is stored, as RestoreDebt does a whole one.
absl::StatusOr<Debt> RestoreLedger(Debt debt);

// Something that happened to a debt: a charge, a fee, a payment, a credit, a waiver, a write-off
// or a refund.
struct Fact {
  EntryId id;
  std::string external_ref;
  EntryKind kind = EntryKind::kPayment;
  Day value_date;
  std::int64_t amount = 0;  // Above zero.
  // Of a charge, credit or waiver: principal when none is named. Of a fee: fees, or else costs or
  // penalty. Of a write-off: what is written off first.
  std::optional<Bucket> bucket;
  std::optional<AllocationOrder> order;  // The payer's instruction; else the debt's order.
  SensitiveText reason;
  std::optional<FeeDetail> fee;  // Of a fee: its rule and its cause; GuardFees adds the rest.
  Fingerprint content{};
};

// Adds what is wrong with a fact for this debt; paths begin with `field`, if it is not empty.
void CheckFact(const Fact& fact, const Debt& debt, Day today, const std::string& field,
               Violations& violations);

// Adds what is wrong with a charge that is made here, and not brought along from where the debt was
// before: it raises principal alone. A fee, costs and a penalty need a rule and are facts of the
// kind FEE; interest follows from the terms.
void CheckCharge(const Fact& fact, const std::string& field, Violations& violations);

// True when PostFacts needs the journal: some fact counts before the ledger's latest day, or
// interest depends on what the debt alone does not tell.
bool NeedsJournal(const Debt& debt, std::span<const Fact> facts);

// Books facts, and before each the interest that is due. A backdated one re-judges the allocations
// and the interest after it, and what changes is posted as corrections that link to what they
// correct. `journal` is read only when NeedsJournal says so. It is booked at AfterLastChange.
// Errors: DEBT_CLOSED_TO_ENTRIES, WAIVER_ABOVE_BUCKET, WRITE_OFF_ABOVE_BALANCE,
// REFUND_ABOVE_CREDIT, BALANCE_OUT_OF_RANGE, RECORD_CORRUPT for a journal that is not the debt's
// whole one.
absl::StatusOr<Posted> PostFacts(const Debt& debt, std::span<const Fact> facts,
                                 std::span<const Entry> journal, const Stamp& stamp,
                                 const EntryIdSource& next_id);

// True when the interest of a month that ends by that day is still to be posted, to a debt that is
// owed and ours to collect.
bool IsInterestDue(const Debt& debt, Day through);

// True when PostInterest needs the journal.
bool NeedsJournalForInterest(const Debt& debt);

// Posts the interest that is due at each month's end up to and including a day: once a month,
// whatever is asked again, and none on a debt that is not IsOwedAndOurs. Without a line to post the
// debt has not changed: nothing but how far its interest is posted may have moved. Errors:
// DEBT_CLOSED_TO_ENTRIES, BALANCE_OUT_OF_RANGE, RECORD_CORRUPT as for PostFacts.
absl::StatusOr<Posted> PostInterest(const Debt& debt, Day through, std::span<const Entry> journal,
                                    const Stamp& stamp, const EntryIdSource& next_id);

// Posts all interest that accrued up to and including a day, whatever day of the month it is. It
// always needs the journal. Errors: those of PostInterest.
absl::StatusOr<Posted> PostInterestUpTo(const Debt& debt, Day day, std::span<const Entry> journal,
                                        const Stamp& stamp, const EntryIdSource& next_id);

// Gives the debt other rules. Quotes that they leave out stand no more: none is left out that is
// open or was met. Interest that was posted by the old ones is corrected from the day on which they
// differ; the order of money applies to what is posted from now on. It always needs the journal.
// Errors: DEBT_CLOSED_TO_ENTRIES, BALANCE_OUT_OF_RANGE, RECORD_CORRUPT as for PostFacts.
absl::StatusOr<Posted> ChangeRules(const Debt& debt, const LedgerRules& rules,
                                   std::span<const Entry> journal, const Stamp& stamp,
                                   const EntryIdSource& next_id);

// Undoes one entry.
struct Reversal {
  EntryId id;
  EntryId reverses;
  std::string external_ref;
  std::optional<Day> value_date;  // From which day it is undone; by default the entry's own.
  SensitiveText reason;
  Fingerprint content{};
};

// Adds what is wrong with a reversal's texts. Whether its day fits depends on what it reverses.
void CheckReversal(const Reversal& reversal, Violations& violations);

// Errors: ENTRY_NOT_FOUND, REVERSAL_NOT_REVERSIBLE, OPENING_NOT_REVERSIBLE,
// CORRECTION_NOT_REVERSIBLE, INTEREST_NOT_REVERSIBLE, QUOTE_WAIVER_NOT_REVERSIBLE,
// ENTRY_ALREADY_REVERSED, DEBT_CLOSED_TO_ENTRIES, FIELD_INVALID for a value_date in the future or
// before the reversed entry's, BALANCE_OUT_OF_RANGE, RECORD_CORRUPT as for PostFacts.
absl::StatusOr<Posted> PostReversal(const Debt& debt, const Reversal& reversal,
                                    std::span<const Entry> journal, const Stamp& stamp,
                                    const EntryIdSource& next_id);

// A debt that waits for review becomes active (or PAID when nothing is owed), or is rejected.
// Errors: DEBT_NOT_RECEIVED; FIELD_INVALID for a rejection without a reason.
absl::StatusOr<Debt> AcceptPlacement(const Debt& debt, absl::Time now);
absl::StatusOr<Debt> RefusePlacement(const Debt& debt, const SensitiveText& reason, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_DEBT_H_
