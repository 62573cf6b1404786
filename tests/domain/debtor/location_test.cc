// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/location.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Location Guess(LocationSource source, std::vector<std::string> zones, std::string region = "") {
  Location location;
  location.source = source;
  location.time_zones = std::move(zones);
  location.region = std::move(region);
  location.provenance = ToldBefore();
  return location;
}

// "I am in Denver this week."
Location InDenver() {
  Location location = Guess(LocationSource::kTold, {"America/Denver"}, "US-CO");
  location.until = TestNow() + absl::Hours(7 * 24);
  return location;
}

TEST(CheckLocation, GivesKnowledgeALifetime) {
  EXPECT_THAT(FaultsOf(CheckLocation, InDenver()), IsEmpty());
  Location location = InDenver();
  location.until.reset();
  EXPECT_EQ(FaultsOf(CheckLocation, location), (Faults{{"it.until_time", Fault::kRequired}}));
  location.until = location.provenance.told;
  EXPECT_EQ(FaultsOf(CheckLocation, location), (Faults{{"it.until_time", Fault::kDateOrder}}));
  location.until = location.provenance.told + kLongestKnown + absl::Seconds(1);
  EXPECT_EQ(FaultsOf(CheckLocation, location), (Faults{{"it.until_time", Fault::kOutOfRange}}));
}

TEST(CheckLocation, LetsAGuessLast) {
  EXPECT_THAT(FaultsOf(CheckLocation, Guess(LocationSource::kAddress, {"Europe/Berlin"}, "DE")),
              IsEmpty());
  EXPECT_EQ(FaultsOf(CheckLocation, Guess(LocationSource::kNumber, {}, "Germany")),
            (Faults{{"it.time_zones", Fault::kRequired}, {"it.region", Fault::kRegionMalformed}}));
}

TEST(WhereaboutsAt, AreEveryGuessWhileNobodyKnows) {
  const std::vector<Location> locations = {
      Guess(LocationSource::kNumber, {"America/New_York", "America/Los_Angeles"}, "US-NY"),
      Guess(LocationSource::kAddress, {"America/Los_Angeles"}, "US-CA")};
  const Whereabouts whereabouts = WhereaboutsAt(locations, TestNow());
  EXPECT_EQ(whereabouts.known, nullptr);
  EXPECT_THAT(whereabouts.guesses,
              ElementsAre(GuessedZone{"America/Los_Angeles", LocationSource::kAddress},
                          GuessedZone{"America/New_York", LocationSource::kNumber}));
  EXPECT_THAT(whereabouts.time_zones(), ElementsAre("America/Los_Angeles", "America/New_York"));
  EXPECT_THAT(whereabouts.regions, ElementsAre("US-NY", "US-CA"));
}

TEST(WhereaboutsAt, PutKnowledgeBeforeGuessesForItsTime) {
  const std::vector<Location> locations = {
      Guess(LocationSource::kAddress, {"America/New_York"}, "US-NY"), InDenver()};
  const Whereabouts now = WhereaboutsAt(locations, TestNow());
  EXPECT_EQ(now.known, &locations[1]);
  EXPECT_THAT(now.time_zones(), ElementsAre("America/Denver"));
  EXPECT_THAT(now.guesses, ElementsAre(GuessedZone{"America/New_York", LocationSource::kAddress}));
  EXPECT_THAT(now.regions, ElementsAre("US-NY", "US-CO"));
  const Whereabouts later = WhereaboutsAt(locations, *InDenver().until);
  EXPECT_EQ(later.known, nullptr);
  EXPECT_THAT(later.time_zones(), ElementsAre("America/New_York"));
  EXPECT_THAT(later.regions, ElementsAre("US-NY"));
}

TEST(WhereaboutsAt, TakeTheLatestWord) {
  Location home = InDenver();
  home.time_zones = {"America/Chicago"};
  home.provenance.told += absl::Minutes(5);
  const std::vector<Location> locations = {home, InDenver()};
  EXPECT_THAT(WhereaboutsAt(locations, TestNow()).time_zones(), ElementsAre("America/Chicago"));
}

TEST(WhereaboutsAt, AreNowhereWhereNothingIsSaid) {
  EXPECT_THAT(WhereaboutsAt({}, TestNow()).time_zones(), IsEmpty());
  const std::vector<Location> known = {InDenver()};
  EXPECT_THAT(WhereaboutsAt(known, TestNow() - absl::Hours(2)).time_zones(), IsEmpty());
}

}  // namespace
}  // namespace parley
