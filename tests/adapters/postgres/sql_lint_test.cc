// SPDX-License-Identifier: Apache-2.0
// SOCI reads a statement for its parameters without knowing comments, dollar quotes or slices of
// arrays, and every statement must name the tenant itself: row level security is the second wall.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace parley {
namespace {

using testing::IsEmpty;

// Every SQL text of a source: what stands in R"sql(...)sql".
std::vector<std::string> SqlIn(const std::string& source) {
  std::vector<std::string> texts;
  const std::string open = "R\"sql(";
  const std::string close = ")sql\"";
  for (std::size_t at = source.find(open); at != std::string::npos;
       at = source.find(open, at + 1)) {
    const std::size_t begin = at + open.size();
    texts.push_back(source.substr(begin, source.find(close, begin) - begin));
  }
  return texts;
}

std::vector<std::string> FaultsOf(const std::string& sql) {
  std::vector<std::string> faults;
  const auto refuse = [&](const char* pattern, const char* fault) {
    if (std::regex_search(sql, std::regex(pattern))) faults.emplace_back(fault);
  };
  refuse("--|/\\*", "a comment");
  refuse("\\$\\$", "a dollar quote");
  refuse("\\[[^\\]]*:[^\\]]*\\]", "a slice of an array");
  refuse("\\b[eE]'", "an escape string");
  refuse("\"", "a quoted name");
  refuse("select \\* from (?!unnest)", "a star, whose columns a migration changes");
  const bool reads_rows = std::regex_search(
      sql, std::regex("(from|join|into|update|using) "
                      "(creditors|debtors|debtor_references|debts|debt_references|entries|outbox|"
                      "answers|audit|tenants|payments|holds|work_items|data_keys|"
                      "kill_switches|kill_switch_releases|rulebooks|publications|"
                      "dead_letters)\\b"));
  const bool names_tenant = sql.find("tenant_id") != std::string::npos;
  // A piece that goes on in another one, which names the tenant, ends with a blank.
  const bool goes_on = sql.ends_with(' ');
  if (reads_rows && !names_tenant && !goes_on) faults.emplace_back("no tenant");
  return faults;
}

TEST(SqlLint, FindsEachFault) {
  EXPECT_THAT(FaultsOf("select a from debts d where d.tenant_id = :tenant"), IsEmpty());
  for (const char* sql :
       {"select 1 -- why", "select /* why */ 1", "select $$a$$", "select a[1:2]", "select E'a'",
        "select \"a\"", "select * from debts where tenant_id = :tenant", "select a from debts"}) {
    EXPECT_THAT(FaultsOf(sql), testing::SizeIs(1)) << sql;
  }
}

TEST(SqlLint, PassesEveryStatementOfTheAdapter) {
  int statements = 0;
  for (const auto& file : std::filesystem::directory_iterator("adapters/postgres")) {
    const std::string extension = file.path().extension();
    if (extension != ".cc" && extension != ".h") continue;
    std::ifstream stream(file.path());
    const std::string source{std::istreambuf_iterator<char>(stream), {}};
    for (const std::string& sql : SqlIn(source)) {
      ++statements;
      EXPECT_THAT(FaultsOf(sql), IsEmpty()) << file.path() << ":\n" << sql;
    }
  }
  EXPECT_GE(statements, 30);
}

}  // namespace
}  // namespace parley
