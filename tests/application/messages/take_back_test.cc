// SPDX-License-Identifier: Apache-2.0
// What waits leaves the queue at once when somebody does not want it, or it has no point any more.
#include <gmock/gmock.h>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::IsEmpty;

constexpr std::string_view kThanks = "Thank you for your question. Your balance is as you say.";

class TakenOff : public Messaging {
 protected:
  absl::Status OptOutOf(const ContactScope& scope) {
    OptOut stop;
    stop.scope = scope;
    stop.how = Channel::kEmail;
    stop.words = Secret("No more, please.");
    stop.provenance.source = Secret("an e-mail of theirs");
    stop.provenance.told = world_.clock.Now();
    Kept<OptOut> kept;
    return world_.app.permissions.RecordOptOut(world_.ACall(), debtor_.id, stop, kept).status();
  }
  void ExpectTakenOff(const Message& message, MessageEnd end) {
    EXPECT_EQ(Reload(message).state, MessageState::kCancelled);
    EXPECT_EQ(Reload(message).end, end);
    EXPECT_EQ(SlotOf(message).state, CommunicationState::kReleased);
    EXPECT_EQ(Round(), 0);
    EXPECT_THAT(sender_.given, IsEmpty());
  }
};

TEST_F(TakenOff, ByAnOptOut) {
  const Message message = *ValueOf(Send(AReminder())).message;
  ASSERT_THAT(OptOutOf({}), IsOk());
  ExpectTakenOff(message, MessageEnd::kGateRefused);
}

TEST_F(TakenOff, ByAnOptOutFromTheirChannelAlone) {
  const Message message = *ValueOf(Send(AReminder())).message;
  ASSERT_THAT(OptOutOf({.channel = Channel::kSms}), IsOk());
  EXPECT_EQ(Reload(message).state, MessageState::kQueued);
  ASSERT_THAT(OptOutOf({.channel = Channel::kEmail}), IsOk());
  ExpectTakenOff(message, MessageEnd::kGateRefused);
}

TEST_F(TakenOff, ByAnOptOutBetweenTheClaimAndTheHandOver) {
  const Message message = *ValueOf(Send(AReminder())).message;
  DispatchTools tools = dispatching_;
  tools.settings.at = [this](std::string_view point) {
    if (point == "CLAIMED") EXPECT_TRUE(OptOutOf({}).ok());
  };
  ChannelDispatcher channel(tools, world_.blind_index, sender_, {.provider = "relay"});
  EXPECT_EQ(ValueOf(channel.Round(world_.tenant)), 1);
  ExpectTakenOff(message, MessageEnd::kGateRefused);
}

TEST_F(TakenOff, ButForWhatTheyWaitFor) {
  const Message message = *ValueOf(Send(AnAnswer(kThanks))).message;
  ASSERT_THAT(OptOutOf({}), IsOk());
  EXPECT_EQ(Reload(message).state, MessageState::kQueued);
}

TEST_F(TakenOff, WhenTheyAskNotToBeContacted) {
  const Message message = *ValueOf(Send(AReminder())).message;
  Hold stop;
  stop.type = HoldType::kStopContact;
  stop.source = Secret("their letter");
  stop.from = Day(absl::CivilDay(2026, 11, 23));
  ASSERT_THAT(world_.PlaceAHold(debtor_.id, stop), IsOk());
  ExpectTakenOff(message, MessageEnd::kGateRefused);
}

TEST_F(TakenOff, WhenTheDebtIsPaid) {
  const Message message = *ValueOf(Send(AReminder())).message;
  ASSERT_THAT(world_.Post(*debt_, APayment("P1", 12'000)), IsOk());
  ExpectTakenOff(message, MessageEnd::kPointless);
}

TEST_F(TakenOff, WhenTheDebtIsRecalled) {
  const Message message = *ValueOf(Send(AReminder())).message;
  Kept<Debt> recalled;
  ASSERT_THAT(world_.app.recall_debt.Handle(
                  world_.ACall(),
                  {{debtor_.id, debt_->id, {}}, false, Secret("the creditor's wish")}, recalled),
              IsOk());
  ExpectTakenOff(message, MessageEnd::kPointless);
}

TEST_F(TakenOff, WithWhoIsErased) {
  ASSERT_THAT(world_.Post(*debt_, APayment("P1", 12'000)), IsOk());
  const Message message = *ValueOf(Send(AnAnswer(kThanks))).message;
  Kept<Debtor> erased;
  ASSERT_THAT(world_.app.erase_debtor.Handle(world_.ACall(), {debtor_.id, {}}, erased), IsOk());
  EXPECT_EQ(Reload(message).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(message).end, MessageEnd::kPointless);
  EXPECT_EQ(Round(), 0);
}

TEST_F(TakenOff, WithTheAddressThatIsUnsubscribed) {
  const Message sent = *ValueOf(Send(AnAnswer(kThanks))).message;
  EXPECT_EQ(Round(), 1);
  const Message message = *ValueOf(Send(AReminder())).message;
  ASSERT_THAT(reports_.Unsubscribe({world_.tenant, debtor_.id, sent.id}), IsOk());
  EXPECT_EQ(Reload(message).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(message).end, MessageEnd::kGateRefused);
}

}  // namespace
}  // namespace parley
