// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_JSON_TEXT_H_
#define PARLEY_ADAPTERS_POSTGRES_JSON_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/log/stored_verdict.h"
#include "domain/debt/debt.h"
#include "domain/debt/fee.h"
#include "domain/debt/interest_detail.h"
#include "domain/debt/origin.h"

namespace parley::postgres {

// An origin without its agreement reference, which is personal and has a column of its own.
std::string JsonOf(const Origin& origin);
std::string JsonOf(const std::vector<CoDebtor>& co_debtors);
std::string JsonOf(const InterestDetail& detail);
std::string JsonOf(const FeeDetail& detail);
std::string JsonOf(const Answered& answer);
// The quotes that were given of a debt, with those that were met.
std::string JsonOf(const std::vector<Payoff>& payoffs, const std::vector<QuoteId>& met);

struct KeptQuotes {
  std::vector<Payoff> payoffs;
  std::vector<QuoteId> met;
};

// What was written by any release; what that release did not know yet is empty. None for another
// shape.
std::optional<Origin> OriginFromJson(std::string_view json);
std::optional<std::vector<CoDebtor>> CoDebtorsFromJson(std::string_view json);
std::optional<InterestDetail> InterestDetailFromJson(std::string_view json);
std::optional<FeeDetail> FeeDetailFromJson(std::string_view json);
std::optional<Answered> AnsweredFromJson(std::string_view json);
std::optional<KeptQuotes> QuotesFromJson(std::string_view json);
std::optional<std::vector<std::string>> TextsFromJson(std::string_view json);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_JSON_TEXT_H_
