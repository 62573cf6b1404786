// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_template_value.h"

#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "adapters/grpc/convert_common.h"

namespace parley::grpc_api {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kMinutesOfDay = 1440;

std::optional<MinuteOfDay> ParseMinute(const std::string& text) {
  constexpr std::size_t kColon = 2;
  int hour = 0;
  int minute = 0;
  if (text.size() <= kColon || !absl::SimpleAtoi(text.substr(0, kColon), &hour) ||
      !absl::SimpleAtoi(text.substr(kColon + 1), &minute)) {
    return std::nullopt;
  }
  const int minutes = hour * kMinutesOfHour + minute;
  const bool same = absl::StrFormat("%02d:%02d", hour, minute) == text;
  if (!same || minute >= kMinutesOfHour || minutes >= kMinutesOfDay) return std::nullopt;
  return MinuteOfDay{minutes};
}

// Reads one value of a variable or a column into whatever has a place for it.
template <typename Proto, typename Value>
void ReadOne(const Proto& in, const std::string& path, Value& out, Violations& violations) {
  switch (in.value_case()) {
    case Proto::kMoney: {
      const auto money = ReadMoney(in.money(), path + ".money", violations);
      if (money.has_value()) out = *money;
      break;
    }
    case Proto::kDate: {
      if (in.date().empty()) AddOnce(violations, path + ".date", Fault::kRequired);
      const auto day = ReadDay(in.date(), path + ".date", violations);
      if (day.has_value()) out = *day;
      break;
    }
    case Proto::kClock: {
      const auto minute = ParseMinute(in.clock());
      if (!minute.has_value()) AddOnce(violations, path + ".clock", Fault::kMalformed);
      if (minute.has_value()) out = *minute;
      break;
    }
    case Proto::kCount:
      out = std::int64_t{in.count()};
      break;
    case Proto::kText:
      out = SensitiveText(in.text());
      break;
    default:
      break;  // That there is none was told by the request's shape.
  }
}

std::vector<SensitiveText> ReadWordList(const v1::TemplateWordList& in) {
  std::vector<SensitiveText> words;
  for (const std::string& word : in.words()) words.emplace_back(word);
  return words;
}

ValueRow ReadRow(const v1::TemplateRow& in, const std::string& path, Violations& violations) {
  ValueRow row;
  for (int at = 0; at < in.columns_size(); ++at) {
    ColumnValue& column = row.emplace_back();
    column.name = in.columns(at).name();
    ReadOne(in.columns(at), absl::StrCat(path, ".columns[", at, "]"), column.value, violations);
  }
  return row;
}

std::vector<ValueRow> ReadRows(const v1::TemplateRowList& in, const std::string& path,
                               Violations& violations) {
  std::vector<ValueRow> rows;
  for (int at = 0; at < in.rows_size(); ++at) {
    rows.push_back(ReadRow(in.rows(at), absl::StrCat(path, ".rows[", at, "]"), violations));
  }
  return rows;
}

// Writes one value into the message that has a field for each kind.
template <typename Proto>
class Writer {
 public:
  explicit Writer(Proto& out) : out_(out) {}

  void operator()(const Money& money) const {
    out_.mutable_money()->set_minor_units(money.minor_units());
    out_.mutable_money()->set_currency_code(std::string(money.currency().code()));
  }
  void operator()(const Day& day) const { out_.set_date(FormatDay(day)); }
  void operator()(const MinuteOfDay& time) const {
    out_.set_clock(
        absl::StrFormat("%02d:%02d", time.minute / kMinutesOfHour, time.minute % kMinutesOfHour));
  }
  void operator()(std::int64_t count) const { out_.set_count(count); }
  void operator()(const SensitiveText& text) const { out_.set_text(text.Reveal()); }
  void operator()(const std::vector<SensitiveText>& words) const {
    for (const SensitiveText& word : words) out_.mutable_words()->add_words(word.Reveal());
  }
  void operator()(const std::vector<ValueRow>& rows) const {
    for (const ValueRow& row : rows) {
      v1::TemplateRow& written = *out_.mutable_rows()->add_rows();
      for (const ColumnValue& column : row) {
        v1::TemplateColumn& cell = *written.add_columns();
        cell.set_name(column.name);
        std::visit(Writer<v1::TemplateColumn>(cell), column.value);
      }
    }
  }

 private:
  Proto& out_;
};

}  // namespace

TemplateValues ReadValues(const google::protobuf::RepeatedPtrField<v1::TemplateValue>& in,
                          const std::string& field, Violations& violations) {
  TemplateValues values;
  std::set<std::string> names;
  for (int at = 0; at < in.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "]");
    TemplateValue& value = values.emplace_back();
    value.name = in[at].name();
    if (!names.insert(value.name).second) AddOnce(violations, path + ".name", Fault::kDuplicate);
    if (in[at].has_words()) {
      value.value = ReadWordList(in[at].words());
    } else if (in[at].has_rows()) {
      value.value = ReadRows(in[at].rows(), path + ".rows", violations);
    } else {
      ReadOne(in[at], path, value.value, violations);
    }
  }
  return values;
}

void Write(const TemplateValue& value, v1::TemplateValue& out) {
  out.set_name(value.name);
  std::visit(Writer<v1::TemplateValue>(out), value.value);
}

}  // namespace parley::grpc_api
