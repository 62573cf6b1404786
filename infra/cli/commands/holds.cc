// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

constexpr int kLargestPage = 1000;

std::string ContactText(v1::ContactEffect effect) {
  return PlainWords(v1::ContactEffect_Name(effect), "CONTACT_EFFECT_");
}

std::string ScopeText(const v1::Hold& hold) {
  if (hold.debt().empty()) return "all debts";
  return hold.has_disputed() ? MoneyText(hold.disputed()) : "this debt";
}

std::string EffectsText(const v1::HoldEffects& effects) {
  std::string text = absl::StrCat(
      "Asking for payment: ", ContactText(effects.demand_contact()),
      "\nAnswers and notices: ", ContactText(effects.service_contact()),
      "\nTo: ", PlainWords(v1::Addressee_Name(effects.addressee()), "ADDRESSEE_"),
      "\nInterest: ", effects.freezes_interest() ? "stopped" : "runs",
      "\nNew fees: ", effects.stops_fees() ? "stopped" : "allowed",
      "\nMoney that comes in: ", PlainWords(v1::MoneyEffect_Name(effects.money()), "MONEY_EFFECT_"),
      "\n");
  if (effects.has_disputed()) {
    absl::StrAppend(&text, "In dispute: ", MoneyText(effects.disputed()), "\n");
  }
  return text;
}

std::string HoldsText(const v1::ListHoldsResponse& holds) {
  const std::string today = absl::StrCat("\nToday\n", EffectsText(holds.effects()));
  if (holds.holds().empty()) return absl::StrCat("No holds.\n", today);
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Hold", "On", "From", "Until", "State"});
  table.AddRule({0, 1, 2, 3, 4});
  for (const v1::Hold& hold : holds.holds()) {
    table.Add({PlainWords(v1::HoldType_Name(hold.type()), "HOLD_TYPE_"), ScopeText(hold),
               hold.from_date(), hold.until_date().empty() ? "open" : hold.until_date(),
               PlainWords(v1::HoldState_Name(hold.state()), "HOLD_STATE_")});
  }
  return absl::StrCat(table.Render(), today);
}

// Shows what may not be done to a debt today, and the holds that say so.
class HoldsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("holds", "Show what may not be done to a debt");
    AddDebtOptions(*app, debt_);
    app->footer("Money on its way is no hold that somebody placed, but what it forbids is told.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const std::string name,
                            FindDebt(*client, debt_.name_or_reference, debt_.creditor_code));
    v1::ListHoldsRequest request;
    request.set_parent(name.substr(0, name.find("/debts/")));
    request.set_filter(absl::StrCat("debt = \"", name, "\""));
    request.set_page_size(kLargestPage);
    v1::ListHoldsResponse holds;
    do {
      PARLEY_ASSIGN_OR_RETURN(const v1::ListHoldsResponse page,
                              client->Call(client->debts(), &Debts::ListHolds, request));
      holds.MergeFrom(page);
      holds.set_next_page_token(page.next_page_token());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    context.terminal().out << (context.json() ? MessageToJson(holds, JsonShape::kOneLine)
                                              : HoldsText(holds));
    return Outcome::kClean;
  }

 private:
  DebtOptions debt_;
};

}  // namespace

std::unique_ptr<Command> MakeHoldsCommand() { return std::make_unique<HoldsCommand>(); }

}  // namespace parley::cli
