// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/address_standing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

namespace parley {
namespace {

using testing::Eq;
using testing::Optional;

absl::Time At(int hour) { return absl::FromUnixSeconds(1'790'000'000) + absl::Hours(hour); }

AddressStanding After(const std::vector<DeliveryNews>& all) {
  AddressStanding standing;
  for (const DeliveryNews& news : all) standing = Merge(standing, news);
  return standing;
}

std::optional<SuppressionReason> Suppressed(const std::vector<DeliveryNews>& all) {
  return SuppressionOf(After(all));
}

TEST(AddressStandings, AreGoodUntilSomethingSpeaksAgainstThem) {
  EXPECT_THAT(Suppressed({}), Eq(std::nullopt));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kTaken, At(1)}, {DeliveryEvent::kDelivered, At(2)}}),
              Eq(std::nullopt));
}

TEST(AddressStandings, FallWithABounceForGoodButNotWithOneThatPasses) {
  EXPECT_THAT(Suppressed({{DeliveryEvent::kBounced, At(3)}}),
              Optional(SuppressionReason{SuppressionCause::kBounce, At(3)}));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kUndelivered, At(3)}}), Eq(std::nullopt));
}

TEST(AddressStandings, AreLiftedByWhatArrivesLaterThanABounce) {
  EXPECT_THAT(Suppressed({{DeliveryEvent::kBounced, At(3)}, {DeliveryEvent::kDelivered, At(4)}}),
              Eq(std::nullopt));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kDelivered, At(4)}, {DeliveryEvent::kBounced, At(3)}}),
              Eq(std::nullopt));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kBounced, At(3)}, {DeliveryEvent::kDelivered, At(2)}}),
              Optional(SuppressionReason{SuppressionCause::kBounce, At(3)}));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kBounced, At(3)}, {DeliveryEvent::kDelivered, At(3)}}),
              Optional(SuppressionReason{SuppressionCause::kBounce, At(3)}));
}

TEST(AddressStandings, AreNotLiftedByADeliveryWhereThePersonWantsNothing) {
  EXPECT_THAT(Suppressed({{DeliveryEvent::kComplained, At(3)}, {DeliveryEvent::kDelivered, At(9)}}),
              Optional(SuppressionReason{SuppressionCause::kComplaint, At(3)}));
  EXPECT_THAT(Suppressed({{DeliveryEvent::kOptedOut, At(3)}, {DeliveryEvent::kRead, At(9)}}),
              Optional(SuppressionReason{SuppressionCause::kOptOut, At(3)}));
}

TEST(AddressStandings, NameTheGravestCauseAndSinceWhen) {
  EXPECT_THAT(Suppressed({{DeliveryEvent::kBounced, At(1)},
                          {DeliveryEvent::kComplained, At(6)},
                          {DeliveryEvent::kComplained, At(5)}}),
              Optional(SuppressionReason{SuppressionCause::kComplaint, At(5)}));
}

DeliveryNews AnyNews() {
  return {static_cast<DeliveryEvent>(*rc::gen::inRange(1, 8)), At(*rc::gen::inRange(0, 6))};
}

RC_GTEST_PROP(AddressStandings, AreTheSameInWhateverOrderAndHoweverOftenNewsCome, ()) {
  std::vector<DeliveryNews> all;
  const int count = *rc::gen::inRange(0, 8);
  for (int at = 0; at < count; ++at) all.push_back(AnyNews());
  std::vector<DeliveryNews> shuffled = all;
  for (int at = 0; at < count; ++at) {
    if (*rc::gen::arbitrary<bool>()) shuffled.push_back(all.at(static_cast<std::size_t>(at)));
  }
  for (std::size_t at = shuffled.size(); at > 1; --at) {
    std::swap(shuffled.at(at - 1), shuffled.at(*rc::gen::inRange<std::size_t>(0, at)));
  }
  RC_ASSERT(After(shuffled) == After(all));
}

}  // namespace
}  // namespace parley
