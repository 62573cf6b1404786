// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_TEST_DATABASE_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_TEST_DATABASE_H_

#include <string>

#include "adapters/postgres/session_pool.h"
#include "domain/common/id.h"
#include "tests/support/postgres/sql_connection.h"

namespace parley {

// A database of one test, cloned from the migrated template and dropped at the end.
class TestDatabase {
 public:
  // Why there is none here, as a sentence; empty when there is one.
  static std::string Absence();

  // `source` is what it is cloned from: "template0" is empty.
  explicit TestDatabase(const std::string& source = "parley_template");
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& name() const { return name_; }
  // How the application connects, and how a superuser does.
  std::string AppAddress() const;
  std::string AdminAddress() const;

  postgres::PoolSettings PoolOf(int sessions = 4) const;
  postgres::ConnectionSettings Admin() const;

  // Ends the application's sessions for which a condition over pg_stat_activity holds.
  void EndSessions(const std::string& condition);

  // A superuser's connection to the server, and one to this database, whom row level security does
  // not bind.
  SqlConnection& server() { return server_; }
  SqlConnection& sql() { return sql_; }

 private:
  SqlConnection server_;
  std::string name_;
  SqlConnection sql_;
};

}  // namespace parley

// Leaves the test out, with the reason, where there is no PostgreSQL.
#define PARLEY_NEEDS_POSTGRES()                                                        \
  if (const std::string absence = parley::TestDatabase::Absence(); !absence.empty()) { \
    GTEST_SKIP() << absence;                                                           \
  }

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_TEST_DATABASE_H_
