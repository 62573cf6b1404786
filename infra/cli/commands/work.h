// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_WORK_H_
#define PARLEY_INFRA_CLI_COMMANDS_WORK_H_

#include <memory>
#include <vector>

#include "infra/cli/command.h"

namespace parley::cli {

// What waits for people: `work list`, `next`, `show`, `claim`, `release`, `complete`, `approve` and
// `reject`.
std::vector<std::unique_ptr<Command>> WorkCommands();

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_WORK_H_
