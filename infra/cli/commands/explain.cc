// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "adapters/text/catalogue.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/output/explanation_text.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

class ExplainCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("explain", "Tell in plain words where a debt stands");
    AddDebtOptions(*app, debt_);
    app->add_option("--language", language_, "The language; without it, the debtor's own")
        ->type_name("CODE");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const auto words, text::Catalogue::Load());
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::ExplainStatusRequest request;
    PARLEY_ASSIGN_OR_RETURN(*request.mutable_name(),
                            FindDebt(*client, debt_.name_or_reference, debt_.creditor_code));
    request.set_language_code(language_);
    PARLEY_ASSIGN_OR_RETURN(const v1::StatusExplanation explanation,
                            client->Call(client->debts(), &Debts::ExplainStatus, request));
    context.terminal().out << (context.json()
                                   ? MessageToJson(explanation, JsonShape::kOneLine)
                                   : ExplanationText(explanation,
                                                     words->In(explanation.language_code())));
    return Outcome::kClean;
  }

 private:
  DebtOptions debt_;
  std::string language_;
};

}  // namespace

std::unique_ptr<Command> MakeExplainCommand() { return std::make_unique<ExplainCommand>(); }

}  // namespace parley::cli
