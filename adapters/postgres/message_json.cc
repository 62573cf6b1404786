// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/message_json.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

using Json = nlohmann::json;

template <typename Value>
Value Word(const Json& json, Value first, Value last) {
  const auto word = Numbered(json.get<int>(), first, last);
  if (!word.has_value()) throw std::invalid_argument("word");
  return *word;
}

Json ToJson(const Money& money) {
  return {{"units", money.minor_units()}, {"currency", money.currency().code()}};
}
Json ToJson(Day day) { return {{"day", FormatDay(day)}}; }
Json ToJson(MinuteOfDay time) { return {{"minute", time.minute}}; }
Json ToJson(std::int64_t count) { return {{"count", count}}; }
Json ToJson(const SensitiveText& text) { return {{"text", text.Reveal()}}; }
Json ToJson(const std::vector<SensitiveText>& words) {
  Json list = Json::array();
  for (const SensitiveText& word : words) list.push_back(word.Reveal());
  return {{"words", std::move(list)}};
}

Json Named(const std::string& name, Json value) {
  value["name"] = name;
  return value;
}

Json ToJson(const std::vector<ValueRow>& rows) {
  Json list = Json::array();
  for (const ValueRow& row : rows) {
    Json columns = Json::array();
    for (const ColumnValue& column : row) {
      columns.push_back(Named(
          column.name, std::visit([](const auto& value) { return ToJson(value); }, column.value)));
    }
    list.push_back(std::move(columns));
  }
  return {{"rows", std::move(list)}};
}

// What columns and values have in common.
template <typename Value>
std::optional<Value> SimpleFrom(const Json& json) {
  if (json.contains("units")) {
    const auto currency = Currency::Find(json.at("currency").get<std::string>());
    if (!currency.has_value()) throw std::invalid_argument("currency");
    return Money(json.at("units").get<std::int64_t>(), *currency);
  }
  if (json.contains("day")) {
    const std::optional<Day> day = ParseDay(json.at("day").get<std::string>());
    if (!day.has_value()) throw std::invalid_argument("day");
    return *day;
  }
  if (json.contains("minute")) return MinuteOfDay{json.at("minute").get<int>()};
  if (json.contains("count")) return json.at("count").get<std::int64_t>();
  if (json.contains("text")) return SensitiveText(json.at("text").get<std::string>());
  return std::nullopt;
}

ColumnValue ColumnFrom(const Json& json) {
  auto value = SimpleFrom<decltype(ColumnValue::value)>(json);
  if (!value.has_value()) throw std::invalid_argument("column");
  return {json.at("name").get<std::string>(), *std::move(value)};
}

std::vector<ValueRow> RowsFrom(const Json& json) {
  std::vector<ValueRow> rows;
  for (const Json& columns : json) {
    ValueRow& row = rows.emplace_back();
    for (const Json& column : columns) row.push_back(ColumnFrom(column));
  }
  return rows;
}

TemplateValue ValueFrom(const Json& json) {
  using Value = decltype(TemplateValue::value);
  const auto name = json.at("name").get<std::string>();
  if (json.contains("rows")) return {name, RowsFrom(json.at("rows"))};
  if (json.contains("words")) {
    std::vector<SensitiveText> words;
    for (const Json& word : json.at("words")) words.emplace_back(word.get<std::string>());
    return {name, std::move(words)};
  }
  auto value = SimpleFrom<Value>(json);
  if (!value.has_value()) throw std::invalid_argument("value");
  return {name, *std::move(value)};
}

Json ToJson(const SetPart& part) {
  return {{"kind", static_cast<int>(part.kind)},
          {"heading", part.heading},
          {"text", part.text.Reveal()}};
}

SetPart PartFrom(const Json& json) {
  return {.kind = Word(json.at("kind"), PartKind::kSubject, PartKind::kSection),
          .heading = json.at("heading").get<std::string>(),
          .text = SensitiveText(json.at("text").get<std::string>())};
}

Json ToJson(const ChosenLanguage& language) {
  Json json = {{"language", language.language},
               {"format", language.format},
               {"source", static_cast<int>(language.source)}};
  if (language.fell_back_from.has_value()) {
    json["instead_of"] = static_cast<int>(*language.fell_back_from);
  }
  return json;
}

ChosenLanguage LanguageFrom(const Json& json) {
  constexpr auto kFirst = LanguageSource::kPerson;
  constexpr auto kLast = LanguageSource::kSystem;
  ChosenLanguage language{.language = json.at("language").get<std::string>(),
                          .format = json.at("format").get<std::string>(),
                          .source = Word(json.at("source"), kFirst, kLast),
                          .fell_back_from = {}};
  if (const auto other = json.find("instead_of"); other != json.end()) {
    language.fell_back_from = Word(*other, kFirst, kLast);
  }
  return language;
}

