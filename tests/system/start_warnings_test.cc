// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/system/support/deployment.h"

namespace parley::system_test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kLosesCommits =
    R"("level":"warning","event":"database_setting_off","setting":"synchronous_commit"})";
constexpr const char* kNotAnchored = R"("level":"warning","event":"audit_trail_not_anchored"})";

// The log of a server that was started over such a database, and stopped.
std::string LogOver(const std::string& synchronous_commit, std::vector<std::string> flags) {
  Deployment deployment(StoreKind::kPostgres, {.flags = std::move(flags), .started = false});
  deployment.database().Query("alter database " + deployment.database().name() +
                              " set synchronous_commit = " + synchronous_commit);
  deployment.Start();
  deployment.Stop();
  return deployment.Log();
}

TEST(StartWarnings, TellOfADatabaseThatMayLoseCommitsAndOfATrailWithoutAnchors) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  EXPECT_THAT(LogOver("off", {"--anchor-file", ""}),
              AllOf(HasSubstr(kLosesCommits), HasSubstr(kNotAnchored)));
  EXPECT_THAT(LogOver("on", {}),
              AllOf(Not(HasSubstr(kLosesCommits)), Not(HasSubstr(kNotAnchored))));
}

TEST(StartWarnings, AreNotForAStoreThatForgets) {
  Deployment deployment(StoreKind::kMemory);
  deployment.Stop();
  EXPECT_THAT(deployment.Log(), Not(HasSubstr("warning")));
}

}  // namespace
}  // namespace parley::system_test
