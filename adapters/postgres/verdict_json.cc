// SPDX-License-Identifier: Apache-2.0
// What the gate answered, as the database keeps it.
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>

#include "adapters/postgres/json_text.h"
#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

template <typename Value>
void Put(Json& json, const char* key, const std::optional<Value>& value) {
  if (!value.has_value()) return;
  if constexpr (std::is_same_v<Value, absl::Time>) {
    json[key] = absl::ToUnixMicros(*value);
  } else if constexpr (std::is_same_v<Value, DebtId>) {
    json[key] = value->ToString();
  } else {
    json[key] = *value;
  }
}

template <typename Value>
std::optional<Value> At(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return std::nullopt;
  if constexpr (std::is_same_v<Value, absl::Time>) {
    return absl::FromUnixMicros(found->get<std::int64_t>());
  } else if constexpr (std::is_same_v<Value, DebtId>) {
    const std::optional<DebtId> debt = DebtId::Parse(found->get<std::string>());
    if (!debt.has_value()) throw std::invalid_argument(key);
    return debt;
  } else {
    return found->get<Value>();
  }
}

template <typename Value>
Value Known(const std::optional<Value>& value) {
  if (!value.has_value()) throw std::invalid_argument("unknown word");
  return *value;
}

// Kinds of records, and ids.
Json JsonOf(const std::vector<Basis>& records) {
  Json json = Json::array();
  for (const Basis& one : records) {
    json.push_back({{"kind", static_cast<int>(one.kind)}, {"id", one.id.ToString()}});
  }
  return json;
}

std::vector<Basis> RecordsFrom(const Json& json) {
  std::vector<Basis> records;
  for (const Json& one : json) {
    records.push_back(
        {Known(Numbered(one.at("kind").get<int>(), BasisKind::kHold, BasisKind::kCommunication)),
         Known(Uuid::Parse(one.at("id").get<std::string>()))});
  }
  return records;
}

std::vector<JudgedZone> ZonesFrom(const Json& json) {
  std::vector<JudgedZone> zones;
  for (const Json& one : json) {
    zones.push_back(
        {one.at("name"), Known(Numbered(one.at("source").get<int>(), LocationSource::kTold,
                                        LocationSource::kOther))});
  }
  return zones;
}

Json JsonOf(const ToldRule& told) {
  Json json = {{"book", told.book},
               {"version", told.version},
               {"rule", told.rule},
               {"cite", told.cite},
               {"word", NameOf(told.word)}};
  Put(json, "until", told.until);
  Put(json, "count", told.count);
  Put(json, "limit", told.limit);
  if (!told.rests_on.empty()) json["rests_on"] = JsonOf(told.rests_on);
  return json;
}

ToldRule ToldFrom(const Json& json) {
  return {.book = json.at("book"),
          .version = json.at("version"),
          .rule = json.at("rule"),
          .cite = json.at("cite"),
          .word = Known(WordNamed(json.at("word").get<std::string>())),
          .until = At<absl::Time>(json, "until"),
          .count = At<int>(json, "count"),
          .limit = At<int>(json, "limit"),
          .rests_on = RecordsFrom(json.value("rests_on", Json::array()))};
}

Json JsonOf(const TakenCap& cap) {
  Json json = {
      {"rule", cap.rule}, {"before", cap.before}, {"after", cap.after}, {"limit", cap.limit}};
  Put(json, "debt", cap.debt);
  return json;
}

TakenCap CapFrom(const Json& json) {
  return {.rule = json.at("rule"),
          .debt = At<DebtId>(json, "debt"),
          .before = json.at("before"),
          .after = json.at("after"),
          .limit = json.at("limit")};
}

struct Texts {
  const char* key;
  std::vector<std::string> Answered::*texts;
};
constexpr auto kTexts = std::to_array<Texts>({{"disclosures", &Answered::disclosures},
                                              {"records", &Answered::records},
                                              {"routing", &Answered::routing},
                                              {"warnings", &Answered::warnings},
                                              {"kept", &Answered::kept}});

Answered AnsweredFrom(const Json& json) {
  Answered answer;
  answer.decision = Known(DecisionNamed(json.at("decision").get<std::string>()));
  answer.until = At<absl::Time>(json, "until");
  for (const Json& told : json.at("rules")) answer.rules.push_back(ToldFrom(told));
  answer.deciding = At<int>(json, "deciding");
  for (const Json& cap : json.at("caps")) answer.caps.push_back(CapFrom(cap));
  answer.zones = ZonesFrom(json.value("zones", Json::array()));
  for (const auto& [key, texts] : kTexts) {
    answer.*texts = json.value(key, std::vector<std::string>());
  }
  answer.variant =
      Known(Numbered(json.at("variant").get<int>(), Variant::kFull, Variant::kLimited));
  answer.uncounted =
      Known(Numbered(json.at("uncounted").get<int>(), Uncounted::kNo, Uncounted::kThread));
  answer.presumed_violation = json.value("presumed_violation", false);
  answer.safe_harbour = At<bool>(json, "safe_harbour");
  answer.booked = At<DebtId>(json, "booked");
  return answer;
}

}  // namespace

std::string JsonOf(const Answered& answer) {
  Json json = {{"decision", NameOf(answer.decision)},
               {"rules", Json::array()},
               {"caps", Json::array()},
               {"variant", static_cast<int>(answer.variant)},
               {"uncounted", static_cast<int>(answer.uncounted)}};
  Put(json, "until", answer.until);
  for (const ToldRule& told : answer.rules) json["rules"].push_back(JsonOf(told));
  Put(json, "deciding", answer.deciding);
  for (const TakenCap& cap : answer.caps) json["caps"].push_back(JsonOf(cap));
  for (const JudgedZone& zone : answer.zones) {
    json["zones"].push_back({{"name", zone.name}, {"source", static_cast<int>(zone.source)}});
  }
  for (const auto& [key, texts] : kTexts) {
    if (!(answer.*texts).empty()) json[key] = answer.*texts;
  }
  if (answer.presumed_violation) json["presumed_violation"] = true;
  Put(json, "safe_harbour", answer.safe_harbour);
  Put(json, "booked", answer.booked);
  return json.dump();
}

std::optional<Answered> AnsweredFromJson(std::string_view json) {
  // The library tells by exceptions that a text has another shape.
  try {
    return AnsweredFrom(Json::parse(json));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace parley::postgres
