// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_SESSION_H_
#define PARLEY_ADAPTERS_POSTGRES_SESSION_H_

#include <libpq-fe.h>
#include <soci/soci.h>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "adapters/postgres/connection_settings.h"
#include "adapters/postgres/prepared_statement.h"
#include "adapters/postgres/sql_failure.h"
#include "domain/common/id.h"

namespace parley::postgres {

// One connection with what it has prepared. Its statements end before it does; a session that lost
// its link is never connected anew but thrown away.
class Session {
 public:
  // Statements kept prepared from one lease to the next.
  static constexpr std::size_t kMostStatements = 64;

  // Errors: STORE_UNAVAILABLE, FIELD_INVALID for the address.
  static absl::StatusOr<std::unique_ptr<Session>> Open(const ConnectionSettings& settings);

  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Runs a query and shows its rows. Errors: the visitor's own, and what SqlFailure means.
  absl::Status Select(const Query& query, std::span<const Argument> arguments, RowVisitor visit);
  absl::Status Select(const Query& query, std::initializer_list<Argument> arguments,
                      RowVisitor visit) {
    return Select(query, std::span(arguments.begin(), arguments.size()), visit);
  }

  // Makes the tenant's rows visible to what is read outside a transaction.
  absl::Status UseTenant(TenantId tenant);
  bool Carries(TenantId tenant) const { return tenant_ == tenant; }

  // Leaves nothing of a lease behind; false when the session is of no more use.
  bool Reset();
  bool Ping();

  // True when the link is gone or the session is spoilt.
  bool IsLost() const;

  // The first statement of this lease that failed.
  const std::optional<SqlFailure>& failure() const { return failure_; }
  absl::Status Fail(SqlFailure failure);

  // For what SOCI cannot do: the connection itself, and the statements prepared by their names.
  PGconn* link() const { return link_; }
  absl::flat_hash_set<std::string>& prepared() { return prepared_; }

  // When it is to be replaced by a new one.
  void ExpireAt(std::chrono::steady_clock::time_point time) { expiry_ = time; }
  bool IsExpired() const { return std::chrono::steady_clock::now() > expiry_; }

 private:
  Session() = default;

  absl::Status Connect(const ConnectionSettings& settings);
  PreparedStatement& Prepared(const Query& query, std::span<const Argument> arguments);
  bool Execute(const char* sql);

  soci::session session_;
  PGconn* link_ = nullptr;
  absl::flat_hash_map<std::string, std::unique_ptr<PreparedStatement>> statements_;
  absl::flat_hash_set<std::string> prepared_;
  std::optional<TenantId> tenant_;
  std::optional<SqlFailure> failure_;
  bool spoilt_ = false;
  std::chrono::steady_clock::time_point expiry_ = std::chrono::steady_clock::time_point::max();
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_SESSION_H_
