// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

std::string FindingsText(const v1::CheckInvariantsResponse& response) {
  std::string text;
  for (const v1::InvariantFinding& finding : response.findings()) {
    text += Printable(finding.name()) + ": " + Printable(finding.invariant()) + ": " +
            Printable(finding.description()) + "\n";
  }
  return text + std::to_string(response.entries_checked()) + " entries checked, " +
         std::to_string(response.findings_size()) + " findings\n";
}

// Recomputes a debt from its journal and shows what does not agree with what is stored.
class CheckInvariantsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "check", "Check what the service keeps")
                        .add_subcommand("invariants", "Recompute a debt from its journal");
    AddDebtOptions(*app, debt_);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::CheckInvariantsRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_name(),
                            FindDebt(*client, debt_.name_or_reference, debt_.creditor_code));
    PARLEY_ASSIGN_OR_RETURN(const v1::CheckInvariantsResponse response,
                            client->Call(client->debts(), &Debts::CheckInvariants, request));
    context.terminal().out << (context.json() ? MessageToJson(response, JsonShape::kOneLine)
                                              : FindingsText(response));
    return response.findings().empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  DebtOptions debt_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckInvariantsCommand() {
  return std::make_unique<CheckInvariantsCommand>();
}

}  // namespace parley::cli
