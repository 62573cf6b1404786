// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/booking.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status OutOfRange() { return Refuse(Reason::kBalanceOutOfRange); }

Position InBucket(Bucket bucket, std::int64_t minor_units) {
  Position effect;
  effect.owed[bucket] = minor_units;
  return effect;
}

Position Held(std::int64_t minor_units) {
  Position effect;
  effect.credit = minor_units;
  return effect;
}

// What is owed is written off up to the amount: the bucket that is named first, then the others in
// the entry's order.
Position WrittenOff(const Position& before, const Entry& entry) {
  Position effect;
  const auto write_off = [&](Bucket bucket) {
    const std::int64_t left = entry.amount - effect.written_off;
    const std::int64_t taken = std::min(left, before.owed[bucket] + effect.owed[bucket]);
    effect.owed[bucket] -= taken;
    effect.written_off += taken;
  };
  if (entry.bucket.has_value()) write_off(*entry.bucket);
  for (const Bucket bucket : entry.order) write_off(bucket);
  return effect;
}

absl::StatusOr<Position> TakenBack(const Undone* undone) {
  if (undone == nullptr) return Refuse(Reason::kRecordCorrupt);
  const std::optional<Position> effect = Difference(Position{}, undone->effect);
  if (!effect.has_value()) return OutOfRange();
  return *effect;
}

// The change of position that an entry makes before the position comes to rest.
absl::StatusOr<Position> GrossEffect(const Position& before, const Entry& entry,
                                     const Undone* undone) {
  const Bucket bucket = entry.bucket.value_or(Bucket::kPrincipal);
  switch (entry.kind) {
    case EntryKind::kCharge:
      return InBucket(bucket, entry.amount);
    case EntryKind::kFee:
      return InBucket(entry.bucket.value_or(Bucket::kFees), entry.amount);
    case EntryKind::kInterest:
      return InBucket(Bucket::kInterest, entry.amount);
    case EntryKind::kCredit:
      return InBucket(bucket, -entry.amount);
    case EntryKind::kWaiver:
      return entry.bucket.has_value() ? InBucket(bucket, -entry.amount) : Held(entry.amount);
    case EntryKind::kWriteOff:
      return WrittenOff(before, entry);
    case EntryKind::kPayment:
      return Held(entry.amount);
    case EntryKind::kRefund:
      return Held(-entry.amount);
    case EntryKind::kReversal:
      return TakenBack(undone);
    case EntryKind::kOpening:
    case EntryKind::kCorrection:
      return EffectOf(entry.postings);
  }
  return Refuse(Reason::kRecordCorrupt);
}

Account CounterAccountFor(const Entry& entry, const Entry* undone) {
  switch (entry.kind) {
    case EntryKind::kCharge:
      return Account::kCharges;
    case EntryKind::kFee:
      return Account::kFeesEarned;
    case EntryKind::kInterest:
      return Account::kInterestEarned;
    case EntryKind::kPayment:
      return Account::kPayments;
    case EntryKind::kCredit:
      return Account::kCredits;
    case EntryKind::kWaiver:
      return Account::kWaivers;
    case EntryKind::kRefund:
      return Account::kRefunds;
    case EntryKind::kReversal:
      return undone == nullptr ? Account::kPlacement : CounterAccountFor(*undone, nullptr);
    case EntryKind::kOpening:
    case EntryKind::kWriteOff:
    case EntryKind::kCorrection:
      return Account::kPlacement;
  }
  return Account::kPlacement;
}

}  // namespace

absl::StatusOr<Booking> Book(const Position& before, const Entry& entry, const Undone* undone) {
  PARLEY_ASSIGN_OR_RETURN(const Position gross, GrossEffect(before, entry, undone));
  const std::optional<Position> raised = Sum(before, gross);
  if (!raised.has_value()) return OutOfRange();
  const std::optional<Position> after = Settle(*raised, entry.order);
  if (!after.has_value()) return OutOfRange();
  const std::optional<Position> effect = Difference(*after, before);
  if (!effect.has_value()) return OutOfRange();
  const Account counter = CounterAccountFor(entry, undone == nullptr ? nullptr : undone->entry);
  return Booking{PostingsOf(*effect, counter), *after};
}

}  // namespace parley
