// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_CLI_RUN_H_
#define PARLEY_TESTS_SYSTEM_CLI_RUN_H_

#include <map>
#include <string>
#include <vector>

namespace parley::cli {

struct CliResult {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// Runs the command line in this process, with this environment and no other.
CliResult RunInProcess(const std::vector<std::string>& arguments,
                       const std::map<std::string, std::string>& environment = {},
                       const std::string& input = {});

}  // namespace parley::cli

#endif  // PARLEY_TESTS_SYSTEM_CLI_RUN_H_
