// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TERMINAL_H_
#define PARLEY_INFRA_CLI_TERMINAL_H_

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

namespace parley::cli {

// What a program has around it, so that tests run commands in process.
struct Terminal {
  std::istream& in;
  std::ostream& out;  // Answers.
  std::ostream& err;  // Errors, warnings and progress.
  bool err_is_terminal = false;
  // The value of an environment variable; none when it is unset or empty.
  std::function<std::optional<std::string>(const std::string&)> environment;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TERMINAL_H_
