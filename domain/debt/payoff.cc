// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payoff.h"

#include <algorithm>
#include <optional>

namespace parley {
namespace {

// True for what may come on top of a debt while a quote is open, and is let go when it is met:
// fees, costs and penalties. New principal is none of it.
bool AddsCharges(const Entry& fact) {
  return fact.kind == EntryKind::kFee ||
         (fact.kind == EntryKind::kCharge &&
          fact.bucket.value_or(Bucket::kPrincipal) != Bucket::kPrincipal);
}

}  // namespace

PayoffJudge::PayoffJudge(std::span<const Payoff> payoffs, const std::vector<QuoteId>& met) {
  cases_.reserve(payoffs.size());
  for (const Payoff& payoff : payoffs) {
    const bool was_met = std::find(met.begin(), met.end(), payoff.quote) != met.end();
    cases_.push_back({.payoff = &payoff, .met = was_met});
  }
}

void PayoffJudge::Disregard(EntryId entry) {
  if (!cases_.empty()) disregarded_.insert(entry);
}

std::vector<MetPayoff> PayoffJudge::Take(const Entry& fact) {
  std::vector<MetPayoff> met;
  if (cases_.empty() || disregarded_.contains(fact.id)) return met;
  for (Case& each : cases_) {
    const Payoff& payoff = *each.payoff;
    if (each.met || fact.booked_time <= payoff.issued_time) continue;
    if (AddsCharges(fact)) each.added += fact.amount;
    if (fact.kind != EntryKind::kPayment || !MayBeMetOn(payoff, fact.value_date)) continue;
    each.paid += fact.amount;
    each.met = each.paid >= payoff.amount;
    if (each.met) met.push_back({&payoff, each.added});
  }
  return met;
}

std::vector<QuoteId> PayoffJudge::met() const {
  std::vector<QuoteId> met;
  for (const Case& each : cases_) {
    if (each.met) met.push_back(each.payoff->quote);
  }
  return met;
}

bool MayBeMetOn(const Payoff& payoff, Day value_date) {
  return payoff.issued <= value_date && value_date <= payoff.valid_until;
}

}  // namespace parley
