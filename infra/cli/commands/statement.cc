// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

class StatementCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("statement", "Show what happened to a debt");
    AddDebtOptions(*app, debt_);
    app->add_option("--from", from_, "The first day; without it, the itemisation date")
        ->type_name("DATE");
    app->add_option("--to", to_, "The last day; without it, today")->type_name("DATE");
    AddKnownAtOption(*app, known_at_);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    PARLEY_ASSIGN_OR_RETURN(const v1::Statement statement, Read(*client, debt));
    return TellPaper(debt, statement, *client, context);
  }

 private:
  absl::StatusOr<v1::Statement> Read(Client& client, const v1::Debt& debt) const {
    v1::GetStatementRequest request;
    request.set_name(debt.name());
    request.set_from_date(from_.empty() ? debt.itemisation_date() : from_);
    request.set_to_date(to_);
    if (to_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_to_date(), TodayOf(client, debt.name()));
    }
    PARLEY_RETURN_IF_ERROR(SetKnownTime(known_at_, request));
    return client.Call(client.debts(), &Debts::GetStatement, request);
  }

  DebtOptions debt_;
  std::string from_;
  std::string to_;
  std::string known_at_;
};

}  // namespace

std::unique_ptr<Command> MakeStatementCommand() { return std::make_unique<StatementCommand>(); }

}  // namespace parley::cli
