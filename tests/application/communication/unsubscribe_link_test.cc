// SPDX-License-Identifier: Apache-2.0
#include "application/communication/unsubscribe_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/application/fakes.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using testing::Eq;
using testing::Optional;

const absl::Time kNow = absl::FromUnixSeconds(1'790'000'000);
const Unsubscription kAsked{TenantId(NumberedUuid(1)), DebtorId(NumberedUuid(2)),
                            CommunicationId(NumberedUuid(3))};

TEST(UnsubscribeLinks, SayWhatTheyWereMadeFor) {
  const FakeSeals seals;
  const std::string token = SealUnsubscription(seals, kAsked, kNow + absl::Hours(1));
  EXPECT_THAT(OpenUnsubscription(seals, token, kNow), Optional(kAsked));
}

TEST(UnsubscribeLinks, Expire) {
  const FakeSeals seals;
  const std::string token = SealUnsubscription(seals, kAsked, kNow + absl::Hours(1));
  EXPECT_THAT(OpenUnsubscription(seals, token, kNow + absl::Hours(1)), Eq(std::nullopt));
}

TEST(UnsubscribeLinks, CannotBeForged) {
  const FakeSeals seals;
  std::string token = SealUnsubscription(seals, kAsked, kNow + absl::Hours(1));
  token.back() = token.back() == '0' ? '1' : '0';
  EXPECT_THAT(OpenUnsubscription(seals, token, kNow), Eq(std::nullopt));
  const std::string page = seals.Seal("anything", "page_token");
  EXPECT_THAT(OpenUnsubscription(seals, page, kNow), Eq(std::nullopt));
  EXPECT_THAT(OpenUnsubscription(seals, "", kNow), Eq(std::nullopt));
  EXPECT_THAT(OpenUnsubscription(seals, seals.Seal("a b c d", "unsubscribe"), kNow),
              Eq(std::nullopt));
}

}  // namespace
}  // namespace parley
