// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_DATABASE_OPTION_H_
#define PARLEY_INFRA_CLI_COMMANDS_DATABASE_OPTION_H_

#include <string>

#include "CLI/App.hpp"

namespace parley::cli {

// Adds --database. A password in it is better given by PARLEY_DATABASE, which other users of the
// machine do not see.
inline void AddDatabaseOption(CLI::App& app, std::string& database, const std::string& role) {
  app.add_option("--database", database, "libpq's address of the database, " + role)
      ->required()
      ->envname("PARLEY_DATABASE")
      ->type_name("DSN");
}

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_DATABASE_OPTION_H_
