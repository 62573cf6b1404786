// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payment.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <set>

#include "absl/strings/str_cat.h"
#include "domain/common/money.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

// In the order of the enum, which begins at one.
constexpr auto kStates = std::to_array<std::string_view>(
    {"ANNOUNCED", "SETTLED", "RETURNED", "FAILED", "UNIDENTIFIED", "ASSIGNED"});

void CheckInstructions(const Payment& payment, Violations& violations) {
  if (payment.instructions.size() > kMostInstructions) {
    return violations.Add("instructions", Fault::kTooLong);
  }
  std::set<DebtId> seen;
  std::int64_t left = payment.amount;
  for (std::size_t at = 0; at < payment.instructions.size(); ++at) {
    const auto& [debt, amount] = payment.instructions[at];
    const std::string path = absl::StrCat("instructions[", at, "]");
    if (!seen.insert(debt).second) violations.Add(path + ".debt", Fault::kDuplicate);
    if (amount <= 0) {
      violations.Add(path + ".amount", Fault::kNotPositive);
    } else if (amount > left) {
      violations.Add(path + ".amount", Fault::kOutOfRange);
      left = 0;
    } else {
      left -= amount;
    }
  }
}

bool IsSound(const PaymentPart& part, PaymentState state) {
  const bool posted = state == PaymentState::kSettled || state == PaymentState::kReturned;
  return !part.debt.IsNil() && part.amount > 0 && part.owed >= 0 && part.entry.IsNil() != posted;
}

bool HasSoundParts(const Payment& payment) {
  const bool divided =
      payment.state == PaymentState::kSettled || payment.state == PaymentState::kAnnounced;
  if (payment.parts.empty()) return !divided;
  std::optional<std::int64_t> sum = 0;
  for (const PaymentPart& part : payment.parts) {
    if (sum.has_value()) sum = CheckedAdd(*sum, part.amount);
  }
  return sum == payment.amount;
}

bool IsOnDesk(const Payment& payment) { return payment.debtor.IsNil(); }

// Whether a state may be there, and has the days that belong to it.
bool HasSoundState(const Payment& payment) {
  const bool came_in = payment.value_date.has_value();
  const bool went_back = payment.returned_date.has_value();
  switch (payment.state) {
    case PaymentState::kAnnounced:
      return !IsOnDesk(payment) && payment.expected_date.has_value() && !came_in && !went_back;
    case PaymentState::kSettled:
      return !IsOnDesk(payment) && came_in && !went_back;
    case PaymentState::kReturned:
      return came_in && went_back;
    case PaymentState::kFailed:
      return !IsOnDesk(payment) && !came_in && went_back;
    case PaymentState::kUnidentified:
      return IsOnDesk(payment) && came_in && !went_back;
    case PaymentState::kAssigned:
      return IsOnDesk(payment) && came_in && !went_back && !payment.claimed_for.IsNil();
  }
  return false;
}

Payment Ended(const Payment& payment, PaymentState state, Day day, const SensitiveText& reason) {
  Payment ended = payment;
  ended.state = state;
  ended.returned_date = day;
  ended.return_reason = reason;
  return ended;
}

}  // namespace

std::string_view NameOf(PaymentState state) {
  return kStates.at(static_cast<std::size_t>(state) - 1);
}

std::optional<PaymentState> PaymentStateNamed(std::string_view name) {
  const auto* const found = std::find(kStates.begin(), kStates.end(), name);
  return PaymentStateNumbered(found - kStates.begin() + 1);
}

std::optional<PaymentState> PaymentStateNumbered(std::int64_t number) {
  if (number < 1 || number > std::ssize(kStates)) return std::nullopt;
  return static_cast<PaymentState>(number);
}

void CheckPayment(const Payment& payment, Day today, Violations& violations) {
  RequireText(violations, "external_ref", payment.external_ref, kLongestReference);
  AllowText(violations, "method", payment.method, kLongestMethod);
  AllowText(violations, "note", payment.note.Reveal(), kLongestReason, Lines::kMany);
  if (payment.amount <= 0) violations.Add("amount", Fault::kNotPositive);
  if (payment.amount > kLargestBalance) violations.Add("amount", Fault::kAmountOutOfRange);
  if (payment.value_date.has_value() && *payment.value_date > today) {
    violations.Add("value_date", Fault::kDateInFuture);
  }
  if (payment.expected_date.has_value()) {
    const Day expected = *payment.expected_date;
    if (expected + kDaysInFlight < today || expected > today + kMostDaysAhead) {
      violations.Add("expected_date", Fault::kOutOfRange);
    }
  }
  CheckInstructions(payment, violations);
}

absl::StatusOr<Payment> RestorePayment(Payment payment) {
  const bool named = !payment.id.IsNil() && !payment.external_ref.empty() && payment.revision >= 1;
  const bool whole =
      payment.amount > 0 && HasSoundParts(payment) &&
      std::all_of(payment.parts.begin(), payment.parts.end(),
                  [&](const PaymentPart& part) { return IsSound(part, payment.state); });
  const bool waits = payment.state == PaymentState::kAnnounced;
  const bool landed = payment.announced.empty() || payment.landed_time.has_value() != waits;
  if (!named || !whole || !landed || !HasSoundState(payment)) return Refuse(Reason::kRecordCorrupt);
  return payment;
}

