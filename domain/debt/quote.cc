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

// Money that is learnt of still later than this after a quote's last day does not meet it.
constexpr int kDaysOfMemory = 366;

// Quotes that nothing met, and that nothing will.
bool IsForgotten(const Payoff& payoff, const Debt& debt, Day today) {
  return payoff.valid_until + kDaysOfMemory < today && !IsMet(debt, payoff.quote);
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
  if (!IsOwedAndOurs(debt.status) || !IsOwing(debt.position)) return Refuse(Reason::kDebtNotOpen);
  LedgerRules rules = debt.rules;
  std::erase_if(rules.payoffs,
                [&](const Payoff& each) { return IsForgotten(each, debt, stamp.today); });
  rules.payoffs.push_back(
      {.quote = request.id,
       .issued_time = AfterLastChange(debt, stamp.now),
       .issued = stamp.today,
       .valid_until = request.valid_until.value_or(stamp.today + kDaysOfAQuote)});
  PARLEY_ASSIGN_OR_RETURN(Posted posted, ChangeRules(debt, rules, journal, stamp, next_id));
  Payoff& payoff = posted.debt.rules.payoffs.back();
  payoff.amount = Outstanding(posted.debt.position).value_or(0);
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
