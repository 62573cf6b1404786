// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/labelled_text.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "infra/cli/scoring/json_lines.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::json;

std::vector<std::string> ListOf(const Json& row, const char* field) {
  std::vector<std::string> texts;
  const auto found = row.find(field);
  if (found == row.end() || !found->is_array()) return texts;
  for (const Json& value : *found) {
    texts.push_back(value.is_string() ? value.get<std::string>() : std::string());
  }
  return texts;
}

absl::StatusOr<LabelledText> ReadRow(const Json& row) {
  LabelledText labelled;
  labelled.id = TextOf(row, "id");
  labelled.channel = TextOf(row, "channel");
  labelled.text = TextOf(row, "text");
  labelled.difficulty = TextOf(row, "difficulty");
  if (labelled.text.empty()) return absl::InvalidArgumentError("text is missing");
  const std::optional<language::LanguageCode> code = language::LanguageOf(TextOf(row, "language"));
  if (!code.has_value()) return absl::InvalidArgumentError("language is none of en, es, fr, de");
  labelled.language = *code;
  const auto acceptable = row.find("acceptable");
  if (acceptable == row.end() || !acceptable->is_boolean()) {
    return absl::InvalidArgumentError("acceptable is true or false");
  }
  labelled.acceptable = acceptable->get<bool>();
  const std::vector<std::string> categories = ListOf(row, "categories");
  const std::vector<std::string> spans = ListOf(row, "spans");
  for (std::size_t at = 0; at < categories.size(); ++at) {
    const auto category = language::ToneCategoryNamed(categories[at]);
    if (!category.has_value())
      return absl::InvalidArgumentError(absl::StrCat("no category ", categories[at]));
    labelled.spans.push_back({*category, at < spans.size() ? spans[at] : std::string()});
  }
  return labelled;
}

}  // namespace

absl::StatusOr<std::vector<LabelledText>> ReadLabelledTexts(std::string_view lines) {
  return ReadJsonLines(lines, &ReadRow);
}

}  // namespace parley::cli
