// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <memory>
#include <string>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/hearing/make_hearing.h"
#include "infra/cli/output/hearing_text.h"

namespace parley::cli {
namespace {

// Tells what a text says, without a server.
class ListenCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("listen", "Tell what a message to us says (offline)");
    app->add_option("file", file_, "The text; - or nothing for the standard input")
        ->type_name("FILE");
    app->add_option("--language", language_, "en, es, fr or de, where it is known")->type_name("L");
    app->add_option("--channel", channel_, "sms, email, chat, letter or call_note")->type_name("C");
    app->add_option("--received", received_, "When it came, where the person is")
        ->type_name("TIME");
    app->add_option("--lexicons", lexicons_, "A folder of *.lexicon instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. Days are counted from --received.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const language::Hearing hearing, MakeHearing(lexicons_));
    PARLEY_ASSIGN_OR_RETURN(const language::HearingContext known,
                            ContextOf(channel_, received_, language_));
    PARLEY_ASSIGN_OR_RETURN(const std::string text, TextOf(context.terminal()));
    const language::Heard heard = hearing.Hear(text, known);
    context.terminal().out << (context.json() ? HeardJson(text, heard) : HeardText(text, heard));
    return Outcome::kClean;
  }

 private:
  absl::StatusOr<std::string> TextOf(Terminal& terminal) const {
    if (!file_.empty() && file_ != "-") return ReadFile(file_);
    return std::string(std::istreambuf_iterator<char>(terminal.in), {});
  }

  std::string file_;
  std::string language_;
  std::string channel_ = "email";
  std::string received_ = "1970-01-01T00:00:00Z";
  std::string lexicons_;
};

}  // namespace

std::unique_ptr<Command> MakeListenCommand() { return std::make_unique<ListenCommand>(); }

}  // namespace parley::cli
