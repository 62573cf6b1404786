// SPDX-License-Identifier: Apache-2.0
#include "adapters/intake/csv_record.h"

#include <algorithm>

namespace parley {
namespace {

// Takes a quoted field, whose opening quote stands at `at`, and leaves `at` behind its closing one.
CsvForm TakeQuoted(std::string_view text, std::size_t& at, std::string& field) {
  ++at;
  while (true) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) return CsvForm::kUnclosedQuote;
    field.append(text.substr(at, quote - at));
    at = quote + 1;
    if (at == text.size() || text[at] != '"') return CsvForm::kSound;
    field.push_back('"');
    ++at;
  }
}

// Takes a plain field, and leaves `at` at the comma or line end behind it.
CsvForm TakePlain(std::string_view text, std::size_t& at, std::string& field) {
  const std::size_t end = std::min(text.find_first_of(",\"\n", at), text.size());
  if (end < text.size() && text[end] == '"') return CsvForm::kStrayQuote;
  field.assign(text.substr(at, end - at));
  const bool line_ends = end == text.size() || text[end] == '\n';
  if (line_ends && !field.empty() && field.back() == '\r') field.pop_back();
  at = end;
  return CsvForm::kSound;
}

// Steps over the CR of a CRLF behind a quoted field.
void SkipReturn(std::string_view text, std::size_t& at) {
  const bool crlf = text.substr(at, 2) == "\r\n";
  const bool last = at + 1 == text.size() && text[at] == '\r';
  if (crlf || last) ++at;
}

CsvForm TakeField(std::string_view text, std::size_t& at, std::string& field) {
  field.clear();
  if (at == text.size() || text[at] != '"') return TakePlain(text, at, field);
  const CsvForm form = TakeQuoted(text, at, field);
  if (form != CsvForm::kSound) return form;
  SkipReturn(text, at);
  const bool ends = at == text.size() || text[at] == ',' || text[at] == '\n';
  return ends ? CsvForm::kSound : CsvForm::kStrayQuote;
}

}  // namespace

void ParseCsvRecord(std::string_view text, CsvRecord& record) {
  std::size_t at = 0;
  std::size_t count = 0;
  while (true) {
    if (record.fields.size() == count) record.fields.emplace_back();
    record.form = TakeField(text, at, record.fields[count]);
    if (record.form != CsvForm::kSound) break;
    ++count;
    if (at == text.size() || text[at] == '\n') break;
    ++at;
  }
  record.fields.resize(count);
  record.touches_end = at == text.size() || record.form == CsvForm::kUnclosedQuote;
  record.size = record.touches_end ? text.size() : at + 1;
}

std::string FormatCsvField(std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(field);
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  quoted.push_back('"');
  return quoted;
}

}  // namespace parley
