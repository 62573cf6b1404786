// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_quote.h"

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"

namespace parley::grpc_api {

std::optional<QuotePayoff::Command> ReadQuotePayoff(const v1::QuotePayoffRequest& request,
                                                    Violations& violations) {
  const auto name = ReadDebtName(request.name(), "name", violations);
  const auto valid_until = ReadDay(request.valid_until_date(), "valid_until_date", violations);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  return QuotePayoff::Command{name->debtor, name->debt, valid_until, ReadEtag(request.etag())};
}

void Write(const Payoff& payoff, const Debt& debt, v1::PayoffQuote& out) {
  out.set_name(NameOf(QuoteName{{debt.debtor, debt.id}, payoff.quote}));
  Write(payoff.amount, debt.currency, *out.mutable_amount());
  out.set_issue_date(FormatDay(payoff.issued));
  out.set_valid_until_date(FormatDay(payoff.valid_until));
  out.set_reference(ReferenceOf(payoff.quote));
  out.set_state(IsMet(debt, payoff.quote) ? v1::PAYOFF_QUOTE_STATE_USED
                                          : v1::PAYOFF_QUOTE_STATE_OPEN);
  Write(payoff.issued_time, *out.mutable_issue_time());
}

}  // namespace parley::grpc_api
