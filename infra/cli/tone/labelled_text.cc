// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/labelled_text.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::json;

absl::Status Wrong(int line, std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("line ", line, ": ", std::string(what)));
}

std::string TextOf(const Json& row, const char* field) {
  const auto found = row.find(field);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> ListOf(const Json& row, const char* field) {
  std::vector<std::string> texts;
  const auto found = row.find(field);
  if (found == row.end() || !found->is_array()) return texts;
  for (const Json& value : *found) {
    texts.push_back(value.is_string() ? value.get<std::string>() : std::string());
  }
  return texts;
}

absl::StatusOr<LabelledText> ReadRow(int line, const Json& row) {
  LabelledText labelled;
  labelled.id = TextOf(row, "id");
  labelled.channel = TextOf(row, "channel");
  labelled.text = TextOf(row, "text");
  labelled.difficulty = TextOf(row, "difficulty");
  if (labelled.text.empty()) return Wrong(line, "text is missing");
  const std::optional<language::LanguageCode> code = language::LanguageOf(TextOf(row, "language"));
  if (!code.has_value()) return Wrong(line, "language is none of en, es, fr, de");
  labelled.language = *code;
  const auto acceptable = row.find("acceptable");
  if (acceptable == row.end() || !acceptable->is_boolean()) {
    return Wrong(line, "acceptable is true or false");
  }
  labelled.acceptable = acceptable->get<bool>();
  const std::vector<std::string> categories = ListOf(row, "categories");
  const std::vector<std::string> spans = ListOf(row, "spans");
  for (std::size_t at = 0; at < categories.size(); ++at) {
    const auto category = language::ToneCategoryNamed(categories[at]);
    if (!category.has_value()) return Wrong(line, absl::StrCat("no category ", categories[at]));
    labelled.spans.push_back({*category, at < spans.size() ? spans[at] : std::string()});
  }
  return labelled;
}

}  // namespace

absl::StatusOr<std::vector<LabelledText>> ReadLabelledTexts(std::string_view lines) {
  std::vector<LabelledText> texts;
  int number = 0;
  for (const absl::string_view line :
       absl::StrSplit(absl::string_view(lines.data(), lines.size()), '\n')) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    const Json row = Json::parse(line.begin(), line.end(), nullptr, /*allow_exceptions=*/false);
    if (!row.is_object()) return Wrong(number, "no JSON object");
    absl::StatusOr<LabelledText> labelled = ReadRow(number, row);
    if (!labelled.ok()) return labelled.status();
    texts.push_back(*std::move(labelled));
  }
  return texts;
}

}  // namespace parley::cli
