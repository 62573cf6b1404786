// SPDX-License-Identifier: Apache-2.0
// An import that is interrupted anywhere is resumed by the same command, and nothing shows of it.
#include <gmock/gmock.h>

#include <random>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/system/support/portfolio.h"

namespace parley::system_test {
namespace {

using testing::IsEmpty;
using Random = std::mt19937;

class ImportCrash {
 public:
  explicit ImportCrash(std::uint32_t seed)
      : random_(seed),
        portfolio_(Portfolio::Generate(folder_ / "portfolio", static_cast<int>(seed), kDebts)),
        deployment_(StoreKind::kPostgres) {}

  // Kills the server several times in the middle; the command line waits for it to come back.
  void KillTheServer(int kills) {
    Process import(Cli({"--patience", "60"}));
    for (int kill = 0; kill < kills; ++kill) {
      WaitForMore();
      deployment_.Kill();
      absl::SleepFor(absl::Milliseconds(random_() % 300));
      deployment_.Start();
    }
    EXPECT_EQ(import.Wait(absl::Minutes(2)), kSuccess) << Said();
  }

  // Kills the server, lets the command line give up, and runs it again.
  void KillTheServerOfAnImpatientClient() {
    Process import(Cli({"--patience", "0"}));
    WaitForMore();
    deployment_.Kill();
    const std::optional<Ending> ending = import.Wait(absl::Seconds(30));
    ASSERT_TRUE(ending.has_value()) << Said();
    EXPECT_NE(*ending, kSuccess);
    deployment_.Start();
  }

  // Kills the command line itself.
  void KillTheClient() {
    Process import(Cli({}));
    WaitForMore();
    import.Kill();
  }

  // Ends the server's sessions with the database in the middle, whatever they are at.
  void TerminateSessions(int times) {
    Process import(Cli({"--patience", "60"}));
    for (int time = 0; time < times; ++time) {
      WaitForMore();
      deployment_.database().Query(
          "select pg_terminate_backend(pid) from pg_stat_activity "
          "where datname = current_database() and usename = 'parley_app'");
    }
    EXPECT_EQ(import.Wait(absl::Minutes(2)), kSuccess) << Said();
  }

  void Finish() {
    Process import(Cli({}));
    EXPECT_EQ(import.Wait(absl::Minutes(2)), kSuccess) << Said();
  }

  void Check() { EXPECT_THAT(portfolio_.Findings(deployment_), IsEmpty()) << Said(); }

 private:
  static constexpr int kDebts = 800;

  Command Cli(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = portfolio_.ImportArguments(deployment_);
    arguments.insert(arguments.end(), more.begin(), more.end());
    Command command = deployment_.Cli(arguments);
    command.out = command.err = folder_ / "import.log";
    return command;
  }

  std::string Said() const { return ReadFile(folder_ / "import.log"); }

  std::int64_t RowsThere() const {
    return deployment_.database().Number(
        "select (select count(*) from parley.debts) + "
        "(select count(*) from parley.entries where kind in (2, 3, 4))");
  }

  // Until some more rows were committed, and then a little longer: a batch is under way.
  void WaitForMore() {
    const std::int64_t before = RowsThere();
    const std::int64_t some = 1 + static_cast<std::int64_t>(random_() % 400);
    EXPECT_TRUE(Eventually([&] { return RowsThere() >= before + some; })) << Said();
    EXPECT_LT(RowsThere(), portfolio_.rows()) << "the import was over before it was interrupted";
    absl::SleepFor(absl::Milliseconds(random_() % 25));
  }

  ScratchFolder folder_;
  Random random_;
  Portfolio portfolio_;
  Deployment deployment_;
};

void Interrupt(std::uint32_t seed) {
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  ImportCrash crash(seed);
  crash.KillTheServerOfAnImpatientClient();
  crash.KillTheServer(2);
  crash.Finish();
  crash.Check();
}

TEST(ImportCrash, OfTheServerShowsInNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  Interrupt(/*seed=*/11);
}

TEST(ImportCrash, OfTheClientShowsInNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  ImportCrash crash(/*seed=*/12);
  crash.KillTheClient();
  crash.KillTheClient();
  crash.Finish();
  crash.Check();
}

TEST(ImportCrash, OfSessionsWithTheDatabaseShowsInNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  ImportCrash crash(/*seed=*/13);
  crash.TerminateSessions(4);
  crash.Check();
}

TEST(SoakImportCrash, OfTheServerShowsInNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  for (std::uint32_t seed = 1000; seed < 1020; ++seed) Interrupt(seed);
}

}  // namespace
}  // namespace parley::system_test
