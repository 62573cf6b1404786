// SPDX-License-Identifier: Apache-2.0
// The main job: a portfolio is imported, and every balance that its owner knows is ours too.
#include "tests/system/support/portfolio.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "absl/strings/str_cat.h"

namespace parley::system_test {
namespace {

using testing::IsEmpty;

void ImportAndCheck(const Portfolio& portfolio) {
  const Deployment deployment(StoreKind::kPostgres);
  const Outcome import = deployment.RunCli(portfolio.ImportArguments(deployment), absl::Minutes(4));
  EXPECT_EQ(import.ending, kSuccess) << import.out << import.err;
  EXPECT_THAT(portfolio.Findings(deployment), IsEmpty());
}

TEST(PortfolioImport, OfAnInventedPortfolioGivesTheBalancesOfItsOracle) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const ScratchFolder folder;
  ImportAndCheck(Portfolio::Generate(folder / "portfolio", /*seed=*/7, /*debts=*/300));
}

TEST(PortfolioImport, OfTheRealPortfolioGivesTheBalancesOfItsIssuer) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const char* folder = std::getenv("PARLEY_PORTFOLIO");
  if (folder == nullptr) {
    GTEST_SKIP() << "PARLEY_PORTFOLIO names no folder with debts.csv, entries.csv and "
                    "balances.csv, so the import of a real portfolio was left out.";
  }
  ImportAndCheck(Portfolio(folder));
}

TEST(PortfolioImport, OfTheSamePortfolioAgainChangesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const ScratchFolder folder;
  const Portfolio portfolio = Portfolio::Generate(folder / "portfolio", /*seed=*/8, /*debts=*/40);
  const Deployment deployment(StoreKind::kPostgres);
  std::vector<std::string> arguments = portfolio.ImportArguments(deployment);
  EXPECT_EQ(deployment.RunCli(arguments).ending, kSuccess);
  arguments.emplace_back("--restart");
  const Outcome again = deployment.RunCli(arguments);
  EXPECT_EQ(again.out,
            absl::StrCat("0 placed, 0 posted, ", portfolio.rows(), " duplicate, 0 refused\n"));
  EXPECT_THAT(portfolio.Findings(deployment), IsEmpty());
}

}  // namespace
}  // namespace parley::system_test
