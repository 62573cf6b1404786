// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

class ItemiseCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("itemise", "Show what a debt consists of");
    AddDebtOptions(*app, debt_);
    app->add_option("--as-of", as_of_, "The day at whose end it is drawn; without it, today")
        ->type_name("DATE");
    AddKnownAtOption(*app, known_at_);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    v1::GetItemisationRequest request;
    request.set_name(debt.name());
    request.set_as_of_date(as_of_);
    PARLEY_RETURN_IF_ERROR(SetKnownTime(known_at_, request));
    PARLEY_ASSIGN_OR_RETURN(const v1::Itemisation itemisation,
                            client->Call(client->debts(), &Debts::GetItemisation, request));
    return TellPaper(debt, itemisation, *client, context);
  }

 private:
  DebtOptions debt_;
  std::string as_of_;
  std::string known_at_;
};

}  // namespace

std::unique_ptr<Command> MakeItemiseCommand() { return std::make_unique<ItemiseCommand>(); }

}  // namespace parley::cli
