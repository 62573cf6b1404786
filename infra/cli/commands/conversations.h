// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_CONVERSATIONS_H_
#define PARLEY_INFRA_CLI_COMMANDS_CONVERSATIONS_H_

#include <memory>
#include <vector>

#include "infra/cli/command.h"

namespace parley::cli {

// What people and we say to each other, and what the team makes of it.
std::vector<std::unique_ptr<Command>> ConversationCommands();

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_CONVERSATIONS_H_
