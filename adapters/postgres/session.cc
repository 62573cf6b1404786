// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/session.h"

#include <soci/postgresql/soci-postgresql.h>

#include <exception>
#include <utility>

#include "adapters/postgres/sql_failure.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr Query kUseTenant{R"sql(select set_config('parley.tenant', :tenant, false))sql", 1};

// A code of ours for what SOCI throws without one while the link is up: a bug.
constexpr std::string_view kNoCode = "PAR00";

// The database's own text is left behind here; it may hold what was written.
SqlFailure FailureOf(const std::exception& error, const PGconn* link) {
  if (PQstatus(link) == CONNECTION_BAD) return {};
  const auto* postgres = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  if (postgres == nullptr) return {std::string(kNoCode), ""};
  return {postgres->sqlstate(), ""};
}

}  // namespace

absl::StatusOr<std::unique_ptr<Session>> Session::Open(const ConnectionSettings& settings) {
  std::unique_ptr<Session> session(new Session());
  PARLEY_RETURN_IF_ERROR(session->Connect(settings));
  return session;
}

absl::Status Session::Connect(const ConnectionSettings& settings) {
  PARLEY_ASSIGN_OR_RETURN(const std::string text, ConnectionText(settings));
  try {
    session_.open(soci::postgresql, text);
  } catch (const std::exception&) {
    // Why it failed names hosts and users; that it failed is all that callers need.
    return Refuse(Reason::kStoreUnavailable);
  }
  // It was opened with this backend, whose library keeps its type to itself.
  auto* backend = static_cast<soci::postgresql_session_backend*>(session_.get_backend());
  link_ = backend->conn_;
  PQsetErrorVerbosity(link_, PQERRORS_TERSE);
  PQsetNoticeProcessor(
      link_, [](void*, const char*) {}, nullptr);
  if (!Execute(SessionSettingsSql(settings).c_str())) return Refuse(Reason::kStoreUnavailable);
  return absl::OkStatus();
}

Session::~Session() {
  for (auto& [sql, statement] : statements_) statement->Abandon();
  statements_.clear();
}

absl::Status Session::Select(const Query& query, std::span<const Argument> arguments,
                             RowVisitor visit) {
  try {
    return Prepared(query, arguments).Run(arguments, visit);
  } catch (const std::exception& error) {
    return Fail(FailureOf(error, link_));
  }
}

PreparedStatement& Session::Prepared(const Query& query, std::span<const Argument> arguments) {
  auto found = statements_.find(std::string(query.sql));
  if (found == statements_.end()) {
    auto statement = std::make_unique<PreparedStatement>(session_, query, arguments);
    found = statements_.emplace(std::string(query.sql), std::move(statement)).first;
  }
  return *found->second;
}

absl::Status Session::UseTenant(TenantId tenant) {
  if (tenant_ == tenant) return absl::OkStatus();
  tenant_.reset();
  PARLEY_RETURN_IF_ERROR(Select(kUseTenant, {{"tenant", tenant.ToString()}},
                                [](RowReader&) { return absl::OkStatus(); }));
  tenant_ = tenant;
  return absl::OkStatus();
}

bool Session::Reset() {
  if (IsLost()) return false;
  if (PQtransactionStatus(link_) != PQTRANS_IDLE && !Execute("rollback")) return false;
  if (PQtransactionStatus(link_) != PQTRANS_IDLE) return false;
  failure_.reset();
  // Statements are dropped here, outside any transaction, where the server obeys.
  while (statements_.size() > kMostStatements) statements_.erase(statements_.begin());
  return true;
}

bool Session::Ping() { return Execute("select 1"); }

bool Session::IsLost() const {
  return spoilt_ || PQstatus(link_) == CONNECTION_BAD ||
         PQpipelineStatus(link_) != PQ_PIPELINE_OFF || PQtransactionStatus(link_) == PQTRANS_ACTIVE;
}

absl::Status Session::Fail(SqlFailure failure) {
  if (SpoilsSession(failure)) spoilt_ = true;
  absl::Status status = StatusOf(failure);
  if (!failure_.has_value()) failure_ = std::move(failure);
  return status;
}

bool Session::Execute(const char* sql) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(link_, sql), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace parley::postgres
