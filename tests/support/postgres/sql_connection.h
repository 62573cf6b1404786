// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_SQL_CONNECTION_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_SQL_CONNECTION_H_

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

namespace parley {

// A connection of a test's own, past everything that is under test.
class SqlConnection {
 public:
  using Rows = std::vector<std::vector<std::string>>;

  // Throws std::runtime_error when it cannot be made.
  explicit SqlConnection(const std::string& address);

  // Runs one or more statements; NULL reads as an empty text. Throws std::runtime_error with the
  // database's own words.
  Rows Run(const std::string& sql);
  // The first column of the first row; empty when there is none.
  std::string Value(const std::string& sql);
  // The SQLSTATE that a statement fails with; empty when it succeeds.
  std::string FailureOf(const std::string& sql);

 private:
  using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
  Result Execute(const std::string& sql);

  std::unique_ptr<PGconn, decltype(&PQfinish)> link_;
};

// The address with another database and role.
std::string AddressOf(const std::string& address, const std::string& database,
                      const std::string& role);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_SQL_CONNECTION_H_