absl::StatusOr<Payment> CameIn(const Payment& payment, std::int64_t amount, Day value_date,
                               absl::Time now) {
  if (payment.state != PaymentState::kAnnounced) return Refuse(Reason::kPaymentNotAnnounced);
  Payment settled = payment;
  settled.state = PaymentState::kSettled;
  settled.amount = amount;
  settled.value_date = value_date;
  settled.landed_time = now;
  settled.parts.clear();
  return settled;
}

absl::StatusOr<Payment> WentBack(const Payment& payment, Day day, const SensitiveText& reason,
                                 absl::Time now) {
  if (!payment.claimed_for.IsNil()) return Refuse(Reason::kPaymentNotInSuspense);
  switch (payment.state) {
    case PaymentState::kAnnounced: {
      Payment failed = Ended(payment, PaymentState::kFailed, day, reason);
      failed.landed_time = now;
      return failed;
    }
    case PaymentState::kSettled:
    case PaymentState::kUnidentified:
      return Ended(payment, PaymentState::kReturned, day, reason);
    case PaymentState::kReturned:
    case PaymentState::kFailed:
      return Refuse(Reason::kPaymentAlreadyReturned);
    case PaymentState::kAssigned:
      return Refuse(Reason::kPaymentNotInSuspense);
  }
  return Refuse(Reason::kRecordCorrupt);
}

absl::StatusOr<Payment> ClaimedFor(const Payment& payment, DebtorId debtor) {
  const bool waits = payment.state == PaymentState::kUnidentified && payment.claimed_for.IsNil();
  const bool said_before = IsOnDesk(payment) && payment.claimed_for == debtor;
  if (!waits && !said_before) return Refuse(Reason::kPaymentNotInSuspense);
  Payment claimed = payment;
  claimed.claimed_for = debtor;
  return claimed;
}

Payment Unclaimed(const Payment& payment) {
  Payment unclaimed = payment;
  unclaimed.claimed_for = {};
  return unclaimed;
}

Payment Assigned(const Payment& payment) {
  Payment assigned = payment;
  assigned.state = PaymentState::kAssigned;
  return assigned;
}

bool IsInFlight(const Payment& payment, Day today) {
  return payment.state == PaymentState::kAnnounced && payment.expected_date.has_value() &&
         *payment.expected_date + kDaysInFlight >= today;
}

std::optional<ExpectedMoney> ExpectedFor(DebtId debt, const Payment& payment) {
  const auto found =
      std::find_if(payment.announced.begin(), payment.announced.end(),
                   [&](const Instruction& instruction) { return instruction.debt == debt; });
  if (found == payment.announced.end() || !payment.expected_date.has_value()) return std::nullopt;
  return ExpectedMoney{.payment = payment.id,
                       .expected_date = *payment.expected_date,
                       .amount = found->amount,
                       .announced_time = payment.created_time,
                       .landed_time = payment.landed_time.value_or(absl::InfiniteFuture())};
}

std::vector<ExpectedMoney> InFlightAsOf(std::span<const ExpectedMoney> expected, Day day,
                                        absl::Time known_at) {
  std::vector<ExpectedMoney> in_flight;
  for (const ExpectedMoney& money : expected) {
    const bool known = money.announced_time <= known_at && known_at < money.landed_time;
    if (!known || money.expected_date + kDaysInFlight < day) continue;
    in_flight.push_back(money);
    // What became of it was not known then.
    in_flight.back().landed_time = absl::InfiniteFuture();
  }
  return in_flight;
}

bool StandsIn(std::span<const Entry> journal, const Payment& payment, const PaymentPart& part) {
  if (part.entry.IsNil()) return true;
  const bool posted = std::any_of(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.id == part.entry && entry.kind == EntryKind::kPayment &&
           entry.amount == part.amount;
  });
  const bool taken_back = std::any_of(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.linked == part.entry && entry.kind == EntryKind::kReversal;
  });
  return posted && (taken_back || payment.state != PaymentState::kReturned);
}

std::int64_t InFlightTo(DebtId debt, std::span<const Payment> payments, Day today) {
  std::int64_t sum = 0;
  for (const Payment& payment : payments) {
    if (!IsInFlight(payment, today)) continue;
    for (const PaymentPart& part : payment.parts) {
      // More than fits is more than anybody has: it is told as the most.
      if (part.debt == debt) sum = CheckedAdd(sum, part.amount).value_or(kLargestBalance);
    }
  }
  return sum;
}

std::vector<Hold> HoldsInFlight(std::span<const Payment> payments, Day today) {
  std::vector<Hold> holds;
  for (const Payment& payment : payments) {
    if (!IsInFlight(payment, today)) continue;
    for (const PaymentPart& part : payment.parts) {
      Hold hold;
      hold.debtor = payment.debtor;
      hold.debt = part.debt;
      hold.type = HoldType::kPaymentInFlight;
      hold.from = std::min(today, *payment.expected_date);
      hold.until = *payment.expected_date + kDaysInFlight;
      hold.source = SensitiveText(payment.external_ref);
      hold.actor = payment.actor;
      hold.created_time = payment.created_time;
      hold.updated_time = payment.updated_time;
      holds.push_back(hold);
    }
  }
  return holds;
}

}  // namespace parley
