// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payoff.h"

#include <algorithm>

namespace parley {
namespace {

// True for what comes on top of a debt while a quote is open: fees, costs and penalties, whatever
// kind of fact raises them. New principal is none of it.
bool AddsOnTop(const Entry& fact) {
  return fact.kind == EntryKind::kFee ||
         (fact.kind == EntryKind::kCharge &&
          fact.bucket.value_or(Bucket::kPrincipal) != Bucket::kPrincipal);
}

bool GivesUp(EntryKind kind) {
  return kind == EntryKind::kCredit || kind == EntryKind::kWaiver || kind == EntryKind::kWriteOff;
}

// What a fact that gives something up takes off everything but principal.
absl::int128 GivenUp(const Position& effect) {
  absl::int128 sum = 0;
  for (const Bucket bucket : kBuckets) {
    if (bucket != Bucket::kPrincipal) sum -= effect.owed[bucket];
  }
  return sum;
}

bool IsGivenBefore(const Payoff& payoff, const Entry& fact) {
  return payoff.issued_time < fact.booked_time;
}

}  // namespace

PayoffJudge::PayoffJudge(std::span<const Payoff> payoffs) {
  cases_.reserve(payoffs.size());
  for (const Payoff& payoff : payoffs) cases_.push_back({.payoff = &payoff});
}

void PayoffJudge::Disregard(EntryId entry) {
  if (!cases_.empty()) disregarded_.insert(entry);
}

void PayoffJudge::TakeInterest(Day day, std::int64_t amount) {
  for (Case& each : cases_) {
    // Interest is posted on the day of the quote: a later line is of later days alone.
    if (!each.open || day <= each.payoff->issued) continue;
    each.on_top += amount;
    each.interest += amount;
  }
}

std::optional<MetPayoff> PayoffJudge::Take(const Entry& fact, const Position& effect) {
  const Case* newest = nullptr;
  for (Case& each : cases_) {
    if (!each.open || !IsGivenBefore(*each.payoff, fact)) continue;
    Count(each, fact, effect);
    if (!IsMoneyFor(each, fact)) continue;
    each.paid += fact.amount;
    if (each.paid >= each.payoff->amount) newest = &each;
  }
  if (newest == nullptr) return std::nullopt;
  for (Case& each : cases_) {
    each.met = each.met || &each == newest;
    each.open = each.open && !IsGivenBefore(*each.payoff, fact);
  }
  return MetPayoff{newest->payoff, newest->on_top, newest->interest, newest->fees};
}

std::int64_t PayoffJudge::PaysOff(std::int64_t owed, Day day) const {
  std::int64_t least = owed;
  for (const Case& each : cases_) {
    if (!each.open || !MayBeMetOn(*each.payoff, day)) continue;
    const absl::int128 enough = std::max(each.payoff->amount - each.paid, owed - each.on_top);
    least = static_cast<std::int64_t>(std::clamp<absl::int128>(enough, 0, least));
  }
  return least;
}

std::vector<QuoteId> PayoffJudge::met() const {
  std::vector<QuoteId> met;
  for (const Case& each : cases_) {
    if (each.met) met.push_back(each.payoff->quote);
  }
  return met;
}

void PayoffJudge::Count(Case& each, const Entry& fact, const Position& effect) {
  if (AddsOnTop(fact)) {
    each.fees.emplace_back(fact.id, fact.amount);
    Add(each, fact, {fact.amount, 0});
  } else if (GivesUp(fact.kind)) {
    const absl::int128 of_interest = -effect.owed[Bucket::kInterest];
    Add(each, fact,
        {-std::min(GivenUp(effect), each.on_top), -std::min(of_interest, each.interest)});
  } else if (fact.kind == EntryKind::kReversal && each.counted.contains(fact.linked)) {
    const Change taken_back = each.counted.at(fact.linked);
    std::erase_if(each.fees, [&](const auto& fee) { return fee.first == fact.linked; });
    Add(each, fact, {-std::min(taken_back.on_top, each.on_top), -taken_back.interest});
  }
}

void PayoffJudge::Add(Case& each, const Entry& fact, Change change) {
  each.on_top += change.on_top;
  each.interest += change.interest;
  if (change.on_top != 0) each.counted.emplace(fact.id, change);
}

bool PayoffJudge::IsMoneyFor(const Case& each, const Entry& fact) const {
  return fact.kind == EntryKind::kPayment && MayBeMetOn(*each.payoff, fact.value_date) &&
         !disregarded_.contains(fact.id);
}

bool MayBeMetOn(const Payoff& payoff, Day value_date) {
  return payoff.issued <= value_date && value_date <= payoff.valid_until;
}

}  // namespace parley
