// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/command.h"

#include "domain/common/status_macros.h"

namespace parley::cli {

absl::StatusOr<Client*> Context::Connect() {
  if (client_.has_value()) return &*client_;
  PARLEY_ASSIGN_OR_RETURN(const ClientConfig config,
                          LoadClientConfig(flags_.connection, terminal_));
  if (config.ca.empty() && !config.token.empty() && !IsLocalAddress(config.address)) {
    terminal_.err << "warning: the token travels unencrypted to " << config.address
                  << "; name the server's certificates with --ca\n";
  }
  client_.emplace(config);
  return &*client_;
}

}  // namespace parley::cli
