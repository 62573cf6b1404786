// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_template_value.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"

namespace parley::grpc_api {
namespace {

// "09:30".
std::optional<MinuteOfDay> ReadMinute(const std::string& text, const std::string& field,
                                      Violations& violations) {
  int hour = 0;
  int minute = 0;
  const bool is_sound = text.size() == 5 && text[2] == ':' &&
                        absl::SimpleAtoi(text.substr(0, 2), &hour) &&
                        absl::SimpleAtoi(text.substr(3), &minute) && hour >= 0 && hour < 24 &&
                        minute >= 0 && minute < 60;
  if (is_sound) return MinuteOfDay{60 * hour + minute};
  violations.Add(field, Fault::kMalformed);
  return std::nullopt;
}

// What columns and values have in common.
template <typename Value, typename Wire>
std::optional<Value> ReadSimple(const Wire& wire, const std::string& path, Violations& violations) {
  switch (wire.value_case()) {
    case Wire::kMoney:
      return ReadMoney(wire.money(), path + ".money", violations);
    case Wire::kDate:
      return ReadDay(wire.date(), path + ".date", violations);
    case Wire::kTime:
      return ReadMinute(wire.time(), path + ".time", violations);
    case Wire::kCount:
      return std::int64_t{wire.count()};
    case Wire::kText:
      return SensitiveText(wire.text());
    default:
      violations.Add(path, Fault::kRequired);
      return std::nullopt;
  }
}

ValueRow ReadRow(const v1::TemplateRow& wire, const std::string& path, Violations& violations) {
  ValueRow row;
  for (int at = 0; at < wire.columns_size(); ++at) {
    const v1::TemplateColumn& column = wire.columns(at);
    auto value = ReadSimple<decltype(ColumnValue::value)>(
        column, absl::StrCat(path, ".columns[", at, "]"), violations);
    if (value.has_value()) row.push_back({column.name(), *std::move(value)});
  }
  return row;
}

std::optional<decltype(TemplateValue::value)> ReadValue(const v1::TemplateValue& wire,
                                                        const std::string& path,
                                                        Violations& violations) {
  using Value = decltype(TemplateValue::value);
  if (wire.has_words()) {
    std::vector<SensitiveText> words;
    for (const std::string& word : wire.words().words()) words.emplace_back(word);
    return words;
  }
  if (wire.has_rows()) {
    std::vector<ValueRow> rows;
    for (int at = 0; at < wire.rows().rows_size(); ++at) {
      rows.push_back(
          ReadRow(wire.rows().rows(at), absl::StrCat(path, ".rows[", at, "]"), violations));
    }
    return rows;
  }
  return ReadSimple<Value>(wire, path, violations);
}

}  // namespace

TemplateValues ReadTemplateValues(
    const google::protobuf::RepeatedPtrField<v1::TemplateValue>& values, const std::string& field,
    Violations& violations) {
  TemplateValues read;
  for (int at = 0; at < values.size(); ++at) {
    const v1::TemplateValue& wire = values.Get(at);
    auto value = ReadValue(wire, absl::StrCat(field, "[", at, "]"), violations);
    if (value.has_value()) read.push_back({wire.name(), *std::move(value)});
  }
  return read;
}

}  // namespace parley::grpc_api
