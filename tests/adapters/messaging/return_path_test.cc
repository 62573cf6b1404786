// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/return_path.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/domain/builders.h"

namespace parley::messaging {
namespace {

using testing::Eq;
using testing::Optional;

const CommunicationId kId(NumberedUuid(7));

TEST(ReturnPaths, TellWhoseTheyAre) {
  const std::string path = ReturnPathOf("bounces@mail.example.org", kId);
  EXPECT_EQ(path, "bounces+" + kId.ToString() + "@mail.example.org");
  EXPECT_THAT(IdInReturnPath(path), Optional(kId));
  EXPECT_THAT(IdInReturnPath("my+bounces+" + kId.ToString() + "@example.org"), Optional(kId));
}

TEST(ReturnPaths, AreNotFoundInOtherAddresses) {
  EXPECT_THAT(IdInReturnPath("ada+x@example.org"), Eq(std::nullopt));
  EXPECT_THAT(IdInReturnPath("ada@" + kId.ToString()), Eq(std::nullopt));
  EXPECT_THAT(IdInReturnPath(""), Eq(std::nullopt));
}

TEST(MessageIds, TellWhoseTheyAre) {
  EXPECT_EQ(MessageIdOf(kId, "example.org"), kId.ToString() + "@example.org");
  EXPECT_THAT(IdInMessageId(" <" + kId.ToString() + "@example.org>"), Optional(kId));
  EXPECT_THAT(IdInMessageId("<hello@example.org>"), Eq(std::nullopt));
  EXPECT_THAT(IdInMessageId(" < "), Eq(std::nullopt));
}

}  // namespace
}  // namespace parley::messaging
