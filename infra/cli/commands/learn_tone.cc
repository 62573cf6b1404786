// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/learn_tone.h"

#include <memory>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/learning_files.h"
#include "infra/cli/tone/labelled_text.h"
#include "infra/cli/tone/tone_checks.h"

namespace parley::cli {
namespace {

// Learns what weighs from texts that people labelled, without a server.
class LearnToneCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app =
        Group(program, "tone", "The tone of what we say")
            .add_subcommand("learn", "Learn what words weigh from labelled texts (offline)");
    AddLearningOptions(*app, "infra/docs/tone.md", files_);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context&) override {
    PARLEY_ASSIGN_OR_RETURN(const ToneChecks checks, MakeToneChecks(files_.lexicons));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<LabelledText> texts,
                            ReadLabelled(files_, ReadLabelledTexts));
    PARLEY_RETURN_IF_ERROR(WriteWeights(files_, "tone", LearnTone(checks, texts)));
    return Outcome::kClean;
  }

 private:
  LearningFiles files_;
};

}  // namespace

std::unique_ptr<Command> MakeLearnToneCommand() { return std::make_unique<LearnToneCommand>(); }

}  // namespace parley::cli
