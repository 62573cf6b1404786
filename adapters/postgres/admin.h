// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_ADMIN_H_
#define PARLEY_ADAPTERS_POSTGRES_ADMIN_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/postgres/connection_settings.h"
#include "domain/common/id.h"

namespace parley::postgres {

// The schema that this program was built for: what schema_version() gives after the last migration.
inline constexpr int kSchemaVersion = 26;

// Compares the database's schema with kSchemaVersion. Errors: STORE_UNAVAILABLE;
// FAILED_PRECONDITION with one sentence that tells both versions.
absl::Status CheckSchema(const ConnectionSettings& connection);

// The settings that are off, without which a commit that was acknowledged may be lost or spoilt
// unseen: of fsync, full_page_writes, synchronous_commit and data_checksums, as a session over this
// connection finds them. Errors: STORE_UNAVAILABLE.
absl::StatusOr<std::vector<std::string>> UnsafeSettings(const ConnectionSettings& connection);

struct NewTenant {
  TenantId id;
  std::string name;
};

// Makes a tenant and its desk, over a connection of the schema's owner or a superuser. Errors:
// ALREADY_EXISTS for an id that is taken, ACCESS_DENIED for a role that may not, STORE_UNAVAILABLE.
absl::Status CreateTenant(const ConnectionSettings& connection, const NewTenant& tenant);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_ADMIN_H_
