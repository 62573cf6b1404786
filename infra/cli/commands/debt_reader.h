// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_
#define PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/timestamp.pb.h"
#include "infra/cli/client/client.h"
#include "infra/cli/command.h"
#include "parley/v1/debt.pb.h"

namespace parley::cli {

// How the commands that read one debt are told which.
struct DebtOptions {
  std::string name_or_reference;
  std::string creditor_code;
};

void AddDebtOptions(CLI::App& app, DebtOptions& options);

// Errors: DEBT_NOT_FOUND, REFERENCE_AMBIGUOUS.
absl::StatusOr<v1::Debt> ReadDebt(Client& client, const DebtOptions& options);

// Today in the zone of the debt's debtor, as the server tells it.
absl::StatusOr<std::string> TodayOf(Client& client, const std::string& debt);

// Reads RFC 3339; an empty text sets nothing. Errors: INVALID_ARGUMENT.
absl::Status SetInstant(const std::string& text, google::protobuf::Timestamp& instant);

// A paper whose sums do not come out is a finding, and is said loudly.
Outcome TellWhetherItAddsUp(bool adds_up, Context& context);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_DEBT_READER_H_
