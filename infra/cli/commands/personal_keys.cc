// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/commands/personal_keys.h"

#include <optional>

#include "adapters/crypto/secret_key.h"
#include "adapters/postgres/audit_records.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/database_option.h"

namespace parley::cli {

void PersonalKeysOptions::AddTo(CLI::App& app) {
  AddDatabaseOption(app, database_, "as the owner of its schema");
  app.add_option("--personal-key", personal_key_, "The key that wraps the keys of people's data")
      ->required()
      ->type_name("FILE");
  app.add_option("--unwrap-key", unwrap_keys_, "A past one, which only unwraps; repeatable")
      ->type_name("FILE");
  app.add_option("--tenant", tenant_, "The tenant; without it, all")->type_name("UUID");
}

absl::StatusOr<WrappedDataKeys> PersonalKeysOptions::LoadKeys() const {
  PARLEY_ASSIGN_OR_RETURN(const SecretKey wrapping, LoadKeyFile(personal_key_));
  std::vector<SecretKey> others;
  for (const std::string& path : unwrap_keys_) {
    PARLEY_ASSIGN_OR_RETURN(const SecretKey other, LoadKeyFile(path));
    others.push_back(other);
  }
  return WrappedDataKeys(wrapping, others);
}

absl::StatusOr<std::vector<TenantId>> PersonalKeysOptions::Tenants(
    postgres::SessionPool& pool) const {
  if (tenant_.empty()) return postgres::PostgresAuditRecords(pool).Tenants();
  const std::optional<TenantId> tenant = TenantId::Parse(tenant_);
  if (!tenant.has_value()) return absl::InvalidArgumentError("--tenant is no UUID");
  return std::vector<TenantId>{*tenant};
}

}  // namespace parley::cli
