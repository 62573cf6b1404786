// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/files.h"

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
    app->add_option("--language", language_, "The language to write in; without it, the debtor's")
        ->type_name("TAG");
    app->add_option("--pdf", pdf_, "Write it to this file, as a PDF")->type_name("FILE");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    PARLEY_ASSIGN_OR_RETURN(const v1::Statement statement, Read(*client, debt));
    PARLEY_RETURN_IF_ERROR(Tell(*client, debt, statement, context));
    return TellWhetherItAddsUp(AddsUp(statement), context);
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

  // The document tells what the statement does, even when the debt changes in between.
  absl::StatusOr<v1::Document> Render(Client& client, const v1::Statement& statement) const {
    v1::RenderStatementRequest request;
    request.set_name(statement.debt());
    request.set_from_date(statement.from_date());
    request.set_to_date(statement.to_date());
    *request.mutable_known_time() = statement.known_time();
    request.set_language_code(language_);
    request.set_format(pdf_.empty() ? v1::DOCUMENT_FORMAT_TEXT : v1::DOCUMENT_FORMAT_PDF);
    return client.Call(client.debts(), &Debts::RenderStatement, request);
  }

  absl::Status Tell(Client& client, const v1::Debt& debt, const v1::Statement& statement,
                    Context& context) const {
    std::ostream& out = context.terminal().out;
    if (context.json() && pdf_.empty()) {
      out << MessageToJson(statement, JsonShape::kOneLine);
      return absl::OkStatus();
    }
    PARLEY_ASSIGN_OR_RETURN(const v1::Document document, Render(client, statement));
    if (!pdf_.empty()) return Keep(document.content());
    // Who may not see personal data is given no document, but may read the figures.
    out << (document.content().empty()
                ? PaperText(debt, statement, CreditorTitle(client, statement.creditor()))
                : document.content());
    return absl::OkStatus();
  }

  absl::Status Keep(const std::string& content) const {
    if (content.empty()) {
      return absl::PermissionDeniedError("a document needs a token with the scope parley.pii.read");
    }
    return WriteFile(pdf_, content);
  }

  DebtOptions debt_;
  std::string from_;
  std::string to_;
  std::string known_at_;
  std::string language_;
  std::string pdf_;
};

}  // namespace

std::unique_ptr<Command> MakeStatementCommand() { return std::make_unique<StatementCommand>(); }

}  // namespace parley::cli
