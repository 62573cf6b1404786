// SPDX-License-Identifier: Apache-2.0
// A person writes that they lost their job, do not want to be called at work, and can pay a part.
#include "application/inbound/react.h"
#include "tests/application/inbound/inbound_fixture.h"

namespace parley {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr std::string_view kLetter =
    "I lost my job, please don't call me at work, I can pay 40 on the 3rd";

using LostJob = Listening;

TEST_F(LostJob, IsHeardAndTheReminderThatWasQueuedDoesNotLeave) {
  const Message reminder = *ValueOf(Send(AReminder())).message;

  const InboundItem item = ValueOf(Hear(kLetter));

  const std::vector<Intent> said = IntentsOf(item);
  EXPECT_THAT(said, Contains(Intent::kHardship));
  EXPECT_THAT(said, Contains(Intent::kInconvenient));
  EXPECT_THAT(said, Contains(Intent::kPromiseToPay));
  EXPECT_EQ(item.heard->entities.amount_hundredths, 4000);
  EXPECT_EQ(item.heard->entities.date, Day(2026, 12, 3));
  // Each thing that was done names the words that say it.
  for (const TakenReaction& one : item.reactions) {
    if (one.what == "ANSWER") continue;
    EXPECT_THAT(EvidenceIn(item, one.evidence), Not(IsEmpty())) << one.what;
  }
  const DebtorRecord record = TheirRecord();
  ASSERT_THAT(record.inconveniences, SizeIs(1));
  EXPECT_EQ(record.inconveniences.front().place, Place::kWork);
  EXPECT_THAT(record.inconveniences.front().words.Reveal(), HasSubstr("work"));
  ASSERT_THAT(record.circumstances, SizeIs(1));
  EXPECT_EQ(record.circumstances.front().event, LifeEvent::kJobLost);
  EXPECT_EQ(record.circumstances.front().told_in, item.id);
  ASSERT_THAT(record.promises, SizeIs(1));
  EXPECT_EQ(record.promises.front().amount, Money(4000, debt_->currency));
  EXPECT_EQ(record.promises.front().due, Day(2026, 12, 3));
  EXPECT_EQ(record.promises.front().told_in, item.id);
  ASSERT_THAT(record.needs, SizeIs(1));
  EXPECT_EQ(record.needs.front().adjustment, Adjustment::kMoreTime);

  // The acknowledgement leaves; the reminder does not, since they promised.
  world_.clock.Advance(absl::Minutes(1));
  Round();
  ASSERT_THAT(sender_.given, SizeIs(1));
  EXPECT_NE(sender_.given.front().id, reminder.id);
  EXPECT_EQ(Reload(reminder).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(reminder).end, MessageEnd::kGateRefused);
  EXPECT_THAT(Work(WorkKind::kInboundAnswer), SizeIs(1));
}

}  // namespace
}  // namespace parley
