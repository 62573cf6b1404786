// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/contact_scope.h"

#include <gtest/gtest.h>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

const ContactPointId kPoint = NumberedId<ContactPointId>(1);
const ContactPointId kOther = NumberedId<ContactPointId>(2);

ContactScope Over(std::optional<ContactPointId> point, std::optional<Channel> channel = {},
                  std::optional<Purpose> purpose = {}) {
  return {point, channel, purpose};
}

TEST(Covers, TakesAMissingPartForAllOfItsKind) {
  const ContactScope asked = Over(kPoint, Channel::kSms, Purpose::kReminder);
  EXPECT_TRUE(Covers({}, asked));
  EXPECT_TRUE(Covers(Over(kPoint), asked));
  EXPECT_TRUE(Covers(Over({}, Channel::kSms), asked));
  EXPECT_TRUE(Covers(Over({}, {}, Purpose::kReminder), asked));
  EXPECT_TRUE(Covers(asked, asked));
}

TEST(Covers, SaysNothingOfWhatItDoesNotName) {
  const ContactScope asked = Over(kPoint, Channel::kSms, Purpose::kReminder);
  EXPECT_FALSE(Covers(Over(kOther), asked));
  EXPECT_FALSE(Covers(Over(kPoint, Channel::kCall), asked));
  EXPECT_FALSE(Covers(Over({}, {}, Purpose::kDemand), asked));
  // A word about one channel is none about every channel.
  EXPECT_FALSE(Covers(Over({}, Channel::kSms), {}));
}

TEST(SpecificityOf, WeighsAPointMoreThanAChannelAndThatMoreThanAPurpose) {
  const ContactScope all;
  const ContactScope purpose = Over({}, {}, Purpose::kDemand);
  const ContactScope channel = Over({}, Channel::kSms);
  const ContactScope both = Over({}, Channel::kSms, Purpose::kDemand);
  const ContactScope point = Over(kPoint);
  EXPECT_LT(SpecificityOf(all), SpecificityOf(purpose));
  EXPECT_LT(SpecificityOf(purpose), SpecificityOf(channel));
  EXPECT_LT(SpecificityOf(channel), SpecificityOf(both));
  EXPECT_LT(SpecificityOf(both), SpecificityOf(point));
}

}  // namespace
}  // namespace parley
