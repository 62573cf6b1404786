// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/delivery_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(DeliveryReports, SayOfAMessageThatItCameBackWhateverTheySayOfItsAddress) {
  for (const DeliveryEvent event :
       {DeliveryEvent::kUndelivered, DeliveryEvent::kBounced, DeliveryEvent::kOptedOut}) {
    EXPECT_EQ(MessageEventOf(event), MessageEvent::kBounced);
  }
}

TEST(DeliveryReports, MeanTheSameToAMessageInTheSameWords) {
  for (const DeliveryEvent event : {DeliveryEvent::kTaken, DeliveryEvent::kDelivered,
                                    DeliveryEvent::kRead, DeliveryEvent::kComplained}) {
    EXPECT_EQ(WordFor(MessageEventOf(event)), WordFor(event));
  }
}

}  // namespace
}  // namespace parley
