// SPDX-License-Identifier: Apache-2.0
// Whatever breaks below the server, an entry that was acknowledged is there, once.
#include <gmock/gmock.h>

#include <random>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/system/support/audit.h"
#include "tests/system/support/cluster.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/posting_clients.h"

namespace parley::system_test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using Random = std::mt19937;

absl::Duration UpTo(Random& random, std::uint32_t milliseconds) {
  return absl::Milliseconds(random() % milliseconds);
}

// Ends sessions of the server one by one, whatever they are at, until as many requests were
// acknowledged.
void TerminateBackends(const Database& database, const PostingClients& clients, Random& random,
                       std::size_t acknowledged) {
  const std::string terminate = absl::StrCat(
      "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity where "
      "datname "
      "= '",
      database.name(), "' and usename = 'parley_app' order by random() limit 1) as one");
  const absl::Time latest = absl::Now() + absl::Minutes(2);
  while (clients.history().acknowledged() < acknowledged && absl::Now() < latest) {
    absl::SleepFor(UpTo(random, 40));
    database.Query(terminate);
  }
}

void PostWhileBackendsAreTerminated(std::uint32_t seed, std::size_t acknowledged) {
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  const Deployment deployment(StoreKind::kPostgres);
  const PlacedDebt placed = Place(deployment.Connect(), "1");
  PostingClients clients(deployment, placed, /*threads=*/4, seed);
  Random random(seed);
  TerminateBackends(deployment.database(), clients, random, acknowledged);
  EXPECT_THAT(clients.Findings(), IsEmpty());
  EXPECT_GE(clients.history().acknowledged(), acknowledged);
}

TEST(Outage, OfSessionsLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  PostWhileBackendsAreTerminated(/*seed=*/1, /*acknowledged=*/300);
}

TEST(SoakOutage, OfSessionsLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  for (std::uint32_t seed = 100; seed < 110; ++seed) {
    PostWhileBackendsAreTerminated(seed, /*acknowledged=*/1000);
  }
}

// Crashes the database while clients post, and starts it again. Returns what is wrong after it.
std::vector<std::string> PostWhileTheDatabaseCrashes(const Cluster& cluster, std::uint32_t seed,
                                                     int crashes) {
  const Deployment deployment(StoreKind::kPostgres, {.cluster = cluster.address()});
  const PlacedDebt placed = Place(deployment.Connect(), "1");
  PostingClients clients(deployment, placed, /*threads=*/4, seed);
  Random random(seed);
  for (int crash = 0; crash < crashes; ++crash) {
    EXPECT_TRUE(clients.MakeProgress(20)) << "after " << crash << " crashes";
    absl::SleepFor(UpTo(random, 100));
    cluster.Crash();
    absl::SleepFor(UpTo(random, 200));
    cluster.Start();
  }
  EXPECT_TRUE(clients.MakeProgress(20));
  return clients.Findings();
}

TEST(Outage, OfTheDatabaseLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  EXPECT_THAT(PostWhileTheDatabaseCrashes(Cluster(), /*seed=*/2, /*crashes=*/2), IsEmpty());
}

TEST(SoakOutage, OfTheDatabaseLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  EXPECT_THAT(PostWhileTheDatabaseCrashes(Cluster(), /*seed=*/200, /*crashes=*/20), IsEmpty());
}

// A test that finds nothing proves something only if it can find.
TEST(SoakOutage, OfADatabaseThatDoesNotKeepWhatItCommitsIsFound) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const Cluster careless({"synchronous_commit = off", "wal_writer_delay = 10s"});
  EXPECT_THAT(PostWhileTheDatabaseCrashes(careless, /*seed=*/3, /*crashes=*/2),
              Contains(HasSubstr("was acknowledged and is lost")));
}

// Kills the server while clients post, and starts it again.
void PostWhileTheServerIsKilled(std::uint32_t seed, int kills) {
  Deployment deployment(StoreKind::kPostgres);
  const PlacedDebt placed = Place(deployment.Connect(), "1");
  PostingClients clients(deployment, placed, /*threads=*/4, seed);
  Random random(seed);
  for (int kill = 0; kill < kills; ++kill) {
    EXPECT_TRUE(clients.MakeProgress(10)) << "after " << kill << " kills";
    absl::SleepFor(UpTo(random, 50));
    deployment.Kill();
    deployment.Start();
  }
  EXPECT_TRUE(clients.MakeProgress(10));
  EXPECT_THAT(clients.Findings(), IsEmpty());
  const Outcome audit = deployment.RunCli(AuditVerifyArguments(deployment));
  EXPECT_EQ(audit.ending, kSuccess) << audit.out << audit.err;
}

TEST(Outage, OfTheServerLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  PostWhileTheServerIsKilled(/*seed=*/4, /*kills=*/5);
}

TEST(SoakOutage, OfTheServerLosesAndDoublesNothing) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  PostWhileTheServerIsKilled(/*seed=*/400, /*kills=*/100);
}

}  // namespace
}  // namespace parley::system_test
