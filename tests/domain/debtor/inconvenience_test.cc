// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/inconvenience.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

// Weekdays from three to five.
Inconvenience AfternoonsOff() {
  Inconvenience inconvenience;
  inconvenience.id = NumberedId<InconvenienceId>(1);
  inconvenience.closed = {
      {.days = {absl::Weekday::monday, absl::Weekday::friday}, .from = 15 * 60, .to = 17 * 60}};
  inconvenience.provenance = ToldBefore();
  return inconvenience;
}

Inconvenience OfKind(DesignationKind kind) {
  Inconvenience inconvenience = AfternoonsOff();
  inconvenience.kind = kind;
  inconvenience.closed.clear();
  return inconvenience;
}

TEST(CheckInconvenience, AsksWhichHours) {
  EXPECT_THAT(FaultsOf(CheckInconvenience, AfternoonsOff()), IsEmpty());
  EXPECT_EQ(FaultsOf(CheckInconvenience, OfKind(DesignationKind::kInconvenientTime)),
            (Faults{{"it.closed", Fault::kRequired}}));
  Inconvenience never = AfternoonsOff();
  never.closed.front().days = {};
  EXPECT_EQ(FaultsOf(CheckInconvenience, never),
            (Faults{{"it.closed[0].weekdays", Fault::kRequired}}));
}

TEST(CheckInconvenience, KnowsTheHoursOfADay) {
  for (const auto& [from, to] : {std::pair(-1, 60), std::pair(1440, 60), std::pair(0, 1441)}) {
    Inconvenience odd = AfternoonsOff();
    odd.closed.front().from = static_cast<std::int16_t>(from);
    odd.closed.front().to = static_cast<std::int16_t>(to);
    EXPECT_EQ(FaultsOf(CheckInconvenience, odd), (Faults{{"it.closed[0]", Fault::kOutOfRange}}));
  }
  // Across midnight is a window like any other.
  Inconvenience night = AfternoonsOff();
  night.closed.front().from = 22 * 60;
  night.closed.front().to = 7 * 60;
  EXPECT_THAT(FaultsOf(CheckInconvenience, night), IsEmpty());
}

TEST(CheckInconvenience, AsksForWhatAPeriodNeeds) {
  Inconvenience backwards = AfternoonsOff();
  backwards.closed.front().within = Period{Day(2026, 3, 2), Day(2026, 3, 1)};
  EXPECT_EQ(FaultsOf(CheckInconvenience, backwards),
            (Faults{{"it.closed[0].until_date", Fault::kDateOrder}}));
  Inconvenience over = AfternoonsOff();
  over.until = over.provenance.told - absl::Seconds(1);
  EXPECT_EQ(FaultsOf(CheckInconvenience, over), (Faults{{"it.until_time", Fault::kDateOrder}}));
}

TEST(CheckInconvenience, AsksWhichPlace) {
  Inconvenience place = OfKind(DesignationKind::kInconvenientPlace);
  EXPECT_EQ(FaultsOf(CheckInconvenience, place), (Faults{{"it.place", Fault::kRequired}}));
  place.place = Place::kHome;
  EXPECT_THAT(FaultsOf(CheckInconvenience, place), IsEmpty());
  place.place = Place::kNone;
  place.point = NumberedId<ContactPointId>(1);
  EXPECT_THAT(FaultsOf(CheckInconvenience, place), IsEmpty());
  place.closed = AfternoonsOff().closed;
  EXPECT_EQ(FaultsOf(CheckInconvenience, place), (Faults{{"it.closed", Fault::kUnknownValue}}));
}

TEST(CheckInconvenience, LeavesOtherRequestsToTheirOwnRecords) {
  for (const DesignationKind kind :
       {DesignationKind::kRepresented, DesignationKind::kCease, DesignationKind::kStopMedium,
        DesignationKind::kStopAddress, DesignationKind::kCapacityConcern,
        DesignationKind::kWithAdviser}) {
    EXPECT_EQ(FaultsOf(CheckInconvenience, OfKind(kind)),
              (Faults{{"it.kind", Fault::kUnknownValue}}));
  }
  EXPECT_THAT(FaultsOf(CheckInconvenience, OfKind(DesignationKind::kNotAtWorkOral)), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckInconvenience, OfKind(DesignationKind::kEmployerProhibits)), IsEmpty());
}

TEST(InconvenienceIsInForce, FromTheWordToItsEnd) {
  Inconvenience inconvenience = AfternoonsOff();
  const absl::Time told = inconvenience.provenance.told;
  inconvenience.until = TestNow();
  EXPECT_FALSE(IsInForce(inconvenience, told - absl::Microseconds(1)));
  EXPECT_TRUE(IsInForce(inconvenience, told));
  EXPECT_FALSE(IsInForce(inconvenience, TestNow()));
}

}  // namespace
}  // namespace parley
