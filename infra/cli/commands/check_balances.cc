// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/check/balance_check.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

std::string ReportText(const BalanceReport& report) {
  std::string text;
  for (const BalanceFinding& finding : report.findings) text += FindingText(finding) + "\n";
  return text + std::to_string(report.passed) + " passed, " +
         std::to_string(report.findings.size()) + " failed\n";
}

std::string ReportJson(const BalanceReport& report) {
  nlohmann::ordered_json findings = nlohmann::ordered_json::array();
  for (const BalanceFinding& finding : report.findings) {
    findings.push_back({{"line", finding.expected.line},
                        {"external_ref", finding.expected.external_ref},
                        {"as_of", finding.expected.as_of},
                        {"expected", finding.expected.balance},
                        {"found", finding.found},
                        {"problem", finding.problem}});
  }
  const nlohmann::ordered_json whole = {
      {"passed", report.passed}, {"failed", report.findings.size()}, {"findings", findings}};
  return whole.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

// Compares balances that somebody else computed with the service's own.
class CheckBalancesCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "check", "Check what the service keeps")
                        .add_subcommand("balances", "Compare balances as of days with a file's");
    app->add_option("file", file_, "Columns: external_ref, as_of, balance")
        ->required()
        ->type_name("FILE.csv");
    app->add_option("--creditor", creditor_, "Whose debts they are; without it, the only one's")
        ->type_name("CODE");
    app->footer("Exit code 1 when a balance differs.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(std::ifstream stream, OpenFile(file_));
    PARLEY_ASSIGN_OR_RETURN(BalanceFile file, BalanceFile::Open(stream));
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const BalanceReport report, BalanceCheck(*client).Run(file, creditor_));
    context.terminal().out << (context.json() ? ReportJson(report) : ReportText(report));
    return report.findings.empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  std::string file_;
  std::string creditor_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckBalancesCommand() {
  return std::make_unique<CheckBalancesCommand>();
}

}  // namespace parley::cli