Json ToJson(const Variable& variable) {
  Json columns = Json::array();
  for (const Variable& column : variable.columns) columns.push_back(ToJson(column));
  return {{"name", variable.name},         {"type", static_cast<int>(variable.type)},
          {"optional", variable.optional}, {"personal", variable.personal},
          {"choices", variable.choices},   {"columns", std::move(columns)}};
}

Variable VariableFrom(const Json& json) {
  Variable variable{.name = json.at("name").get<std::string>(),
                    .type = Word(json.at("type"), VariableType::kText, VariableType::kRows),
                    .optional = json.at("optional").get<bool>(),
                    .personal = json.at("personal").get<bool>(),
                    .choices = json.at("choices").get<std::vector<std::string>>(),
                    .columns = {}};
  for (const Json& column : json.at("columns")) variable.columns.push_back(VariableFrom(column));
  return variable;
}

Json ToJson(const TemplateAct& act) {
  if (act.principal.empty()) return nullptr;
  return {{"by", act.principal}, {"at", absl::ToUnixMicros(act.time)}};
}

TemplateAct ActFrom(const Json& json) {
  if (json.is_null()) return {};
  return {json.at("by").get<std::string>(),
          absl::FromUnixMicros(json.at("at").get<std::int64_t>())};
}

// What `from` makes of a text; none where it is of another shape.
template <typename From>
auto Read(std::string_view text, const From& from) -> std::optional<decltype(from(Json()))> {
  try {
    return from(Json::parse(text));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::string JsonOf(const TemplateValues& values) {
  Json list = Json::array();
  for (const TemplateValue& one : values) {
    list.push_back(
        Named(one.name, std::visit([](const auto& value) { return ToJson(value); }, one.value)));
  }
  return list.dump();
}

std::optional<TemplateValues> TemplateValuesFromJson(std::string_view json) {
  return Read(json, [](const Json& list) {
    TemplateValues values;
    for (const Json& one : list) values.push_back(ValueFrom(one));
    return values;
  });
}

std::string JsonOf(const MessageWords& words) {
  Json parts = Json::array();
  for (const SetPart& part : words.parts) parts.push_back(ToJson(part));
  return Json{{"template", words.template_key},
              {"version", words.template_version},
              {"own", words.is_tenants_own},
              {"language", ToJson(words.language)},
              {"parts", std::move(parts)}}
      .dump();
}

std::optional<MessageWords> MessageWordsFromJson(std::string_view json) {
  return Read(json, [](const Json& from) {
    MessageWords words{.template_key = from.at("template").get<std::string>(),
                       .template_version = from.at("version").get<std::int32_t>(),
                       .is_tenants_own = from.at("own").get<bool>(),
                       .language = LanguageFrom(from.at("language")),
                       .parts = {}};
    for (const Json& part : from.at("parts")) words.parts.push_back(PartFrom(part));
    return words;
  });
}

std::string JsonOf(const Template& content) {
  Json variables = Json::array();
  for (const Variable& variable : content.variables) variables.push_back(ToJson(variable));
  Json parts = Json::array();
  for (const TemplatePart& part : content.parts) {
    parts.push_back(
        {{"kind", static_cast<int>(part.kind)}, {"heading", part.heading}, {"text", part.text}});
  }
  return Json{{"purpose", static_cast<int>(content.purpose)},
              {"statutory", static_cast<int>(content.statutory)},
              {"limited", content.variant == Variant::kLimited},
              {"variables", std::move(variables)},
              {"parts", std::move(parts)}}
      .dump();
}

std::optional<Template> TemplateFromJson(std::string_view json) {
  return Read(json, [](const Json& from) {
    Template content;
    content.purpose = Word(from.at("purpose"), Purpose::kDemand, Purpose::kUnrelated);
    content.statutory =
        Word(from.at("statutory"), StatutoryKind::kNone, StatutoryKind::kRegulatedCredit);
    content.variant = from.at("limited").get<bool>() ? Variant::kLimited : Variant::kFull;
    for (const Json& variable : from.at("variables")) {
      content.variables.push_back(VariableFrom(variable));
    }
    for (const Json& part : from.at("parts")) {
      content.parts.push_back(
          {.kind = Word(part.at("kind"), PartKind::kSubject, PartKind::kSection),
           .heading = part.at("heading").get<std::string>(),
           .text = part.at("text").get<std::string>()});
    }
    return content;
  });
}

std::string JsonOf(const TemplateActs& acts) {
  return Json{{"written", ToJson(acts.written)},
              {"approved", ToJson(acts.approved)},
              {"retired", ToJson(acts.retired)}}
      .dump();
}

std::optional<TemplateActs> TemplateActsFromJson(std::string_view json) {
  return Read(json, [](const Json& from) {
    return TemplateActs{ActFrom(from.at("written")), ActFrom(from.at("approved")),
                        ActFrom(from.at("retired"))};
  });
}

}  // namespace parley::postgres
