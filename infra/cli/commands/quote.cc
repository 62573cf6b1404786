// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/request_id.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

std::string QuoteText(const v1::PayoffQuote& quote) {
  return absl::StrCat(MoneyText(quote.amount()), " pays it off until ",
                      Printable(quote.valid_until_date()), ", whatever accrues meanwhile.\n",
                      "Reference: ", Printable(quote.reference()), "\n");
}

// Asks for a quote: it posts interest, and the service stands by it.
class QuoteCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("quote", "Quote what pays a debt off");
    AddDebtOptions(*app, debt_);
    app->add_option("--until", until_, "The last day on which it holds; without it, in 14 days")
        ->type_name("DATE");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const v1::Debt debt, ReadDebt(*client, debt_));
    v1::QuotePayoffRequest request;
    request.set_name(debt.name());
    request.set_valid_until_date(until_);
    request.set_request_id(NewRequestId());
    PARLEY_ASSIGN_OR_RETURN(const v1::PayoffQuote quote,
                            client->Call(client->debts(), &Debts::QuotePayoff, request));
    context.terminal().out << (context.json() ? MessageToJson(quote, JsonShape::kOneLine)
                                              : QuoteText(quote));
    return Outcome::kClean;
  }

 private:
  DebtOptions debt_;
  std::string until_;
};

}  // namespace

std::unique_ptr<Command> MakeQuoteCommand() { return std::make_unique<QuoteCommand>(); }

}  // namespace parley::cli
