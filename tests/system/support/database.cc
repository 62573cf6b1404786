// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/database.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace parley::system_test {

std::string TestPostgres() {
  const char* address = std::getenv("PARLEY_TEST_POSTGRES");
  return address == nullptr ? "" : address;
}

Database::Database(const std::string& cluster) : cluster_(cluster) {
  static std::atomic<int> made{0};
  name_ = absl::StrCat("parley_system_", getpid(), "_", ++made);
  SqlConnection(cluster_).Run(
      absl::StrCat("create database ", name_, " template parley_template strategy file_copy"));
}

Database::~Database() {
  try {
    SqlConnection(cluster_).FailureOf(absl::StrCat("drop database ", name_, " with (force)"));
  } catch (const std::exception&) {
    // A cluster that is down is one of a test's own, and goes as a whole.
  }
}

std::string Database::OwnerAddress() const { return absl::StrCat(cluster_, " dbname=", name_); }
std::string Database::AppAddress() const { return AddressOf(cluster_, name_, "parley_app"); }

SqlConnection::Rows Database::Query(const std::string& sql) const {
  return SqlConnection(OwnerAddress()).Run(sql);
}

std::int64_t Database::Number(const std::string& sql) const {
  const std::string text = Query(sql).at(0).at(0);
  std::int64_t number = 0;
  if (!absl::SimpleAtoi(text, &number)) throw std::runtime_error("not a number: " + text);
  return number;
}

}  // namespace parley::system_test
