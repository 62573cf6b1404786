// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_
#define PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/timestamp.pb.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/command.h"
#include "infra/cli/output/statement_text.h"
#include "infra/cli/rpc/json.h"
#include "parley/v1/debt.pb.h"

namespace parley::cli {

// How the commands that read one debt are told which.
struct DebtOptions {
  std::string name_or_reference;
  std::string creditor_code;
};

// Adds them, and returns the option of the name, which is required.
CLI::Option& AddDebtOptions(CLI::App& app, DebtOptions& options);

// Errors: DEBT_NOT_FOUND, REFERENCE_AMBIGUOUS.
absl::StatusOr<v1::Debt> ReadDebt(Client& client, const DebtOptions& options);

// Today in the zone of the debt's debtor, as the server tells it.
absl::StatusOr<std::string> TodayOf(Client& client, const std::string& debt);

// Adds --known-at, for the instant of whose knowledge a paper is drawn.
void AddKnownAtOption(CLI::App& app, std::string& known_at);

// Reads RFC 3339. Errors: INVALID_ARGUMENT.
absl::StatusOr<google::protobuf::Timestamp> ParseInstant(const std::string& text);

// Asks for what was known at an instant; an empty text asks for what is known. Errors:
// INVALID_ARGUMENT.
template <typename Request>
absl::Status SetKnownTime(const std::string& known_at, Request& request) {
  if (known_at.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(*request.mutable_known_time(), ParseInstant(known_at));
  return absl::OkStatus();
}

// A paper whose sums do not come out is a finding, and is said loudly.
Outcome TellWhetherItAddsUp(bool adds_up, Context& context);

// Shows a statement or an itemisation of a debt.
template <typename Paper>
Outcome TellPaper(const v1::Debt& debt, const Paper& paper, Client& client, Context& context) {
  context.terminal().out << (context.json()
                                 ? MessageToJson(paper, JsonShape::kOneLine)
                                 : PaperText(debt, paper, CreditorTitle(client, paper.creditor())));
  return TellWhetherItAddsUp(AddsUp(paper), context);
}

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_
