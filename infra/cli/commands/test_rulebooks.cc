// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "adapters/cases/case_player.h"
#include "adapters/policy/read_policy.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/output/case_report.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

absl::StatusOr<policy::Policy> LoadPolicy(const std::string& folder) {
  return folder.empty() ? policy::ReadBuiltInPolicy() : policy::ReadPolicyFolder(folder);
}

// Plays worked cases against the rulebooks, without a server.
class TestRulebooksCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "rulebook", "The rules of contact")
                        .add_subcommand("test", "Play worked cases, and compare (offline)");
    app->add_option("--cases", cases_, "A JSON list of cases: infra/docs/conformance.md")
        ->required()
        ->type_name("FILE.json");
    app->add_option("--rulebooks", rulebooks_, "A folder of *.textproto instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. Exit code 1 when a case fails.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const policy::Policy loaded, LoadPolicy(rulebooks_));
    PARLEY_ASSIGN_OR_RETURN(const std::string text, ReadFile(cases_));
    PARLEY_ASSIGN_OR_RETURN(const CaseReport report,
                            CasePlayer().Play(text, loaded.Books(), loaded.calendars));
    context.terminal().out << (context.json() ? ReportJson(report) : ReportText(report));
    return report.failures.empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  std::string cases_;
  std::string rulebooks_;
};

}  // namespace

std::unique_ptr<Command> MakeTestRulebooksCommand() {
  return std::make_unique<TestRulebooksCommand>();
}

}  // namespace parley::cli
