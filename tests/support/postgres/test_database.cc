// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres/test_database.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace parley {
namespace {

std::string ServerAddress() {
  const char* address = std::getenv("PARLEY_TEST_POSTGRES");
  return address == nullptr ? "" : address;
}

std::string NewDatabase(SqlConnection& server, const std::string& source) {
  static std::atomic<int> count{0};
  const std::string name =
      "parley_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
  server.Run("drop database if exists " + name + " with (force)");
  server.Run("create database " + name + " template " + source + " strategy file_copy");
  return name;
}

}  // namespace

std::string TestDatabase::Absence() {
  if (!ServerAddress().empty()) return "";
  return "PARLEY_TEST_POSTGRES is not set: infra/test starts a PostgreSQL and sets it.";
}

TestDatabase::TestDatabase(const std::string& source)
    : server_(ServerAddress()), name_(NewDatabase(server_, source)), sql_(AdminAddress()) {
  sql_.Run("set search_path = parley");
}

TestDatabase::~TestDatabase() {
  server_.FailureOf("drop database if exists " + name_ + " with (force)");
}

std::string TestDatabase::AppAddress() const {
  return AddressOf(ServerAddress(), name_, "parley_app");
}

std::string TestDatabase::AdminAddress() const { return ServerAddress() + " dbname=" + name_; }

void TestDatabase::EndSessions(const std::string& condition) {
  server_.Run("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" +
              name_ + "' and usename = 'parley_app' and " + condition);
}

postgres::PoolSettings TestDatabase::PoolOf(int sessions) const {
  postgres::PoolSettings settings;
  settings.connection.address = AppAddress();
  settings.sessions = sessions;
  return settings;
}

postgres::ConnectionSettings TestDatabase::Admin() const {
  postgres::ConnectionSettings settings;
  settings.address = AdminAddress();
  return settings;
}

}  // namespace parley
