// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_LOAD_CONFIG_H_
#define PARLEY_INFRA_SERVER_LOAD_CONFIG_H_

#include <string>

#include "infra/server/config.h"
#include "infra/server/flags.h"
#include "infra/server/setting_values.h"

namespace parley::server {

// A configuration, and what each setting was made from.
struct LoadedConfig {
  Config config;
  SettingValues said;  // Defaults included.
};

// Lays the flags over the environment over the file over the defaults. Every problem of all of them
// is added, with the place where the value was said; secrets are not repeated.
LoadedConfig LoadConfig(const Flags& flags, const Environment& environment, ProblemList& problems);

// A file of configuration that says the same, but for passwords.
std::string PrintConfig(const LoadedConfig& loaded);

// A database's address as keywords and values; a password in it is three asterisks.
std::string WithoutPassword(const std::string& database);

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_LOAD_CONFIG_H_
