// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "infra/cli/cli.h"

int main(int argc, char** argv) {
  // Streams of C++ are many times faster when they need not keep step with those of C.
  std::ios::sync_with_stdio(false);
  parley::cli::Terminal terminal{
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .err_is_terminal = isatty(STDERR_FILENO) == 1,
      .environment = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr || *value == '\0') return std::nullopt;
        return value;
      }};
  try {
    return parley::cli::RunCli({argv + 1, argv + argc}, terminal);
  } catch (const std::exception& error) {
    std::cerr << "parley: " << error.what() << "\n";
    return parley::cli::ExitCodeOf(absl::InternalError(""));
  }
}
