// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/database.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace parley::system_test {
namespace {

using Link = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Link Connect(const std::string& address) {
  Link link(PQconnectdb(address.c_str()), &PQfinish);
  if (PQstatus(link.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(link.get()));
  // Statements of tests wait for nobody, and their notices are nobody's affair.
  PQsetNoticeProcessor(
      link.get(), [](void*, const char*) {}, nullptr);
  return link;
}

std::vector<Database::Row> RowsOf(const PGresult* result) {
  std::vector<Database::Row> rows(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    for (int column = 0; column < PQnfields(result); ++column) {
      rows[static_cast<std::size_t>(row)].emplace_back(PQgetvalue(result, row, column));
    }
  }
  return rows;
}

std::vector<Database::Row> RunSql(const std::string& address, const std::string& sql) {
  const Link link = Connect(address);
  const Result result(PQexec(link.get(), sql.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
    throw std::runtime_error(PQresultErrorMessage(result.get()));
  }
  return RowsOf(result.get());
}

// Somebody may just be looking at the template, which then cannot be copied.
void Clone(const std::string& cluster, const std::string& name) {
  constexpr int kTries = 50;
  for (int attempt = 1;; ++attempt) {
    try {
      RunSql(cluster, absl::StrCat("create database ", name, " template parley_template"));
      return;
    } catch (const std::runtime_error&) {
      if (attempt == kTries) throw;
      absl::SleepFor(absl::Milliseconds(100));
    }
  }
}

}  // namespace

std::string TestPostgres() {
  const char* address = std::getenv("PARLEY_TEST_POSTGRES");
  return address == nullptr ? "" : address;
}

Database::Database(const std::string& cluster) : cluster_(cluster) {
  static std::atomic<int> made{0};
  name_ = absl::StrCat("system_", getpid(), "_", ++made);
  Clone(cluster_, name_);
}

Database::~Database() {
  try {
    RunSql(cluster_, absl::StrCat("drop database ", name_, " with (force)"));
  } catch (const std::exception& error) {
    std::cerr << "a test's database was left behind: " << error.what();
  }
}

// The last word on a keyword counts.
std::string Database::OwnerAddress() const { return absl::StrCat(cluster_, " dbname=", name_); }
std::string Database::AppAddress() const {
  return absl::StrCat(OwnerAddress(), " user=parley_app");
}

std::vector<Database::Row> Database::Query(const std::string& sql) const {
  return RunSql(OwnerAddress(), sql);
}

std::string Database::Text(const std::string& sql) const { return Query(sql).at(0).at(0); }

std::int64_t Database::Number(const std::string& sql) const {
  std::int64_t number = 0;
  const std::string text = Text(sql);
  if (!absl::SimpleAtoi(text, &number)) throw std::runtime_error("not a number: " + text);
  return number;
}

std::optional<std::int64_t> Database::TryNumber(const std::string& sql) const {
  try {
    return Number(sql);
  } catch (const std::runtime_error&) {
    return std::nullopt;
  }
}

}  // namespace parley::system_test
