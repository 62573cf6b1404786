// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_QUOTE_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_QUOTE_H_

#include <optional>

#include "application/debts/quote_payoff.h"
#include "domain/common/violations.h"
#include "parley/v1/quote.pb.h"

namespace parley::grpc_api {

// None when there is no command to be made of the request; then there are violations.
std::optional<QuotePayoff::Command> ReadQuotePayoff(const v1::QuotePayoffRequest& request,
                                                    Violations& violations);

// A quote of this debt.
void Write(const Payoff& payoff, const Debt& debt, v1::PayoffQuote& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_QUOTE_H_
