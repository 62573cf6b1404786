// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_region_zones.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "adapters/system/system_time_zones.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SystemRegionZones, KnowsEveryZoneOfACountry) {
  const SystemRegionZones regions;
  ASSERT_FALSE(regions.empty());
  EXPECT_THAT(regions.Of("FR"), ElementsAre("Europe/Paris"));
  EXPECT_THAT(regions.Of("TW"), ElementsAre("Asia/Taipei"));
  EXPECT_THAT(regions.Of("ES"), ElementsAre("Africa/Ceuta", "Atlantic/Canary", "Europe/Madrid"));
  EXPECT_THAT(regions.Of("US"), Contains("Pacific/Honolulu"));
}

TEST(SystemRegionZones, IsAsUnsureOfAPartAsOfTheWhole) {
  const SystemRegionZones regions;
  EXPECT_EQ(regions.Of("US-CA"), regions.Of("US"));
}

TEST(SystemRegionZones, KnowsNothingOfWhatIsNoCountry) {
  const SystemRegionZones regions;
  for (const char* region : {"", "ZZ", "U", "us", "#c"}) {
    EXPECT_THAT(regions.Of(region), IsEmpty()) << region;
  }
  EXPECT_TRUE(SystemRegionZones("/nowhere/zone1970.tab").empty());
}

TEST(SystemRegionZones, NamesZonesThatCanBeLoaded) {
  const SystemRegionZones regions;
  const SystemTimeZones zones;
  for (const char* region : {"US", "AU", "GB", "DE", "CA", "BR", "ID"}) {
    for (const std::string& name : regions.Of(region)) {
      EXPECT_TRUE(zones.Find(name).has_value()) << name;
    }
  }
}

}  // namespace
}  // namespace parley
