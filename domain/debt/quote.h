// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_QUOTE_H_
#define PARLEY_DOMAIN_DEBT_QUOTE_H_

#include <optional>
#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"
#include "domain/debt/payoff.h"

namespace parley {

inline constexpr int kDaysOfAQuote = 14;
inline constexpr int kMostDaysOfAQuote = 60;

// Asks what pays a debt off.
struct QuoteRequest {
  QuoteId id;
  std::optional<Day> valid_until;  // kDaysOfAQuote from today, unless asked for.
};

// Adds what is wrong with the day until which a quote is asked to hold: not before today, nor more
// than kMostDaysOfAQuote after it.
void CheckQuote(const QuoteRequest& request, Day today, const std::string& field,
                Violations& violations);

// A debt with the quote that was given of it, and the interest that was posted for it.
struct Quoted {
  Posted posted;
  Payoff payoff;
};

// Posts the interest that accrued through today, and quotes all that is owed then. Whoever pays
// that much by the last day of the quote owes nothing of what came on top since: interest, fees,
// costs and penalties are let go by a waiver that follows from the payment, and goes with it.
// Errors: DEBT_NOT_OPEN for a debt that is closed, under review or owes nothing;
// BALANCE_OUT_OF_RANGE, RECORD_CORRUPT as for PostFacts. The request was checked before.
absl::StatusOr<Quoted> IssueQuote(const Debt& debt, const QuoteRequest& request,
                                  std::span<const Entry> journal, const Stamp& stamp,
                                  const EntryIdSource& next_id);

// True when the quote was met.
bool IsMet(const Debt& debt, QuoteId quote);

// What a payer writes beside the money: "Q-" and ten letters and digits that nobody mistakes for
// each other, made of the quote's id.
std::string ReferenceOf(QuoteId quote);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_QUOTE_H_
