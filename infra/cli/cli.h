// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLI_H_
#define PARLEY_INFRA_CLI_CLI_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "infra/cli/terminal.h"

namespace parley::cli {

inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitUsage = 2;

// 10 and the number of the canonical code: 13 for INVALID_ARGUMENT, 15 for NOT_FOUND, 24 for
// UNAVAILABLE.
int ExitCodeOf(const absl::Status& error);

// Runs the program with its arguments (without its own name) and returns its exit code.
int RunCli(const std::vector<std::string>& arguments, Terminal& terminal);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLI_H_
