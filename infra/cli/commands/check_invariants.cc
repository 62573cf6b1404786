// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/debt_reader.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"

namespace parley::cli {
namespace {

using Debts = v1::DebtService::StubInterface;

constexpr const char* kAllDebts = "debtors/-/debts/-";
constexpr int kPage = 1000;

std::string FindingsText(const v1::CheckInvariantsResponse& response) {
  std::string text;
  for (const v1::InvariantFinding& finding : response.findings()) {
    text += Printable(finding.name()) + ": " + Printable(finding.invariant()) + ": " +
            Printable(finding.description()) + "\n";
  }
  return text;
}

std::string SumText(const v1::CheckInvariantsResponse& all, std::int64_t findings) {
  return absl::StrCat(all.debts_checked(), all.debts_checked() == 1 ? " debt" : " debts", " and ",
                      all.entries_checked(), " entries checked, ", findings, " findings\n");
}

// Recomputes a debt, or all debts, from their journals, and shows what does not agree with what is
// stored.
class CheckInvariantsCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        Group(program, "check", "Check what the service keeps")
            .add_subcommand("invariants",
                            "Recompute a debt from its journal, or without a name all debts");
    AddDebtOptions(*app, debt_).required(false);
    app->footer(
        "Journals sum to zero; buckets, allocation, interest and itemisation are what they give;\n"
        "payments stand in the journals of their debts. Exit code 1 when something does not "
        "agree.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::CheckInvariantsRequest request;
    request.set_name(kAllDebts);
    request.set_page_size(kPage);
    if (!debt_.name_or_reference.empty()) {
      PARLEY_ASSIGN_OR_RETURN(*request.mutable_name(),
                              FindDebt(*client, debt_.name_or_reference, debt_.creditor_code));
    }
    v1::CheckInvariantsResponse all;
    std::int64_t findings = 0;
    do {
      PARLEY_ASSIGN_OR_RETURN(v1::CheckInvariantsResponse page,
                              client->Call(client->debts(), &Debts::CheckInvariants, request));
      request.set_page_token(page.next_page_token());
      findings += page.findings_size();
      all.set_debts_checked(all.debts_checked() + page.debts_checked());
      all.set_entries_checked(all.entries_checked() + page.entries_checked());
      if (context.json()) {
        all.mutable_findings()->MergeFrom(page.findings());
      } else {
        context.terminal().out << FindingsText(page) << std::flush;
      }
    } while (!request.page_token().empty());
    context.terminal().out << (context.json() ? MessageToJson(all, JsonShape::kOneLine)
                                              : SumText(all, findings));
    return findings == 0 ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  DebtOptions debt_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckInvariantsCommand() {
  return std::make_unique<CheckInvariantsCommand>();
}

}  // namespace parley::cli
