// SPDX-License-Identifier: Apache-2.0
#include "domain/common/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSubsetOf;
using ::testing::Not;

TEST(TimelineKind, IsKnownForEveryEventAboutADebtor) {
  for (const EventType type : EveryEventType()) {
    const std::string_view name = NameOf(type);
    const bool is_of_the_house = name.starts_with("killswitch.") || name.starts_with("policy.");
    EXPECT_EQ(KindOf(type) == TimelineKind::kChange, is_of_the_house) << name;
  }
}

TEST(TimelineKind, IsThatOfTheFirstNameThatFits) {
  EXPECT_EQ(KindOf(EventType::kHoldStarted), TimelineKind::kHold);
  EXPECT_EQ(KindOf(EventType::kDebtStatusChanged), TimelineKind::kDebt);
  EXPECT_EQ(KindOf(EventType::kContactRefused), TimelineKind::kVerdict);
  EXPECT_EQ(KindOf(EventType::kContactSent), TimelineKind::kCommunication);
  EXPECT_EQ(KindOf(EventType::kInboundReceived), TimelineKind::kCommunication);
  EXPECT_EQ(KindOf(EventType::kRepresentationEnded), TimelineKind::kPermission);
}

TEST(SelectTimeline, ShowsTheTeamEverythingUnlessItAsksForLess) {
  const TimelineSelection all = SelectTimeline({}, TimelineReader::kTeam);
  EXPECT_EQ(all.types, EveryEventType());
  EXPECT_TRUE(all.changes);

  const TimelineSelection promises =
      SelectTimeline({TimelineKind::kPromise}, TimelineReader::kTeam);
  EXPECT_THAT(promises.types, ElementsAre(EventType::kPromiseMade, EventType::kPromiseCancelled,
                                          EventType::kPromiseReplaced));
  EXPECT_FALSE(promises.changes);
  EXPECT_TRUE(SelectTimeline({TimelineKind::kChange}, TimelineReader::kTeam).changes);
}

TEST(SelectTimeline, ShowsAPersonNothingOfTheTeamsOwn) {
  const TimelineSelection shown = SelectTimeline({}, TimelineReader::kPerson);
  EXPECT_FALSE(shown.changes);
  for (const EventType type :
       {EventType::kContactRefused, EventType::kContactDeferred, EventType::kWorkOpened,
        EventType::kWorkChanged, EventType::kInboundLabelled, EventType::kInboundAnswerDue,
        EventType::kInboundAnswerBreached, EventType::kInboundStateChanged,
        EventType::kCrisisDetected, EventType::kComplaintClockBreached}) {
    EXPECT_THAT(shown.types, Not(Contains(type))) << NameOf(type);
  }
  EXPECT_THAT(shown.types, Contains(EventType::kInboundReceived));
  EXPECT_THAT(shown.types, Contains(EventType::kPaymentPosted));
  EXPECT_THAT(shown.types, Contains(EventType::kHoldStarted));
}

TEST(SelectTimeline, ShowsAPersonNoMoreByAskingForIt) {
  for (int number = 1; number <= static_cast<int>(TimelineKind::kChange); ++number) {
    const std::set<TimelineKind> one = {static_cast<TimelineKind>(number)};
    const TimelineSelection asked = SelectTimeline(one, TimelineReader::kPerson);
    EXPECT_THAT(asked.types, IsSubsetOf(SelectTimeline({}, TimelineReader::kPerson).types));
    EXPECT_FALSE(asked.changes);
  }
}

}  // namespace
}  // namespace parley
