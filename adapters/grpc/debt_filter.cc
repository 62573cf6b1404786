// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/debt_filter.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "adapters/grpc/names.h"

namespace parley::grpc_api {
namespace {

std::optional<std::string> TextOf(const FilterTerm& term) {
  const auto* const text = std::get_if<std::string>(&term.value);
  return term.comparator == "=" && text != nullptr ? std::optional(*text) : std::nullopt;
}

bool TakeCreditor(const FilterTerm& term, DebtFilter& filter) {
  return SetOnce(filter.creditor, ParseCreditorName(TextOf(term).value_or("")));
}

bool TakeStatus(const FilterTerm& term, DebtFilter& filter) {
  const auto* const word = std::get_if<FilterWord>(&term.value);
  if (word == nullptr || term.comparator != "=") return false;
  return SetOnce(filter.status, DebtStatusNamed(word->text));
}

// Both ends of the kept range belong to it; none where nothing can lie beyond the number.
bool TakeBound(const FilterTerm& term, DebtFilter& filter) {
  using Limits = std::numeric_limits<std::int64_t>;
  const auto* const number = std::get_if<std::int64_t>(&term.value);
  if (number == nullptr) return false;
  if (term.comparator == "=") {
    return SetOnce(filter.least_owed, std::optional(*number)) &&
           SetOnce(filter.most_owed, std::optional(*number));
  }
  if (term.comparator == ">=") return SetOnce(filter.least_owed, std::optional(*number));
  if (term.comparator == "<=") return SetOnce(filter.most_owed, std::optional(*number));
  if (term.comparator == ">") {
    return *number < Limits::max() && SetOnce(filter.least_owed, std::optional(*number + 1));
  }
  return *number > Limits::min() && SetOnce(filter.most_owed, std::optional(*number - 1));
}

bool Take(const FilterTerm& term, DebtFilter& filter, Violations& violations) {
  if (term.field == "creditor") return TakeCreditor(term, filter);
  if (term.field == "external_ref") return SetOnce(filter.external_ref, TextOf(term));
  if (term.field == "status") return TakeStatus(term, filter);
  if (term.field == "balance.minor_units") return TakeBound(term, filter);
  const std::optional<std::string> code = TextOf(term);
  if (term.field != "balance.currency_code" || !code.has_value()) return false;
  const std::optional<Currency> currency = Currency::Find(*code);
  if (!currency.has_value()) AddOnce(violations, "filter", Fault::kCurrencyUnknown);
  return SetOnce(filter.currency, currency);
}

}  // namespace

DebtFilter ReadDebtFilter(std::string_view filter, Violations& violations) {
  DebtFilter result;
  const auto terms = ParseFilter(filter);
  bool sound = terms.has_value();
  for (std::size_t at = 0; sound && at < terms->size(); ++at) {
    sound = Take((*terms)[at], result, violations);
  }
  const bool bounded = result.least_owed.has_value() || result.most_owed.has_value();
  if (!sound || (bounded && !result.currency.has_value())) {
    AddOnce(violations, "filter", Fault::kFilterInvalid);
  }
  return result;
}

}  // namespace parley::grpc_api
