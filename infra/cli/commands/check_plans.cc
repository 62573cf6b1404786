// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/output/line_report.h"
#include "infra/cli/plan/plan_case.h"

namespace parley::cli {
namespace {

// Makes schedules without a server, and compares what somebody else computed.
class CheckPlansCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "check", "Check what the service keeps")
                        .add_subcommand("plans", "Make schedules of plans, and compare (offline)");
    app->add_option("file", file_, "One schedule a line: infra/docs/plan_cases.md")
        ->required()
        ->type_name("FILE.jsonl");
    app->footer("Needs no server. Exit code 1 when a schedule differs or cannot be read.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(std::ifstream stream, OpenFile(file_));
    const LineReport report = CheckPlans(stream);
    context.terminal().out << (context.json() ? ReportJson(report) : ReportText(report));
    return report.failures.empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  std::string file_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckPlansCommand() { return std::make_unique<CheckPlansCommand>(); }

}  // namespace parley::cli
