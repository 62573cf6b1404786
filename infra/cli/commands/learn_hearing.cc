// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/learning_files.h"
#include "infra/cli/hearing/labelled_message.h"
#include "infra/cli/hearing/learn_weights.h"
#include "infra/cli/hearing/make_hearing.h"

namespace parley::cli {
namespace {

// Learns what weighs from texts that people labelled, without a server.
class LearnHearingCommand final : public Command {
 public:
  // After ListenCommand.
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.get_subcommand("listen")->add_subcommand(
        "learn", "Learn the weights of words from labelled messages (offline)");
    AddLearningOptions(*app, "infra/docs/hearing.md", files_);
    return app;
  }

  absl::StatusOr<Outcome> Run(Context&) override {
    PARLEY_ASSIGN_OR_RETURN(const language::Hearing hearing, MakeHearing(files_.lexicons));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<LabelledMessage> messages,
                            ReadLabelled(files_, ReadLabelledMessages));
    PARLEY_RETURN_IF_ERROR(WriteWeights(files_, "hearing", LearnWeights(hearing, messages)));
    return Outcome::kClean;
  }

 private:
  LearningFiles files_;
};

}  // namespace

std::unique_ptr<Command> MakeLearnHearingCommand() {
  return std::make_unique<LearnHearingCommand>();
}

}  // namespace parley::cli
