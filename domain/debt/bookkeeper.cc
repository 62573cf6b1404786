// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/bookkeeper.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

bool PostsInterest(const LedgerRules& rules) {
  return rules.interest.has_value() && rules.interest->posting == InterestPosting::kMonthEnd;
}

}  // namespace

bool SettlesInterest(EntryKind kind) {
  switch (kind) {
    case EntryKind::kPayment:
    case EntryKind::kCredit:
    case EntryKind::kWaiver:
    case EntryKind::kWriteOff:
      return true;
    case EntryKind::kOpening:
    case EntryKind::kCharge:
    case EntryKind::kReversal:
    case EntryKind::kCorrection:
    case EntryKind::kRefund:
    case EntryKind::kFee:
    case EntryKind::kInterest:
      return false;
  }
  return false;
}

Bookkeeper::Bookkeeper(const LedgerRules& rules) : rules_(rules), judge_(rules.payoffs) {
  if (rules.interest.has_value()) interest_.emplace(*rules.interest, rules.freezes);
  for (const Payoff& payoff : rules.payoffs) AlsoDueOn(payoff.issued);
}

Bookkeeper::Bookkeeper(const LedgerRules& rules, const LedgerStanding& standing)
    : rules_(rules), position_(standing.position), judge_({}), met_before_(standing.quotes_met) {
  if (!rules.interest.has_value() || !standing.interest.has_value()) return;
  interest_.emplace(*rules.interest, rules.freezes, BaseOf(position_, rules.interest->base),
                    *standing.interest);
}

void Bookkeeper::AlsoDueOn(Day day) {
  const auto at = std::upper_bound(also_due_.begin(), also_due_.end(), day);
  if (at == also_due_.begin() || *std::prev(at) != day) also_due_.insert(at, day);
}

absl::Status Bookkeeper::Take(const Entry& fact) {
  PARLEY_RETURN_IF_ERROR(PostMonthEndsThrough(fact.value_date));
  if (SettlesInterest(fact.kind)) PARLEY_RETURN_IF_ERROR(PostInterestThrough(fact.value_date));
  const auto undone = taken_.find(fact.linked);
  Line line{&fact, fact.value_date, position_, {}, {}, {}};
  if (fact.kind == EntryKind::kPayment) {
    line.pays_off = judge_.PaysOff(Outstanding(position_).value_or(0), fact.value_date);
  }
  PARLEY_RETURN_IF_ERROR(
      BookAsLine(std::move(line), fact, undone == taken_.end() ? nullptr : &undone->second));
  const Position effect = EffectOf(lines_.back().postings);
  taken_.emplace(fact.id, Undone{&fact, effect});
  const std::optional<MetPayoff> met = judge_.Take(fact, effect);
  if (met.has_value()) PARLEY_RETURN_IF_ERROR(LetGo(*met, fact));
  if (!interest_.has_value()) return absl::OkStatus();
  return interest_->BaseIs(fact.value_date, BaseOf(position_, rules_.interest->base));
}

absl::Status Bookkeeper::PostMonthEndsThrough(Day day) {
  if (!PostsInterest(rules_)) return absl::OkStatus();
  for (Day due = NextDue(); due <= day; due = NextDue()) {
    PARLEY_RETURN_IF_ERROR(PostInterestThrough(due));
  }
  return absl::OkStatus();
}

Day Bookkeeper::NextDue() const {
  const Day posted_through = interest_->posted_through();
  const Day month_end = MonthEnd(posted_through + 1);
  const auto also = std::upper_bound(also_due_.begin(), also_due_.end(), posted_through);
  return also == also_due_.end() ? month_end : std::min(month_end, *also);
}

LedgerStanding Bookkeeper::standing() const {
  LedgerStanding standing{position_, std::nullopt, met_before_};
  for (const QuoteId quote : judge_.met()) standing.quotes_met.push_back(quote);
  if (interest_.has_value()) standing.interest = interest_->standing();
  return standing;
}

InterestDetail Bookkeeper::DetailOf(const Line& line) const {
  const InterestTerms& terms = *rules_.interest;
  return {.rule = terms.rule,
          .version = terms.version,
          .basis = terms.basis,
          .day_count = terms.day_count,
          .pieces = interest_->meter().PiecesBetween(line.interest.after, line.value_date),
          .carried_millionths = line.interest.carried_millionths,
          .topped_up = line.interest.topped_up};
}

absl::Status Bookkeeper::PostInterestThrough(Day day) {
  if (!PostsInterest(rules_)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const Accrued accrued, interest_->PostThrough(day));
  if (accrued.amount == 0) return absl::OkStatus();
  judge_.TakeInterest(day, accrued.amount);
  Entry entry;
  entry.kind = EntryKind::kInterest;
  entry.amount = accrued.amount;
  return BookAsLine({nullptr, day, position_, accrued, {}, {}}, entry, nullptr);
}

absl::Status Bookkeeper::LetGo(const MetPayoff& met, const Entry& payment) {
  const std::int64_t owed = Outstanding(position_).value_or(0);
  Entry waiver;
  waiver.kind = EntryKind::kWaiver;
  waiver.amount = static_cast<std::int64_t>(std::clamp<absl::int128>(met.on_top, 0, owed));
  waiver.order = payment.order;
  if (waiver.amount == 0) return absl::OkStatus();
  // What was let go of a fee is not taken back once more when the fee is reversed as of a later
  // day.
  absl::int128 left = std::max<absl::int128>(0, waiver.amount - met.interest);
  for (auto fee = met.fees.rbegin(); fee != met.fees.rend(); ++fee) {
    const auto taken_off = static_cast<std::int64_t>(std::min<absl::int128>(left, fee->second));
    TakeOff(fee->first, taken_off);
    left -= taken_off;
  }
  return BookAsLine({nullptr, payment.value_date, position_, {}, {}, met.payoff->quote}, waiver,
                    nullptr);
}

void Bookkeeper::TakeOff(EntryId fact, std::int64_t amount) {
  Buckets& owed = taken_.at(fact).effect.owed;
  for (const Bucket bucket : kBuckets) {
    const std::int64_t taken_off = std::clamp<std::int64_t>(owed[bucket], 0, amount);
    owed[bucket] -= taken_off;
    amount -= taken_off;
  }
}

absl::Status Bookkeeper::BookAsLine(Line line, const Entry& entry, const Undone* undone) {
  PARLEY_ASSIGN_OR_RETURN(Booking booking, Book(position_, entry, undone));
  position_ = booking.after;
  line.postings = std::move(booking.postings);
  lines_.push_back(std::move(line));
  return absl::OkStatus();
}

}  // namespace parley
