// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_ENTRY_H_
#define PARLEY_DOMAIN_DEBT_ENTRY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/debt/bucket.h"
#include "domain/debt/fee.h"
#include "domain/debt/interest_detail.h"
#include "domain/debt/position.h"

namespace parley {

// The accounts of a debt's journal. The numbers are stored and never change.
enum class Account : std::uint8_t {
  // What the debtor owes, a bucket each.
  kPrincipal = 1,
  kInterest = 2,
  kFees = 3,
  kCosts = 4,
  kPenalty = 5,
  // What we hold for the debtor.
  kCreditBalance = 6,
  // What we no longer ask for, and what came in of it after all.
  kWriteOff = 7,
  kRecovery = 8,
  // The other side: where the amounts come from and go to.
  kPlacement = 11,
  kCharges = 12,
  kPayments = 13,
  kCredits = 14,
  kWaivers = 15,
  kRefunds = 16,
  kInterestEarned = 17,
  kFeesEarned = 18,
};

// Above every account's number.
inline constexpr std::size_t kAccountNumbers = 19;

std::string_view NameOf(Account account);  // "CREDIT_BALANCE".
std::optional<Account> AccountNumbered(int number);
Account ReceivableOf(Bucket bucket);
// The bucket whose receivable the account is; none for any other account.
std::optional<Bucket> BucketOf(Account account);

// What happened. The numbers are stored and never change.
enum class EntryKind : std::uint8_t {
  kOpening = 1,     // The balance with which the debt was placed.
  kCharge = 2,      // More is owed, in one bucket.
  kPayment = 3,     // Money came in, allocated over the buckets.
  kCredit = 4,      // Less is owed, in one bucket first, without money.
  kReversal = 5,    // An earlier entry is undone.
  kCorrection = 6,  // What an earlier entry shows is changed by a backdated fact or a new rule.
  kWaiver = 7,      // A part of one bucket is given up; never more than is owed in it.
  kWriteOff = 8,    // What is owed is no longer asked for; what comes in later recovers it.
  kRefund = 9,      // Money that we held for the debtor went back.
  kFee = 10,        // A fee, for a cause, by a rule.
  kInterest = 11,   // Interest that has accrued becomes a part of what is owed, by a rule.
};

std::string_view NameOf(EntryKind kind);  // "PAYMENT".
std::optional<EntryKind> EntryKindNamed(std::string_view name);
std::optional<EntryKind> EntryKindNumbered(int number);

// One side of an entry: signed minor units in the debt's currency. Positive raises what is owed (a
// receivable) or releases what is held (the credit balance); an entry's postings sum to zero.
struct Posting {
  Account account;
  std::int64_t minor_units;

  friend bool operator==(const Posting&, const Posting&) = default;
};

// One immutable line of a debt's journal.
struct Entry {
  EntryId id;
  std::int64_t number = 0;   // Its place in the journal: 1, 2, ... in the order of booking.
  std::string external_ref;  // The caller's own; unique in the debt; may be empty.
  EntryKind kind = EntryKind::kOpening;
  Day value_date;                // When it counts.
  absl::Time booked_time;        // When we learnt of it.
  std::int64_t amount = 0;       // What the fact says, above zero; signed for an opening.
  std::optional<Bucket> bucket;  // The bucket that the fact names.
  AllocationOrder order = kDefaultAllocationOrder;  // In which the entry's money fills the buckets.
  SensitiveText reason;   // Free text, in the words of whoever reported the fact.
  std::string actor;      // The principal that booked it.
  EntryId linked;         // What a reversal reverses or a correction corrects; else nil.
  QuoteId quote;          // Of a waiver that follows from a quote that was met; else nil.
  Fingerprint content{};  // Of what the caller reported, to tell a repeat from a conflict.
  std::vector<Posting> postings;
  std::optional<InterestDetail> interest;  // Of a line of interest, and of what corrects one.
  std::optional<FeeDetail> fee;            // Of a fee, and of what reverses one.

  friend bool operator==(const Entry&, const Entry&) = default;
};

// False for a line of interest, a correction and what a quote let go: they follow from the facts
// and the rules.
bool IsFact(const Entry& entry);

// True for what fills buckets one after the other, by its order.
bool FillsByOrder(EntryKind kind);

// The change of position that an entry's postings make.
Position EffectOf(const std::vector<Posting>& postings);

// The postings of a change of position, with what is left over on the counter account.
std::vector<Posting> PostingsOf(const Position& effect, Account counter);

// The account on the other side of an entry; for a reversal, that of what it reverses. None for a
// correction, which only moves between the debtor's own accounts.
std::optional<Account> CounterAccountOf(const Entry& entry);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_ENTRY_H_
