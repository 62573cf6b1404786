// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_SETTING_VALUES_H_
#define PARLEY_INFRA_SERVER_SETTING_VALUES_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server {

// A setting's values as texts, and where they were said: "--listen", "PARLEY_LISTEN", "FILE".
struct SaidValues {
  std::string source;
  std::vector<std::string> texts;
};

// What one source says, by the settings' names.
using SettingValues = std::map<std::string_view, SaidValues>;

// Sentences for the operator about what is wrong.
using ProblemList = std::vector<std::string>;

using Environment = std::function<std::optional<std::string>(const std::string&)>;

SettingValues ReadEnvironment(const Environment& environment);

// Reads a TOML file. What is wrong with it is told without its values.
SettingValues ReadConfigFile(const std::string& path, ProblemList& problems);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_SETTING_VALUES_H_
