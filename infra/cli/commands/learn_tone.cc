// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/learn_tone.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
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
    app->add_option("files", files_, "JSON Lines: infra/docs/tone.md")
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
    PARLEY_ASSIGN_OR_RETURN(const ToneChecks checks, MakeToneChecks(lexicons_));
    std::vector<LabelledText> texts;
    for (const std::string& file : files_) {
      PARLEY_ASSIGN_OR_RETURN(const std::string lines, ReadFile(file));
      PARLEY_ASSIGN_OR_RETURN(std::vector<LabelledText> read, ReadLabelledTexts(lines));
      for (LabelledText& text : read) texts.push_back(std::move(text));
    }
    for (const auto& [code, weights] : LearnTone(checks, texts)) {
      const std::string name = std::string(language::NameOf(code));
      PARLEY_RETURN_IF_ERROR(
          WriteFile(absl::StrCat(to_, "/tone_", name, "_weights.lexicon"), weights));
    }
    return Outcome::kClean;
  }

 private:
  std::vector<std::string> files_;
  std::string to_;
  std::string lexicons_;
};

}  // namespace

std::unique_ptr<Command> MakeLearnToneCommand() { return std::make_unique<LearnToneCommand>(); }

}  // namespace parley::cli
