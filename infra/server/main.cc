// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "infra/server/program.h"

int main(int argc, char** argv) {
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    const char* const value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  try {
    return parley::server::RunProgram({argv + 1, argv + argc}, {std::cout, std::cerr, environment});
  } catch (const std::exception& error) {
    std::cerr << "parleyd: " << error.what() << "\n";
    return parley::server::kExitFailed;
  }
}
