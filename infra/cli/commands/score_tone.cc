// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/tone/labelled_text.h"
#include "infra/cli/tone/tone_score.h"
#include "infra/cli/tone/tone_text.h"

namespace parley::cli {
namespace {

// Scores the rules of tone on texts that people judged, without a server.
class ScoreToneCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "tone", "The tone of what we say")
                        .add_subcommand("eval", "Score labelled texts (offline)");
    app->add_option("file", file_, "JSON Lines: infra/docs/tone.md")
        ->required()
        ->type_name("FILE.jsonl");
    app->add_option("--lexicons", lexicons_, "A folder of *.lexicon instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. Shows what was misjudged; its figures are no verdict.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const ToneChecks checks, MakeToneChecks(lexicons_));
    PARLEY_ASSIGN_OR_RETURN(const std::string lines, ReadFile(file_));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<LabelledText> texts, ReadLabelledTexts(lines));
    const ToneScore score = ScoreTexts(checks, texts);
    context.terminal().out << (context.json() ? ScoreJson(score) : ScoreText(score));
    return Outcome::kClean;
  }

 private:
  std::string file_;
  std::string lexicons_;
};

}  // namespace

std::unique_ptr<Command> MakeScoreToneCommand() { return std::make_unique<ScoreToneCommand>(); }

}  // namespace parley::cli
