// SPDX-License-Identifier: Apache-2.0
// Whole accounts with interest against an oracle that another hand wrote in another language:
// tests/support/oracle/make_accounts.py makes histories in the format of `parley check ledger`.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "infra/cli/ledger/ledger_check.h"
#include "nlohmann/json.hpp"

namespace parley {
namespace {

void ExpectAgreement(const std::string& path, std::int64_t count) {
  std::ifstream file(path);
  const cli::LineReport report = cli::CheckLedgers(file);
  EXPECT_EQ(report.passed, count) << "of " << path;
  for (const cli::CheckedLine& failure : report.failures) {
    for (const std::string& difference : failure.differences) {
      ADD_FAILURE() << path << ":" << failure.line << ": " << failure.id << ": " << difference;
    }
  }
}

TEST(AccountOracle, AgreesOnTheKeptAccounts) {
  ExpectAgreement("tests/data/ledger/accounts.jsonl", 300);
}

// A script of this folder's makes fresh ones and names their file and how many it holds.
TEST(AccountOracle, AgreesOnFreshAccounts) {
  const char* path = std::getenv("PARLEY_LEDGER_ACCOUNTS");
  const char* count = std::getenv("PARLEY_LEDGER_ACCOUNT_COUNT");
  if (path == nullptr || count == nullptr) {
    GTEST_SKIP() << "PARLEY_LEDGER_ACCOUNTS names no file of histories";
  }
  ExpectAgreement(path, std::stoll(count));
}

// What the format of histories cannot say, beside each of them.
TEST(AccountOracle, AgreesOnFreshAccountsWithALeastForAMonth) {
  const char* path = std::getenv("PARLEY_LEDGER_ACCOUNTS_WITH_LEAST");
  if (path == nullptr) GTEST_SKIP() << "PARLEY_LEDGER_ACCOUNTS_WITH_LEAST names no file";
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json account = nlohmann::json::parse(line);
    cli::LedgerHistory history = cli::ParseLedgerHistory(account.at("history").dump()).value();
    history.rules.interest->monthly_minimum = account.at("least_of_month_minor");
    for (const std::string& difference : cli::CheckHistory(history)) {
      ADD_FAILURE() << history.id << ": " << difference;
    }
  }
}

// A comparison that cannot fail is worth nothing.
TEST(AccountOracle, SeesADifferenceOfAMinorUnit) {
  std::istringstream history(
      R"({"id":"one","currency":"EUR","opened":"2026-01-31","opening":{"principal":36500},)"
      R"("terms":{"day_count":"ACT_365F","base":"PRINCIPAL","interest_from":"2026-01-31",)"
      R"("rates":[{"from":"2026-01-31","rate_e10":500000000}],"interest_cap_minor":null,)"
      R"("post_interest":"MONTH_END",)"
      R"("allocation":["fees","costs","penalty","interest","principal"]},"entries":[],"holds":[],)"
      R"("as_of":"2026-03-10","known_at":null,"expect":{"balance_minor":36641,)"
      R"("credit_minor":0,"accrued_interest_minor":49,"buckets":{"interest":140}}})");
  const cli::LineReport report = cli::CheckLedgers(history);
  EXPECT_EQ(report.passed, 0);
  ASSERT_EQ(report.failures.size(), 1U);
  EXPECT_EQ(report.failures.front().id, "one");
  EXPECT_EQ(report.failures.front().differences,
            (std::vector<std::string>{"balance_minor: 36641 expected, 36640 found",
                                      "accrued_interest_minor: 49 expected, 50 found"}));
}

}  // namespace
}  // namespace parley
