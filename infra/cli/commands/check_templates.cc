// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/str_split.h"
#include "adapters/policy/read_templates.h"
#include "adapters/text/mustache_typesetter.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

absl::StatusOr<TemplateCatalogue> Load(const std::string& path, const Typesetter& typesetter) {
  return path.empty() ? policy::ReadBuiltInTemplates(typesetter)
                      : policy::ReadTemplatesAt(path, typesetter);
}

void Print(Context& context, const TemplateCatalogue& read) {
  std::ostream& out = context.terminal().out;
  if (context.json()) {
    out << nlohmann::json{{"templates", read.templates.size()}, {"faults", nlohmann::json::array()}}
        << "\n";
  } else {
    out << "templates: " << read.templates.size() << ", nothing wrong\n";
  }
}

void PrintFaults(Context& context, const std::string& faults) {
  std::ostream& out = context.terminal().out;
  if (context.json()) {
    const std::vector<std::string> lines = absl::StrSplit(faults, '\n');
    out << nlohmann::json{{"faults", lines}} << "\n";
  } else {
    out << faults << "\n";
  }
}

// Reads templates as the server would, without one.
class CheckTemplatesCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "template", "The words of messages")
                        .add_subcommand("check", "Tell what is wrong with templates (offline)");
    app->add_option("path", path_, "A file, or a folder of *.textproto; without it, the built-in")
        ->type_name("DIR|FILE");
    app->footer(
        "Each problem stands in a line of its own, with its place in the file. Blocks that are not "
        "in the folder are those of the program. Exit code 1 when something is wrong.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<text::Catalogue> words, text::Catalogue::Load());
    const text::MustacheTypesetter typesetter(*words);
    const absl::StatusOr<TemplateCatalogue> read = Load(path_, typesetter);
    if (absl::IsInvalidArgument(read.status())) {
      PrintFaults(context, std::string(read.status().message()));
      return Outcome::kFindings;
    }
    PARLEY_RETURN_IF_ERROR(read.status());
    Print(context, *read);
    return Outcome::kClean;
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<Command> MakeCheckTemplatesCommand() {
  return std::make_unique<CheckTemplatesCommand>();
}

}  // namespace parley::cli
