// SPDX-License-Identifier: Apache-2.0
// The posting of interest is interrupted anywhere and begun again, and nothing shows of it.
#include <gmock/gmock.h>

#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/clock.h"
#include "tests/system/support/deployment.h"

namespace parley::system_test {
namespace {

using testing::HasSubstr;

constexpr int kDebts = 6000;

class InterestCrash {
 public:
  InterestCrash()
      : deployment_(
            StoreKind::kPostgres,
            {.flags = {"--interest-period", "1s", "--interest-workers", "2"}, .started = false}) {
    const std::string sql = ReadFile("tests/benchmarks/interest/portfolio.sql");
    deployment_.database().Query(
        absl::StrReplaceAll(sql, {{":'tenant'", absl::StrCat("'", kTenant, "'")},
                                  {":'prefix'", "'01900000'"},
                                  {":debts", absl::StrCat(kDebts)}}));
  }

  // Kills the server in the midst of its work, a little later each time.
  void KillInTheMidst(int kills) {
    for (int kill = 1; kill <= kills; ++kill) {
      const std::int64_t before = Posted();
      deployment_.Start();
      EXPECT_TRUE(Eventually([&] { return Posted() > before; })) << deployment_.Log();
      absl::SleepFor(absl::Milliseconds(random_() % 40));
      deployment_.Kill();
      EXPECT_LT(Posted(), kDebts) << "all was posted before it was interrupted";
    }
  }

  void Finish() {
    deployment_.Start();
    EXPECT_TRUE(Eventually([&] { return Posted() == kDebts; }, absl::Minutes(1)))
        << deployment_.Log();
    // Once more it finds nothing to do.
    absl::SleepFor(absl::Seconds(2));
  }

  void Check() {
    EXPECT_EQ(Posted(), kDebts);
    EXPECT_EQ(Count("select count(distinct debt_id) from entries where kind = 11"), kDebts);
    EXPECT_EQ(Count("select count(*) from audit where actor = 'parley.interest'"), kDebts);
    EXPECT_EQ(Count("select count(*) from outbox"), kDebts);
    const Outcome checked = deployment_.RunCli({"check", "invariants"});
    EXPECT_EQ(checked.out,
              absl::StrCat(kDebts, " debts and ", 2 * kDebts, " entries checked, 0 findings\n"))
        << checked.err;
    deployment_.Stop();
    EXPECT_THAT(deployment_.Log(), HasSubstr("interest_posted"));
  }

 private:
  std::int64_t Count(const std::string& sql) const {
    return deployment_.database().Number("set search_path = parley; " + sql);
  }
  std::int64_t Posted() const { return Count("select count(*) from entries where kind = 11"); }

  std::mt19937 random_{21};
  Deployment deployment_;
};

TEST(InterestCrash, PostsEachMonthOnceWhereverTheServerIsKilled) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  InterestCrash crash;
  crash.KillInTheMidst(3);
  crash.Finish();
  crash.Check();
}

}  // namespace
}  // namespace parley::system_test
