// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/hearing/labelled_message.h"

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/hearing/make_hearing.h"
#include "infra/cli/scoring/json_lines.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::json;

absl::StatusOr<std::vector<language::Intent>> IntentsOf(const Json& row, const char* field) {
  std::vector<language::Intent> intents;
  const auto found = row.find(field);
  if (found == row.end() || !found->is_array()) return intents;
  for (const Json& value : *found) {
    const std::string name = value.is_string() ? value.get<std::string>() : std::string();
    const std::optional<language::Intent> intent = language::IntentNamed(name);
    if (!intent.has_value()) return absl::InvalidArgumentError(absl::StrCat("no intent ", name));
    intents.push_back(*intent);
  }
  return intents;
}

absl::Status ReadEntities(const Json& entities, LabelledMessage& message) {
  if (const auto amount = entities.find("amount");
      amount != entities.end() && amount->is_object()) {
    const auto minor = amount->find("minor_units");
    if (minor == amount->end() || !minor->is_number_integer()) {
      return absl::InvalidArgumentError("minor_units is no whole number");
    }
    message.amount = language::HeardAmount{minor->get<std::int64_t>(), TextOf(*amount, "currency")};
  }
  if (const std::string date = TextOf(entities, "date"); !date.empty()) {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(date, &day)) {
      return absl::InvalidArgumentError(absl::StrCat("no date: ", date));
    }
    message.date = day;
  }
  message.channel = TextOf(entities, "channel");
  return absl::OkStatus();
}

absl::StatusOr<LabelledMessage> ReadRow(const Json& row) {
  LabelledMessage message;
  message.id = TextOf(row, "id");
  message.text = TextOf(row, "text");
  const std::string language_tag = TextOf(row, "language");
  if (language_tag.empty()) return absl::InvalidArgumentError("language is missing");
  PARLEY_ASSIGN_OR_RETURN(
      message.context, ContextOf(TextOf(row, "channel"), TextOf(row, "received_at"), language_tag));
  PARLEY_ASSIGN_OR_RETURN(message.intents, IntentsOf(row, "intents"));
  if (message.intents.empty()) return absl::InvalidArgumentError("intents are missing");
  PARLEY_ASSIGN_OR_RETURN(message.must_not, IntentsOf(row, "must_not"));
  const auto entities = row.find("entities");
  if (entities != row.end() && entities->is_object()) {
    PARLEY_RETURN_IF_ERROR(ReadEntities(*entities, message));
  }
  return message;
}

}  // namespace

absl::StatusOr<std::vector<LabelledMessage>> ReadLabelledMessages(std::string_view lines) {
  return ReadJsonLines(lines, &ReadRow);
}

}  // namespace parley::cli
