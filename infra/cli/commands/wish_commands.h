// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_WISH_COMMANDS_H_
#define PARLEY_INFRA_CLI_COMMANDS_WISH_COMMANDS_H_

#include <memory>
#include <vector>

#include "infra/cli/command.h"

namespace parley::cli {

// Wishes to be called, and what we tell people that we understood: `callback
// request|list|show|schedule|keep|miss|cancel`, `reflection tell|list|show|confirm|correct`.
std::vector<std::unique_ptr<Command>> WishCommands();

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_WISH_COMMANDS_H_
