// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/files.h"
#include "infra/cli/tone/tone_checks.h"
#include "infra/cli/tone/tone_text.h"

namespace parley::cli {
namespace {

// Holds a text against the rules of tone, without a server.
class CheckToneCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "tone", "The tone of what we say")
                        .add_subcommand("check", "Tell whether a text may go out (offline)");
    app->add_option("file", file_, "The text; - or nothing for the standard input")
        ->type_name("FILE");
    app->add_option("--language", language_, "en, es, fr or de")->type_name("L");
    app->add_option("--channel", channel_,
                    "letter, email, sms, chat, call, postcard, voicemail, "
                    "subject (a line of its own) or third_party")
        ->type_name("C");
    app->add_flag("--court-order", enabled_.court_order, "The case holds a court's order");
    app->add_flag("--legal-action", enabled_.legal_action, "Legal action is enabled and decided");
    app->add_flag("--agreed-instalment", enabled_.agreed_instalment, "The sum was agreed");
    app->add_option("--lexicons", lexicons_, "A folder of *.lexicon instead of the built-in")
        ->type_name("DIR");
    app->footer("Needs no server. Exit code 1 when the text is blocked.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    const std::optional<language::LanguageCode> code = language::LanguageOf(language_);
    if (!code.has_value()) {
      return absl::InvalidArgumentError(
          absl::StrCat("--language ", language_, " is none of en, es, fr, de"));
    }
    PARLEY_ASSIGN_OR_RETURN(const ToneChecks checks, MakeToneChecks(lexicons_));
    PARLEY_ASSIGN_OR_RETURN(const std::string text, TextOf(context.terminal()));
    const language::ToneReport report =
        checks.at(*code).Check(text, {AudienceOf(channel_), enabled_});
    context.terminal().out << (context.json() ? FindingsJson(text, report)
                                              : FindingsText(text, report));
    return report.blocked() ? Outcome::kFindings : Outcome::kClean;
  }

 private:
  absl::StatusOr<std::string> TextOf(Terminal& terminal) const {
    if (!file_.empty() && file_ != "-") return ReadFile(file_);
    return std::string(std::istreambuf_iterator<char>(terminal.in), {});
  }

  std::string file_;
  std::string language_ = "en";
  std::string channel_ = "letter";
  std::string lexicons_;
  language::EnabledStatements enabled_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckToneCommand() { return std::make_unique<CheckToneCommand>(); }

}  // namespace parley::cli
