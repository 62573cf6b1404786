// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLIENT_WATCH_ON_H_
#define PARLEY_INFRA_CLI_CLIENT_WATCH_ON_H_

#include <stop_token>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"

namespace parley::cli {

// Opens a stream of news again each time that it ends, until it is stopped: a server that goes down
// ends its streams with OK, and another may be there by then. Errors: those of a stream that may
// not go on.
absl::Status WatchOn(const std::stop_token& stop, absl::FunctionRef<absl::Status()> watch);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLIENT_WATCH_ON_H_
