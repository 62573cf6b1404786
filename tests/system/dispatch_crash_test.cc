// SPDX-License-Identifier: Apache-2.0
// A dispatcher is killed at each named point, and nobody gets a message twice, and none is lost.
#include <array>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "tests/system/dispatch_house.h"

namespace parley::system_test {
namespace {

constexpr int kPersons = 6;
constexpr std::array kPoints = {"CLAIMED",     "DECIDED", "BEGUN",    "HANDING_OVER",
                                "HANDED_OVER", "WRITTEN", "COMPLETED"};
constexpr std::array kChannels = {Channel::kEmail, Channel::kSms, Channel::kLetter};

class DispatchCrash : public DispatchHouse {
 protected:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    Open();
    AddPersons(kPersons);
  }

  // Sends some messages, has the server killed in the middle, and starts it again. It serves calls
  // before and after.
  void KillOnce(const std::string& point, Channel channel, std::uint32_t seed) {
    SCOPED_TRACE(absl::StrCat(point, ", ", static_cast<int>(channel), ", seed ", seed));
    std::mt19937 random(seed);
    const int count = 1 + static_cast<int>(random() % kPersons);
    const bool is_of_each = point == "HANDING_OVER" || point == "HANDED_OVER";
    const int passed = is_of_each ? static_cast<int>(random() % 1000) % count : 0;
    SendTo(count, channel);
    deployment().Stop();
    try {
      Serve("api,dispatch", "PARLEY_CRASH_AT", absl::StrCat(point, ":", passed));
    } catch (const std::runtime_error&) {
      // It was killed before it was seen to serve.
    }
    EXPECT_TRUE(Eventually([&] { return !deployment().server().IsRunning(); }))
        << deployment().Log();
    deployment().Kill();
    PrintLetters();
    Serve("api,dispatch");
    EXPECT_TRUE(Eventually([&] { return AreSettled(); }, absl::Minutes(1))) << deployment().Log();
    CheckEachIsOnceOrUnknown();
    deployment().Stop();
    Serve("api");
  }
};

class AtEachPoint : public DispatchCrash,
                    public testing::WithParamInterface<std::tuple<const char*, Channel>> {};
using SoakDispatchCrash = AtEachPoint;

std::string NameOfPoint(const testing::TestParamInfo<AtEachPoint::ParamType>& info) {
  return absl::StrCat(std::get<0>(info.param), "_", std::string(WordFor(std::get<1>(info.param))));
}

// A different channel and seed at each point.
TEST_F(DispatchCrash, LosesAndDoublesNothing) {
  std::uint32_t seed = 1;
  for (const char* const point : kPoints) {
    KillOnce(point, kChannels.at(seed % kChannels.size()), seed);
    ++seed;
  }
}

// Over all points, 56 seeds a channel.
TEST_P(SoakDispatchCrash, LosesAndDoublesNothing) {
  const auto& [point, channel] = GetParam();
  for (std::uint32_t seed = 1; seed <= 8; ++seed) KillOnce(point, channel, seed);
}
INSTANTIATE_TEST_SUITE_P(Points, SoakDispatchCrash,
                         testing::Combine(testing::ValuesIn(kPoints), testing::ValuesIn(kChannels)),
                         NameOfPoint);

}  // namespace
}  // namespace parley::system_test
