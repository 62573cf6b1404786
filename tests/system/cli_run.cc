// SPDX-License-Identifier: Apache-2.0
#include "tests/system/cli_run.h"

#include <optional>
#include <sstream>

#include "infra/cli/cli.h"
#include "infra/cli/terminal.h"

namespace parley::cli {

CliResult RunInProcess(const std::vector<std::string>& arguments,
                       const std::map<std::string, std::string>& environment,
                       const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Terminal terminal{
      .in = in,
      .out = out,
      .err = err,
      .environment = [&environment](const std::string& name) -> std::optional<std::string> {
        const auto found = environment.find(name);
        if (found == environment.end()) return std::nullopt;
        return found->second;
      }};
  CliResult result{.exit_code = RunCli(arguments, terminal)};
  result.out = out.str();
  result.err = err.str();
  return result;
}

}  // namespace parley::cli
