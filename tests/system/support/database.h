// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_

#include <cstdint>
#include <string>

#include "tests/support/postgres/sql_connection.h"

namespace parley::system_test {

// libpq's address of a superuser on the PostgreSQL of this run of the tests; empty without one.
std::string TestPostgres();

// Why a test over PostgreSQL is left out, for GTEST_SKIP.
inline constexpr const char* kWithoutPostgres =
    "PARLEY_TEST_POSTGRES is not set, so this was not tested over PostgreSQL: infra/test sets it.";

// A database of a test's own, cloned from the migrated template. Its SQL runs as superuser, whom
// row level security does not see, and on a new connection each time, because these tests end
// connections.
class Database {
 public:
  // `cluster` is the address of a superuser; the database is dropped with the object.
  explicit Database(const std::string& cluster = TestPostgres());
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  const std::string& name() const { return name_; }
  // libpq's addresses, for the owner's tasks and for the server.
  std::string OwnerAddress() const;
  std::string AppAddress() const;

  // Runs one or more statements; throws when the database refuses.
  SqlConnection::Rows Query(const std::string& sql) const;
  // The first cell of the first row.
  std::int64_t Number(const std::string& sql) const;

 private:
  std::string cluster_;
  std::string name_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_
