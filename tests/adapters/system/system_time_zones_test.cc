// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_time_zones.h"

#include <gtest/gtest.h>

#include <string>

namespace parley {
namespace {

TEST(SystemTimeZones, FindsZonesByTheirExactNames) {
  const SystemTimeZones zones;
  ASSERT_FALSE(zones.empty());
  for (const std::string name : {"UTC", "Asia/Taipei", "Europe/Berlin", "America/New_York",
                                 "America/Argentina/Buenos_Aires", "Etc/GMT+8", "Asia/Calcutta"}) {
    const std::optional<absl::TimeZone> zone = zones.Find(name);
    ASSERT_TRUE(zone.has_value()) << name;
    EXPECT_EQ(zone->name(), name);
  }
}

TEST(SystemTimeZones, KnowsWhenSummerIs) {
  const absl::TimeZone berlin = *SystemTimeZones().Find("Europe/Berlin");
  EXPECT_EQ(berlin.At(absl::FromCivil(absl::CivilDay(2026, 7, 1), berlin)).offset, 7200);
  EXPECT_EQ(berlin.At(absl::FromCivil(absl::CivilDay(2026, 1, 1), berlin)).offset, 3600);
}

TEST(SystemTimeZones, RefusesWhatIsNoZone) {
  const SystemTimeZones zones;
  for (const std::string name :
       {"", "Mars/Olympus", "europe/berlin", "Europe", "Europe/", "Europe/Berlin ", "../passwd",
        "Europe/../Europe/Berlin", "/usr/share/zoneinfo/UTC", "file:/etc/passwd", "localtime",
        "libc:localtime", "Fixed/UTC+01:00:00", "posixrules", "right/UTC", "posix/UTC", "zone.tab",
        "tzdata.zi"}) {
    EXPECT_FALSE(zones.Find(name).has_value()) << name;
  }
  EXPECT_FALSE(zones.Find(std::string("UTC\0x", 5)).has_value());
}

TEST(SystemTimeZones, IsEmptyWithoutADatabase) {
  EXPECT_TRUE(SystemTimeZones("/nowhere/zoneinfo").empty());
}

}  // namespace
}  // namespace parley
