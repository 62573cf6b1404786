// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/payment_json.h"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

template <typename SomeId>
SomeId IdFrom(const Json& json) {
  const std::optional<SomeId> id = SomeId::Parse(json.get<std::string>());
  if (!id.has_value()) throw std::invalid_argument("id");
  return *id;
}

Instruction InstructionFrom(const Json& json) {
  return {IdFrom<DebtId>(json.at("debt")), json.at("amount").get<std::int64_t>()};
}

Buckets BucketsFrom(const Json& json) {
  Buckets buckets;
  if (json.size() != kBucketCount) throw std::invalid_argument("buckets");
  for (const Bucket bucket : kBuckets) {
    buckets[bucket] = json.at(static_cast<std::size_t>(bucket)).get<std::int64_t>();
  }
  return buckets;
}

PaymentPart PartFrom(const Json& json) {
  const auto because =
      Numbered(json.at("because").get<int>(), PartReason::kInstructed, PartReason::kRemainder);
  if (!because.has_value()) throw std::invalid_argument("because");
  PaymentPart part{.debt = IdFrom<DebtId>(json.at("debt")),
                   .amount = json.at("amount").get<std::int64_t>(),
                   .because = *because,
                   .owed = json.at("owed").get<std::int64_t>()};
  if (const auto entry = json.find("entry"); entry != json.end()) {
    part.entry = IdFrom<EntryId>(*entry);
    part.paid = BucketsFrom(json.at("paid"));
    part.held = json.at("held").get<std::int64_t>();
    part.recovered = json.at("recovered").get<std::int64_t>();
  }
  return part;
}

ExpectedMoney ExpectedFrom(const Json& json) {
  const std::optional<Day> day = ParseDay(json.at(1).get<std::string>());
  if (!day.has_value()) throw std::invalid_argument("day");
  ExpectedMoney money{.payment = IdFrom<PaymentId>(json.at(0)),
                      .expected_date = *day,
                      .amount = json.at(2).get<std::int64_t>(),
                      .announced_time = absl::FromUnixMicros(json.at(3).get<std::int64_t>())};
  if (!json.at(4).is_null()) {
    money.landed_time = absl::FromUnixMicros(json.at(4).get<std::int64_t>());
  }
  return money;
}

Json ToJson(const PaymentPart& part) {
  Json json = {{"debt", part.debt.ToString()},
               {"amount", part.amount},
               {"because", static_cast<int>(part.because)},
               {"owed", part.owed}};
  if (part.entry.IsNil()) return json;
  json["entry"] = part.entry.ToString();
  json["paid"] = Json::array();
  for (const Bucket bucket : kBuckets) json["paid"].push_back(part.paid[bucket]);
  json["held"] = part.held;
  json["recovered"] = part.recovered;
  return json;
}

// Reads each element of a list.
template <typename Element>
std::optional<std::vector<Element>> ListFrom(std::string_view text,
                                             Element (*element_from)(const Json&)) {
  try {
    std::vector<Element> elements;
    for (const Json& each : Json::parse(text)) elements.push_back(element_from(each));
    return elements;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::string JsonOf(const std::vector<Instruction>& instructions) {
  Json json = Json::array();
  for (const Instruction& instruction : instructions) {
    json.push_back({{"debt", instruction.debt.ToString()}, {"amount", instruction.amount}});
  }
  return json.dump();
}

std::string JsonOf(const std::vector<PaymentPart>& parts) {
  Json json = Json::array();
  for (const PaymentPart& part : parts) json.push_back(ToJson(part));
  return json.dump();
}

std::optional<std::vector<Instruction>> InstructionsFromJson(std::string_view json) {
  return ListFrom(json, InstructionFrom);
}

std::optional<std::vector<ExpectedMoney>> ExpectedFromJson(std::string_view json) {
  return ListFrom(json, ExpectedFrom);
}

std::optional<std::vector<PaymentPart>> PartsFromJson(std::string_view json) {
  return ListFrom(json, PartFrom);
}

}  // namespace parley::postgres
