// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/debt_reader.h"

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/time_util.h"

namespace parley::cli {

using Debts = v1::DebtService::StubInterface;

CLI::Option& AddDebtOptions(CLI::App& app, DebtOptions& options) {
  CLI::Option* name =
      app.add_option("name", options.name_or_reference,
                     "The debt: its name, or the reference by which the creditor knows it")
          ->required();
  app.add_option("--creditor", options.creditor_code,
                 "The creditor, where several have a debt of that reference")
      ->type_name("CODE");
  return *name;
}

absl::StatusOr<v1::Debt> ReadDebt(Client& client, const DebtOptions& options) {
  v1::GetDebtRequest request;
  PARLEY_ASSIGN_OR_RETURN(*request.mutable_name(),
                          FindDebt(client, options.name_or_reference, options.creditor_code));
  return client.Call(client.debts(), &Debts::GetDebt, request);
}

absl::StatusOr<std::string> TodayOf(Client& client, const std::string& debt) {
  v1::GetItemisationRequest request;
  request.set_name(debt);
  PARLEY_ASSIGN_OR_RETURN(const v1::Itemisation itemisation,
                          client.Call(client.debts(), &Debts::GetItemisation, request));
  return itemisation.as_of_date();
}

void AddKnownAtOption(CLI::App& app, std::string& known_at) {
  app.add_option("--known-at", known_at, "Show it as it was known at this instant (RFC 3339)")
      ->type_name("TIME");
}

absl::StatusOr<google::protobuf::Timestamp> ParseInstant(const std::string& text) {
  google::protobuf::Timestamp instant;
  if (google::protobuf::util::TimeUtil::FromString(text, &instant)) return instant;
  return absl::InvalidArgumentError(
      absl::StrCat("--known-at is no instant such as 2026-11-22T09:30:00Z: ", text));
}

Outcome TellWhetherItAddsUp(bool adds_up, Context& context) {
  if (adds_up) return Outcome::kClean;
  context.terminal().err << "error: the parts do not add up to the sum\n";
  return Outcome::kFindings;
}

}  // namespace parley::cli
