// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres/sql_connection.h"

#include <stdexcept>

namespace parley {
namespace {

bool Succeeded(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

SqlConnection::SqlConnection(const std::string& address)
    : link_(PQconnectdb(address.c_str()), &PQfinish) {
  if (PQstatus(link_.get()) != CONNECTION_OK) {
    throw std::runtime_error(PQerrorMessage(link_.get()));
  }
  PQsetNoticeProcessor(
      link_.get(), [](void*, const char*) {}, nullptr);
}

SqlConnection::Result SqlConnection::Execute(const std::string& sql) {
  return {PQexec(link_.get(), sql.c_str()), &PQclear};
}

SqlConnection::Rows SqlConnection::Run(const std::string& sql) {
  const Result result = Execute(sql);
  if (!Succeeded(result.get())) throw std::runtime_error(PQerrorMessage(link_.get()));
  Rows rows(static_cast<std::size_t>(PQntuples(result.get())));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    for (int column = 0; column < PQnfields(result.get()); ++column) {
      rows[at].emplace_back(PQgetvalue(result.get(), static_cast<int>(at), column));
    }
  }
  return rows;
}

std::string SqlConnection::Value(const std::string& sql) {
  const Rows rows = Run(sql);
  return rows.empty() ? "" : rows.front().front();
}

std::string SqlConnection::FailureOf(const std::string& sql) {
  const Result result = Execute(sql);
  if (Succeeded(result.get())) return "";
  const char* sqlstate = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  return sqlstate == nullptr ? "link lost" : sqlstate;
}

std::string AddressOf(const std::string& address, const std::string& database,
                      const std::string& role) {
  // libpq takes the last of a keyword's values.
  return address + " dbname=" + database + " user=" + role;
}

}  // namespace parley
