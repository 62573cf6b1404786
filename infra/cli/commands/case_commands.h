// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_CASE_COMMANDS_H_
#define PARLEY_INFRA_CLI_COMMANDS_CASE_COMMANDS_H_

#include <memory>
#include <vector>

#include "infra/cli/command.h"

namespace parley::cli {

// What people tell of their life, promise, dispute and complain of: `circumstance record`,
// `promise make`, `promise list`, `dispute open`, `dispute answer`, `dispute list`, `complaint
// open`, `complaint list`.
std::vector<std::unique_ptr<Command>> CaseCommands();

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_CASE_COMMANDS_H_
