// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/system/support/deployment.h"

namespace parley::system_test {
namespace {

using testing::MatchesRegex;

TEST(Schema, OfAnotherReleaseIsToldInOneLine) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const Deployment deployment(StoreKind::kPostgres, {.started = false});
  deployment.database().Query(
      "create or replace function parley.schema_version() returns integer "
      "language sql immutable parallel safe return 999");
  std::vector<std::string> arguments = deployment.ServerArguments();
  arguments.insert(arguments.end(), {"--listen", "127.0.0.1:0"});
  const Outcome outcome =
      RunProgram({.program = BuiltProgram("parleyd"), .arguments = std::move(arguments)});
  EXPECT_EQ(outcome.ending, Ending{.exit_code = 1});
  EXPECT_THAT(outcome.err, MatchesRegex("parleyd: The database has version 999 [^\n]*\n"));
}

}  // namespace
}  // namespace parley::system_test
