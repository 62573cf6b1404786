// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_PROGRAM_H_
#define PARLEY_INFRA_SERVER_PROGRAM_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "infra/server/setting_values.h"

namespace parley::server {

// What a program sees of where it runs.
struct Console {
  std::ostream& out;
  std::ostream& err;
  Environment environment;
};

inline constexpr int kExitStopped = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitMisconfigured = 2;

// Runs parleyd with its arguments (without its own name) until it is told to stop, and returns its
// exit code.
int RunProgram(const std::vector<std::string>& arguments, const Console& console);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_PROGRAM_H_
