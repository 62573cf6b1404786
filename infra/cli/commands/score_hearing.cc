// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/hearing/hearing_score.h"
#include "infra/cli/hearing/labelled_message.h"
#include "infra/cli/hearing/make_hearing.h"
#include "infra/cli/output/hearing_text.h"

namespace parley::cli {
namespace {

// Scores what is heard in texts that people labelled, without a server.
class ScoreHearingCommand final : public Command {
 public:
  // After ListenCommand.
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.get_subcommand("listen")->add_subcommand(
        "eval", "Score labelled messages (offline)");
    app->add_option("file", file_, "JSON Lines: infra/docs/hearing.md")
        ->required()
        ->type_name("FILE.jsonl");
    app->add_option("--lexicons", lexicons_, "A folder of *.lexicon instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. Shows what was misheard; its figures are no verdict.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const language::Hearing hearing, MakeHearing(lexicons_));
    PARLEY_ASSIGN_OR_RETURN(const std::string lines, ReadFile(file_));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<LabelledMessage> messages,
                            ReadLabelledMessages(lines));
    const HearingScore score = ScoreMessages(hearing, messages);
    context.terminal().out << (context.json() ? HearingScoreJson(score) : HearingScoreText(score));
    return Outcome::kClean;
  }

 private:
  std::string file_;
  std::string lexicons_;
};

}  // namespace

std::unique_ptr<Command> MakeScoreHearingCommand() {
  return std::make_unique<ScoreHearingCommand>();
}

}  // namespace parley::cli
