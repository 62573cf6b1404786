// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_HEARING_LABELLED_MESSAGE_H_
#define PARLEY_INFRA_CLI_HEARING_LABELLED_MESSAGE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "domain/language/hearing/heard.h"

namespace parley::cli {

// An inbound text that a person labelled.
struct LabelledMessage {
  std::string id;
  language::HearingContext context;
  std::string text;
  std::vector<language::Intent> intents;  // The primary first.
  std::vector<language::Intent> must_not;
  std::optional<language::HeardAmount> amount;
  std::optional<absl::CivilDay> date;
  std::string channel;
};

// Reads JSON Lines: {"id","language","channel","received_at","text","intents":[..],
// "must_not":[..],"entities":{"amount":{"minor_units","currency"},"date","channel"}}. Errors:
// INVALID_ARGUMENT, with the line and what is wrong with it.
absl::StatusOr<std::vector<LabelledMessage>> ReadLabelledMessages(std::string_view lines);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_HEARING_LABELLED_MESSAGE_H_
