// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PAYMENT_H_
#define PARLEY_DOMAIN_DEBT_PAYMENT_H_

#include <cstdint>
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
#include "domain/common/violations.h"
#include "domain/debt/bucket.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment_split.h"

namespace parley {

using PaymentId = Id<struct PaymentTag>;

// Where a payment is. The numbers are stored and never change.
enum class PaymentState : std::uint8_t {
  kAnnounced = 1,     // On its way; no ledger knows of it.
  kSettled = 2,       // Came in, and is in the journals of its debts.
  kReturned = 3,      // Came in and went back.
  kFailed = 4,        // Was announced and will not come.
  kUnidentified = 5,  // Came in, and nobody knows yet whose it is.
  kAssigned = 6,      // Was unidentified, and belongs to a debtor now.
};

std::string_view NameOf(PaymentState state);  // "SETTLED".
std::optional<PaymentState> PaymentStateNamed(std::string_view name);
std::optional<PaymentState> PaymentStateNumbered(std::int64_t number);

// What one debt gets of a payment.
struct PaymentPart {
  DebtId debt;
  EntryId entry;  // In that debt's journal; nil as long as the payment is announced.
  std::int64_t amount = 0;
  PartReason because = PartReason::kInstructed;
  std::int64_t owed = 0;  // By the debt before it.
  // How it fell when it was posted. A backdated fact may move it later: corrections tell.
  Buckets paid;
  std::int64_t held = 0;
  std::int64_t recovered = 0;

  friend bool operator==(const PaymentPart&, const PaymentPart&) = default;
};

// Money of one debtor, or on the tenant's desk of nobody known yet, over one debt or several.
struct Payment {
  PaymentId id;
  DebtorId debtor;           // Nil for what is on the desk.
  std::string external_ref;  // The caller's own, such as the bank's; unique for the debtor.
  PaymentState state = PaymentState::kSettled;
  std::int64_t amount = 0;  // Above zero.
  Currency currency;
  std::optional<Day> expected_date;  // Of what was announced.
  std::optional<Day> value_date;     // When it came in; none as long as it did not.
  std::string method;                // How it is paid, in the caller's words: "SEPA transfer".
  SensitiveText note;                // What came with it: a name, a reference, a sentence.
  std::vector<Instruction> instructions;
  SplitStrategy strategy = SplitStrategy::kOldestFirst;  // For what the payer says nothing about.
  std::optional<AllocationOrder> order;  // Of the buckets, if the payer asked for one.
  std::vector<PaymentPart> parts;        // Of what was announced: what they would be that day.
  std::vector<Instruction> announced;    // What each debt was to get; kept when it came in.
  // When announced money came in or was known to fail.
  std::optional<absl::Time> landed_time;
  std::optional<Day> returned_date;  // When it went back, or was known to fail.
  SensitiveText return_reason;
  DebtorId claimed_for;  // Of what was on the desk; else nil.
  std::string actor;     // The principal that reported it.
  Fingerprint content{};
  std::int64_t revision = 1;  // The debtor's (the desk's) at which it last changed.
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Payment&, const Payment&) = default;
};

inline constexpr std::size_t kLongestMethod = 100;
inline constexpr std::size_t kMostInstructions = 100;
// How long money is taken to be on its way after the day on which it was expected.
inline constexpr int kDaysInFlight = 5;
// How far ahead a payment may be announced.
inline constexpr int kMostDaysAhead = 366;

// Adds what is wrong with a payment for whoever reports it; paths have no prefix. `today` is the
// latest day that it may have come in.
void CheckPayment(const Payment& payment, Day today, Violations& violations);

// Takes a stored payment as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, an amount that is not above zero, parts that do not sum to it, a state without what belongs
// to it.
absl::StatusOr<Payment> RestorePayment(Payment payment);

// An announced payment came in, perhaps with another amount. Errors: PAYMENT_NOT_ANNOUNCED.
absl::StatusOr<Payment> CameIn(const Payment& payment, std::int64_t amount, Day value_date,
                               absl::Time now);

// A payment went back; an announced one failed. What its journals show of it is undone beside it.
// Errors: PAYMENT_ALREADY_RETURNED, PAYMENT_NOT_IN_SUSPENSE for what was assigned.
absl::StatusOr<Payment> WentBack(const Payment& payment, Day day, const SensitiveText& reason,
                                 absl::Time now);

// It is known whose unidentified money is: as long as it waits for its entries at that debtor's, it
// can become nobody else's. Said again of the same debtor it stays as it is.
// Errors: PAYMENT_NOT_IN_SUSPENSE.
absl::StatusOr<Payment> ClaimedFor(const Payment& payment, DebtorId debtor);
// That debtor's ledgers do not take it.
Payment Unclaimed(const Payment& payment);
// It has become the debtor's.
Payment Assigned(const Payment& payment);

// True for announced money that may still come.
bool IsInFlight(const Payment& payment, Day today);

// Money that was announced for one debt.
struct ExpectedMoney {
  PaymentId payment;
  Day expected_date;
  std::int64_t amount = 0;
  absl::Time announced_time;
  absl::Time landed_time = absl::InfiniteFuture();  // When it came in or was known to fail.

  friend bool operator==(const ExpectedMoney&, const ExpectedMoney&) = default;
};

// What a payment was announced to bring a debt; none where that is nothing.
std::optional<ExpectedMoney> ExpectedFor(DebtId debt, const Payment& payment);

// What of it was on its way on a day, as known at an instant.
std::vector<ExpectedMoney> InFlightAsOf(std::span<const ExpectedMoney> expected, Day day,
                                        absl::Time known_at);

// True when the journal of a part's debt has what the payment says of it: its entry, once it came
// in; and what takes that back, once it went back.
bool StandsIn(std::span<const Entry> journal, const Payment& payment, const PaymentPart& part);

// What is on its way to a debt: minor units of its currency.
std::int64_t InFlightTo(DebtId debt, std::span<const Payment> payments, Day today);

// What money on its way forbids of the debts that it is for, as holds that nobody placed: they end
// when it settles, fails, or is late.
std::vector<Hold> HoldsInFlight(std::span<const Payment> payments, Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PAYMENT_H_
