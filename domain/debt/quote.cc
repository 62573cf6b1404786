// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/quote.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Without I, L, O and U.
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool IsOpen(const Debt& debt) {
  switch (debt.status) {
    case DebtStatus::kActive:
    case DebtStatus::kOnPlan:
    case DebtStatus::kAwaitingDecision:
      return IsOwing(debt.position);
    case DebtStatus::kReceived:
    case DebtStatus::kRejected:
    case DebtStatus::kPaid:
    case DebtStatus::kSettled:
    case DebtStatus::kRecalled:
    case DebtStatus::kReturned:
    case DebtStatus::kWrittenOff:
    case DebtStatus::kClosed:
      return false;
  }
  return false;
}

}  // namespace

void CheckQuote(const QuoteRequest& request, Day today, const std::string& field,
                Violations& violations) {
  const Day valid_until = request.valid_until.value_or(today);
  if (valid_until < today) violations.Add(field, Fault::kDateInPast);
  if (valid_until > today + kMostDaysOfAQuote) violations.Add(field, Fault::kOutOfRange);
}

absl::StatusOr<Quoted> IssueQuote(const Debt& debt, const QuoteRequest& request,
                                  std::span<const Entry> journal, const Stamp& stamp,
                                  const EntryIdSource& next_id) {
  if (!IsOpen(debt)) return Refuse(Reason::kDebtNotOpen);
  LedgerRules rules = debt.rules;
  rules.payoffs.push_back(
      {.quote = request.id,
       .issued_time = AfterLastChange(debt, stamp.now),
       .issued = stamp.today,
       .valid_until = request.valid_until.value_or(stamp.today + kDaysOfAQuote)});
  PARLEY_ASSIGN_OR_RETURN(Posted posted, ChangeRules(debt, rules, journal, stamp, next_id));
  Payoff& payoff = posted.debt.rules.payoffs.back();
  payoff.amount = Outstanding(posted.debt.position).value_or(0);
  if (posted.debt.interest.has_value()) payoff.interest_posted = posted.debt.interest->posted;
  const Payoff given = payoff;
  return Quoted{std::move(posted), given};
}

bool IsMet(const Debt& debt, QuoteId quote) {
  return std::find(debt.quotes_met.begin(), debt.quotes_met.end(), quote) != debt.quotes_met.end();
}

std::string ReferenceOf(QuoteId quote) {
  constexpr std::size_t kCharacters = 10;
  constexpr unsigned kBits = 5;
  // The last bytes of an id of version 7 are random.
  constexpr std::size_t kBytes = 8;
  std::uint64_t random = 0;
  const Uuid::Bytes& bytes = quote.uuid().bytes();
  for (std::size_t at = bytes.size() - kBytes; at < bytes.size(); ++at) {
    random = random << 8U | bytes.at(at);
  }
  std::string reference(kCharacters, kLetters.front());
  for (std::size_t at = kCharacters; at > 0; --at, random >>= kBits) {
    reference.at(at - 1) = kLetters.at(random % kLetters.size());
  }
  return "Q-" + reference;
}

}  // namespace parley
