// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/keys.h"

#include <memory>
#include <string>
#include <vector>

#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"

namespace parley::cli {
namespace {

// Makes the keys of a server that serves one machine.
class KeysInitCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "keys", "Make a server's keys")
                        .add_subcommand("init", "Make every key that a folder lacks");
    app->add_option("--dir", folder_, "The folder, which is made when it is not there")
        ->required()
        ->type_name("DIR");
    app->footer(
        "audit.key seals the audit trail, seal.key page tokens; personal.key wraps the keys of "
        "what\n"
        "is kept of people, index.key is that of the digests they are found by: whoever loses one\n"
        "loses what it keeps. signing-key.jwk mints tokens that\n"
        "jwks.json verifies; ca.pem, server.pem and client.pem with their keys are for TLS on "
        "this\n"
        "machine. What is there is left as it is.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_RETURN_IF_ERROR(MakeKeyFolder(folder_));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<std::string> made, MakeMissingKeys(folder_));
    TellFiles(made, folder_, context);
    return Outcome::kClean;
  }

 private:
  std::string folder_;
};

}  // namespace

std::unique_ptr<Command> MakeKeysInitCommand() { return std::make_unique<KeysInitCommand>(); }

}  // namespace parley::cli
