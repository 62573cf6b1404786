// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/cli.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "CLI/App.hpp"
#include "CLI/Config.hpp"
#include "CLI/Formatter.hpp"
#include "domain/common/status_macros.h"
#include "infra/cli/client/rpc_error.h"
#include "infra/cli/command.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/print_error.h"

namespace parley::cli {
namespace {

constexpr int kExitErrors = 10;

constexpr const char* kFooter =
    "The server is that of --config, of PARLEY_CONFIG, or of the last infra/run.\n"
    "Exit codes: 0 all is well; 1 findings (refused rows, differences, broken invariants);\n"
    "2 usage; 10 + n a call or the program failed with gRPC's code n (15 NOT_FOUND, 24 "
    "UNAVAILABLE).";

constexpr const char* kCommandFooter =
    "-o json, the flags that name a server and the exit codes: parley --help";

struct Declared {
  CLI::App* app;
  std::unique_ptr<Command> command;
};

void DeclareFlags(CLI::App& program, Context& context) {
  const std::map<std::string, OutputFormat> formats = {{"text", OutputFormat::kText},
                                                       {"json", OutputFormat::kJson}};
  program.add_option("-o,--output", context.flags().format, "How to answer: text or json")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))
      ->type_name("FORMAT");
  program.add_option("--config", context.flags().connection.config_file, "The client.toml to use")
      ->type_name("FILE");
  program
      .add_option("--address", context.flags().connection.address,
                  "The server: host:port or unix:/path")
      ->type_name("ADDRESS");
  program.add_option("--ca", context.flags().connection.ca_file, "Certificates (PEM) to trust")
      ->type_name("FILE");
  program
      .add_option("--token-file", context.flags().connection.token_file, "The bearer token to send")
      ->type_name("FILE");
}

std::vector<Declared> DeclareCommands(CLI::App& program) {
  std::vector<Declared> declared;
  for (std::unique_ptr<Command>& command : AllCommands()) {
    CLI::App* app = command->Declare(program);
    const std::string footer = app->get_footer();
    app->footer(footer.empty() ? kCommandFooter : footer + "\n" + kCommandFooter);
    declared.push_back({app, std::move(command)});
  }
  return declared;
}

// The innermost command that was called.
Command& Called(const std::vector<Declared>& declared) {
  const auto found = std::find_if(declared.begin(), declared.end(), [](const Declared& one) {
    return one.app->parsed() && one.app->get_subcommands().empty();
  });
  return *found->command;
}

// The exit code when there is nothing to run: after help, or for a wrong command line.
int EndParsing(const CLI::App& program, const CLI::ParseError& error, const Terminal& terminal) {
  return program.exit(error, terminal.out, terminal.err) == 0 ? kExitClean : kExitUsage;
}

// An answer that did not reach its reader, for a full disk or the like, is none.
absl::StatusOr<Outcome> Run(Command& command, Context& context) {
  PARLEY_ASSIGN_OR_RETURN(const Outcome outcome, command.Run(context));
  if (context.terminal().out.flush()) return outcome;
  return absl::DataLossError("the answer could not be written");
}

int Finish(const absl::StatusOr<Outcome>& outcome, Context& context) {
  if (outcome.ok()) return *outcome == Outcome::kClean ? kExitClean : kExitFindings;
  const ErrorReport report = ReportOf(outcome.status());
  context.terminal().err << (context.json() ? ErrorJson(report) : ErrorText(report)) << std::flush;
  return ExitCodeOf(outcome.status());
}

}  // namespace

int ExitCodeOf(const absl::Status& error) {
  return error.ok() ? kExitClean : kExitErrors + static_cast<int>(error.code());
}

int RunCli(const std::vector<std::string>& arguments, Terminal& terminal) {
  Context context(terminal);
  CLI::App program("Debts, kept and told truthfully: the command line of Parley.", "parley");
  program.require_subcommand(1);
  program.fallthrough();
  DeclareFlags(program, context);
  const std::vector<Declared> declared = DeclareCommands(program);
  program.footer(kFooter);  // After the commands, which would take it for theirs.
  try {
    program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    return EndParsing(program, error, terminal);
  }
  return Finish(Run(Called(declared), context), context);
}

}  // namespace parley::cli
