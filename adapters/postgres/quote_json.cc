// SPDX-License-Identifier: Apache-2.0
// The quotes that were given of a debt, as the database keeps them. Most debts have none.
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/postgres/json_text.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kNone = "[]";

Day DayFrom(const Json& json) {
  const std::optional<Day> day = ParseDay(json.get<std::string>());
  if (!day.has_value()) throw std::invalid_argument("day");
  return *day;
}

Payoff PayoffFrom(const Json& json) {
  const auto quote = QuoteId::Parse(json.at("quote").get<std::string>());
  if (!quote.has_value()) throw std::invalid_argument("quote");
  return {.quote = *quote,
          .amount = json.at("amount").get<std::int64_t>(),
          .issued_time = absl::FromUnixMicros(json.at("issued_time").get<std::int64_t>()),
          .issued = DayFrom(json.at("issued")),
          .valid_until = DayFrom(json.at("valid_until"))};
}

}  // namespace

std::string JsonOf(const std::vector<Payoff>& payoffs, const std::vector<QuoteId>& met) {
  if (payoffs.empty()) return std::string(kNone);
  Json json = Json::array();
  for (const Payoff& each : payoffs) {
    json.push_back({{"quote", each.quote.ToString()},
                    {"amount", each.amount},
                    {"issued_time", absl::ToUnixMicros(each.issued_time)},
                    {"issued", FormatDay(each.issued)},
                    {"valid_until", FormatDay(each.valid_until)},
                    {"met", std::find(met.begin(), met.end(), each.quote) != met.end()}});
  }
  return json.dump();
}

std::optional<KeptQuotes> QuotesFromJson(std::string_view json) {
  KeptQuotes kept;
  if (json == kNone) return kept;
  // The library tells by exceptions that a text has another shape.
  try {
    for (const Json& each : Json::parse(json)) {
      kept.payoffs.push_back(PayoffFrom(each));
      if (each.at("met").get<bool>()) kept.met.push_back(kept.payoffs.back().quote);
    }
    return kept;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace parley::postgres
