// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
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
    app->add_option("files", files_, "JSON Lines: infra/docs/hearing.md")
        ->required()
        ->type_name("FILE.jsonl...");
    app->add_option("--to", to_, "The folder of lexicons to write the weights of each language to")
        ->required()
        ->type_name("DIR");
    app->add_option("--lexicons", lexicons_, "A folder of *.lexicon instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. The same files in the same order give the same weights.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context&) override {
    PARLEY_ASSIGN_OR_RETURN(const language::Hearing hearing, MakeHearing(lexicons_));
    std::vector<LabelledMessage> messages;
    for (const std::string& file : files_) {
      PARLEY_ASSIGN_OR_RETURN(const std::string lines, ReadFile(file));
      PARLEY_ASSIGN_OR_RETURN(std::vector<LabelledMessage> read, ReadLabelledMessages(lines));
      for (LabelledMessage& message : read) messages.push_back(std::move(message));
    }
    for (const auto& [code, weights] : LearnWeights(hearing, messages)) {
      const std::string name = std::string(language::NameOf(code));
      PARLEY_RETURN_IF_ERROR(
          WriteFile(absl::StrCat(to_, "/hearing_", name, "_weights.lexicon"), weights));
    }
    return Outcome::kClean;
  }

 private:
  std::vector<std::string> files_;
  std::string to_;
  std::string lexicons_;
};

}  // namespace

std::unique_ptr<Command> MakeLearnHearingCommand() {
  return std::make_unique<LearnHearingCommand>();
}

}  // namespace parley::cli
