// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_SCORING_JSON_LINES_H_
#define PARLEY_INFRA_CLI_SCORING_JSON_LINES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "nlohmann/json.hpp"

namespace parley::cli {

// The text of a field; empty where it is missing or no text.
inline std::string TextOf(const nlohmann::json& row, const char* field) {
  const auto found = row.find(field);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Reads JSON Lines, an object each; empty lines are passed over. `read` makes a row of one, or says
// what is wrong with it. Errors: INVALID_ARGUMENT, with the line and what is wrong.
template <typename Row>
absl::StatusOr<std::vector<Row>> ReadJsonLines(std::string_view lines,
                                               absl::StatusOr<Row> (*read)(const nlohmann::json&)) {
  std::vector<Row> rows;
  int number = 0;
  for (const absl::string_view line :
       absl::StrSplit(absl::string_view(lines.data(), lines.size()), '\n')) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    const auto json =
        nlohmann::json::parse(line.begin(), line.end(), nullptr, /*allow_exceptions=*/false);
    absl::StatusOr<Row> row =
        json.is_object() ? read(json)
                         : absl::StatusOr<Row>(absl::InvalidArgumentError("no JSON object"));
    if (!row.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", number, ": ", row.status().message()));
    }
    rows.push_back(*std::move(row));
  }
  return rows;
}

// One line; an ill-formed byte of a text is shown as a replacement character.
inline std::string JsonLine(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_SCORING_JSON_LINES_H_
