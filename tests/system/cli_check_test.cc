// SPDX-License-Identifier: Apache-2.0
// Balances of a file, held against those of a service.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "infra/cli/client/lookup.h"
#include "nlohmann/json.hpp"
#include "tests/system/cli_fake_service.h"
#include "tests/system/cli_run.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::HasSubstr;

constexpr const char* kHeader = "external_ref,as_of,balance\n";

class CheckBalancesOverAFake : public testing::Test {
 public:
  CliResult Check(const std::string& file, const std::vector<std::string>& more = {}) {
    WriteFile(folder_ / "balances.csv", file);
    std::vector<std::string> arguments = {"check", "balances", folder_ / "balances.csv",
                                          "--address", service_.address()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunInProcess(arguments);
  }

  ScratchFolder folder_;
  FakeService service_;
};

TEST_F(CheckBalancesOverAFake, PassesRowsThatAgree) {
  service_.balances = {{"A", 1050}, {"B", -300}, {"C", 0}, {"D", 7}, {"E", 8}};
  const CliResult result = Check(
      absl::StrCat(kHeader,
                   "A,2025-01-31,10.50\nA,2025-02-28,10.5\nB,2025-01-31,-3\nC,2025-01-31,0.00\n"
                   "E,2025-01-31,0.08\n"));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "5 passed, 0 failed\n");
}

TEST_F(CheckBalancesOverAFake, ShowsEachRowThatFailsInTheOrderOfTheFile) {
  service_.balances = {{"A", 1050}};
  const CliResult result =
      Check(absl::StrCat(kHeader,
                         "A,2025-01-31,10.51\nX,2025-01-31,1\nA,2025-01-31,1.234\nA,2025-01-31\n"
                         "A,1999-01-31,1\nA,2025-01-31,10.50\nA,,10.50\n"));
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out,
            "line 2: A as of 2025-01-31: 10.51 expected, 10.50 EUR found\n"
            "line 3: X as of 2025-01-31: the creditor has no debt of that reference\n"
            "line 4: A as of 2025-01-31: balance: The amount has more decimals than its currency.\n"
            "line 5: the row: The row has another number of fields than the header.\n"
            "line 6: A as of 1999-01-31: FIELD_INVALID: refused by the fake\n"
            "line 8: A as of : as_of: The field is required.\n"
            "1 passed, 6 failed\n");
}

TEST_F(CheckBalancesOverAFake, AsksAgainWhenItIsTurnedAway) {
  std::string file = kHeader;
  for (int at = 0; at < 500; ++at) {
    service_.balances[absl::StrCat("R", at)] = at;
    file += absl::StrCat("R", at, ",2025-01-31,", at / 100, ".", at % 100 / 10, at % 10, "\n");
  }
  service_.turn_away_questions = 40;
  EXPECT_EQ(Check(file).out, "500 passed, 0 failed\n");
}

TEST_F(CheckBalancesOverAFake, WantsToKnowWhoseDebtsTheyAre) {
  service_.creditor_codes = {"one", "two"};
  const CliResult either = Check(kHeader);
  EXPECT_EQ(either.exit_code, 19);
  EXPECT_THAT(either.err, HasSubstr("one of one, two"));
  EXPECT_EQ(Check(kHeader, {"--creditor", "two"}).exit_code, 0);
  EXPECT_EQ(Check(kHeader, {"--creditor", "three"}).exit_code, 15);
}

TEST_F(CheckBalancesOverAFake, AnswersInJsonWhenAsked) {
  service_.balances = {{"A", 1050}};
  const CliResult result = Check(absl::StrCat(kHeader, "A,2025-01-31,1\n"), {"-o", "json"});
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json.at("failed"), 1);
  EXPECT_EQ(json.at("findings").at(0).at("found"), "10.50 EUR");
}

TEST(Filters, QuoteWhatTheySearchFor) { EXPECT_EQ(Quoted("a\"b\\c"), "\"a\\\"b\\\\c\""); }

}  // namespace
}  // namespace parley::cli
