// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_FLAGS_H_
#define PARLEY_INFRA_SERVER_FLAGS_H_

#include <string>
#include <vector>

#include "infra/server/setting_values.h"

namespace parley::server {

// What the command line says.
struct Flags {
  bool understood = true;  // Else nothing can be said of what is missing.
  bool help = false;
  bool version = false;
  bool print_config = false;
  std::string config_file;
  SettingValues values;
};

// Reads the arguments, without the program's name.
Flags ParseFlags(const std::vector<std::string>& arguments, ProblemList& problems);

// The text of --help: every setting with its default.
std::string HelpText();

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_FLAGS_H_
