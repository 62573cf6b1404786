// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "infra/cli/commands/commands.h"

namespace parley::cli {
namespace {

class VersionCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    return program.add_subcommand("version", "Tell the version of this program");
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    std::ostream& out = context.terminal().out;
    if (context.json()) {
      out << R"({"version":")" << PARLEY_VERSION << "\"}\n";
    } else {
      out << "parley " << PARLEY_VERSION << "\n";
    }
    return Outcome::kClean;
  }
};

}  // namespace

std::unique_ptr<Command> MakeVersionCommand() { return std::make_unique<VersionCommand>(); }

}  // namespace parley::cli
