// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_
#define PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::system_test {

// libpq's address of a superuser on the PostgreSQL of this run of the tests; empty without one.
std::string TestPostgres();

// Why a test over PostgreSQL is left out, for GTEST_SKIP.
inline constexpr char kWithoutPostgres[] =
    "PARLEY_TEST_POSTGRES is not set, so this was not tested over PostgreSQL: infra/test sets it.";

// A database of a test's own, cloned from the migrated template. Its SQL runs as superuser, whom
// row level security does not see, on a connection a statement.
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

  using Row = std::vector<std::string>;
  // The rows of a statement, NULL as an empty text. Throws when the database refuses.
  std::vector<Row> Query(const std::string& sql) const;
  void Execute(const std::string& sql) const { Query(sql); }
  // The first cell of the first row.
  std::string Text(const std::string& sql) const;
  std::int64_t Number(const std::string& sql) const;
  // None when the database does not answer.
  std::optional<std::int64_t> TryNumber(const std::string& sql) const;

 private:
  std::string cluster_;
  std::string name_;
};

}  // namespace parley::system_test

#endif  // PARLEY_TESTS_SYSTEM_SUPPORT_DATABASE_H_
