// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_FILTER_TERMS_H_
#define PARLEY_ADAPTERS_GRPC_FILTER_TERMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace parley::grpc_api {

// A word that stands without quotes: the name of an enum's value.
struct FilterWord {
  std::string text;
};

// One comparison of a filter: `status = ACTIVE`, `creditor = "creditors/..."`,
// `balance.minor_units >= 1000`.
struct FilterTerm {
  std::string field;
  std::string comparator;                                     // "=", "<", "<=", ">", ">=".
  std::variant<std::string, std::int64_t, FilterWord> value;  // A text stood in quotes.
};

// Takes a filter apart: comparisons joined by AND, the part of AIP-160 that our lists understand.
// In quotes, a backslash stands before a quote or a backslash. None for anything else.
std::optional<std::vector<FilterTerm>> ParseFilter(std::string_view filter);

// Sets a part of a filter that was not set before; none of the value is a fault.
template <typename Value>
bool SetOnce(std::optional<Value>& part, const std::optional<Value>& value) {
  if (part.has_value() || !value.has_value()) return false;
  part = value;
  return true;
}

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_FILTER_TERMS_H_
