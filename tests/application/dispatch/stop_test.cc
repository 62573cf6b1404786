// SPDX-License-Identifier: Apache-2.0
// What becomes of messages that were taken when their dispatcher is to stop.
#include <gmock/gmock.h>

#include <stop_token>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

TEST_F(Messaging, WaitAgainWhenTheirDispatcherStopsBeforeTheyAreHandedOver) {
  const Message message = *ValueOf(Send(AReminder())).message;
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(ValueOf(channel_.Round(world_.tenant, stop.get_token())), 1);
  EXPECT_THAT(sender_.given, testing::IsEmpty());
  EXPECT_EQ(Reload(message).state, MessageState::kQueued);
  world_.clock.Advance(absl::Minutes(1));
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, testing::SizeIs(1));
  EXPECT_EQ(Reload(message).state, MessageState::kSent);
}

}  // namespace
}  // namespace parley
