// SPDX-License-Identifier: Apache-2.0
// Whatever breaks below the server, an entry that was acknowledged is there, once.
#include <gmock/gmock.h>

#include <random>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/system/support/cluster.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/posting_clients.h"

namespace parley::system_test {
namespace {

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

// Crashes the database while clients post, and starts it again.
void PostWhileTheDatabaseCrashes(std::uint32_t seed, int crashes) {
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  const Cluster cluster;
  const Deployment deployment(StoreKind::kPostgres, {.cluster = cluster.address()});
  const PlacedDebt placed = Place(deployment.Connect(), "1");
  PostingClients clients(deployment, placed, /*threads=*/4, seed);
  Random random(seed);
  for (int crash = 0; crash < crashes; ++crash) {
    const std::size_t before = clients.history().acknowledged();
    ASSERT_TRUE(Eventually([&] { return clients.history().acknowledged() >= before + 20; },
                           absl::Seconds(60)))
        << "nothing was acknowledged any more after " << crash << " crashes";
    absl::SleepFor(UpTo(random, 100));
    cluster.Crash();
    absl::SleepFor(UpTo(random, 200));
    cluster.Start();
  }
  EXPECT_THAT(clients.Findings(), IsEmpty());
}

TEST(Outage, OfTheDatabaseLosesAndDoublesNothing) {
  PostWhileTheDatabaseCrashes(/*seed=*/2, /*crashes=*/2);
}

TEST(SoakOutage, OfTheDatabaseLosesAndDoublesNothing) {
  PostWhileTheDatabaseCrashes(/*seed=*/200, /*crashes=*/20);
}

}  // namespace
}  // namespace parley::system_test
