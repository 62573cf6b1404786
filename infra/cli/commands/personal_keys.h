// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_COMMANDS_PERSONAL_KEYS_H_
#define PARLEY_INFRA_CLI_COMMANDS_PERSONAL_KEYS_H_

#include <string>
#include <vector>

#include "CLI/App.hpp"
#include "absl/status/statusor.h"
#include "adapters/crypto/wrapped_data_keys.h"
#include "adapters/postgres/session_pool.h"
#include "domain/common/id.h"

namespace parley::cli {

// What a command takes that works on all keys of people's data: the database, the keys that wrap
// theirs, and the tenant.
class PersonalKeysOptions {
 public:
  void AddTo(CLI::App& app);

  postgres::PoolSettings Pool() const { return {.connection = {.address = database_}}; }
  // Errors: one sentence for an operator.
  absl::StatusOr<WrappedDataKeys> LoadKeys() const;
  // The one that was named, or all.
  absl::StatusOr<std::vector<TenantId>> Tenants(postgres::SessionPool& pool) const;

 private:
  std::string database_;
  std::string personal_key_;
  std::vector<std::string> unwrap_keys_;
  std::string tenant_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_COMMANDS_PERSONAL_KEYS_H_
