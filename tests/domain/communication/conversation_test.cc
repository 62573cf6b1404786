// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/conversation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;

constexpr auto kOne = NumberedId<ConversationId>(1);
constexpr auto kTwo = NumberedId<ConversationId>(2);
constexpr auto kCar = NumberedId<DebtId>(1);
constexpr auto kPhone = NumberedId<DebtId>(2);
constexpr std::array kStates = {ConversationState::kOpen, ConversationState::kPending,
                                ConversationState::kSnoozed, ConversationState::kResolved,
                                ConversationState::kReopened};

Conversation AConversation(ConversationId id = kOne) {
  Conversation conversation;
  conversation.id = id;
  conversation.debtor = NumberedId<DebtorId>(1);
  conversation.debts = {kCar};
  conversation.created_time = TestNow();
  conversation.updated_time = TestNow();
  return conversation;
}

Conversation In(ConversationState state, ConversationId id = kOne) {
  Conversation conversation = AConversation(id);
  conversation.state = state;
  if (state == ConversationState::kSnoozed) {
    conversation.snoozed_until = TestNow() + absl::Hours(24);
  }
  return conversation;
}

Matter AMatter(Direction direction, std::vector<DebtId> debts = {kCar}) {
  Matter matter;
  matter.debtor = NumberedId<DebtorId>(1);
  matter.communication = NumberedId<CommunicationId>(7);
  matter.direction = direction;
  matter.debts = std::move(debts);
  matter.actor = "intake";
  matter.at = TestNow() + absl::Hours(1);
  return matter;
}

ConversationStep AStep(std::string_view reason = "they paid") {
  return {"agent-1", Secret(reason), TestNow() + absl::Hours(1)};
}

TEST(PlaceOf, IsTheConversationOfWhatItAnswersWhateverItIsAbout) {
  const std::array known = {In(ConversationState::kResolved, kOne), AConversation(kTwo)};
  for (const Direction direction : {Direction::kInbound, Direction::kOutbound}) {
    Matter matter = AMatter(direction, {kPhone});
    matter.answered = kOne;
    EXPECT_EQ(PlaceOf(matter, known), kOne);
  }
}

TEST(PlaceOf, IsTheOneAboutTheSameDebts) {
  Conversation other = AConversation(kTwo);
  other.debts = {kPhone};
  const std::array known = {AConversation(), other};
  EXPECT_EQ(PlaceOf(AMatter(Direction::kOutbound, {kCar}), known), kOne);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kOutbound, {kPhone}), known), kTwo);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kOutbound, {kPhone, kCar}), known), std::nullopt);
}

TEST(PlaceOf, GoesOnWithWhatWasSpokenOfLastWhenAPersonNamesNoDebt) {
  Conversation later = AConversation(kOne);
  later.updated_time += absl::Seconds(1);
  const std::array known = {later, AConversation(kTwo)};
  EXPECT_EQ(PlaceOf(AMatter(Direction::kInbound, {}), known), kOne);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kOutbound, {}), known), std::nullopt);
}

TEST(PlaceOf, IsAResolvedOneOnlyForWhatCameInAndOnlyWhereNoOtherIs) {
  Conversation resolved = In(ConversationState::kResolved, kOne);
  resolved.updated_time += absl::Hours(1);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kInbound), std::array{resolved}), kOne);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kOutbound), std::array{resolved}), std::nullopt);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kInbound), std::array{resolved, AConversation(kTwo)}), kTwo);
}

TEST(PlaceOf, DoesNotDependOnTheOrderOfTheConversations) {
  const std::array there = {AConversation(kOne), AConversation(kTwo)};
  const std::array back = {AConversation(kTwo), AConversation(kOne)};
  EXPECT_EQ(PlaceOf(AMatter(Direction::kInbound), there), kTwo);
  EXPECT_EQ(PlaceOf(AMatter(Direction::kInbound), back), kTwo);
}

TEST(Joined, MakesItOurTurnWhenTheyWriteAndTheirsWhenWeDo) {
  using enum ConversationState;
  const auto after = [](ConversationState state, Direction direction) {
    return Joined(In(state), AMatter(direction)).state;
  };
  const std::array in = {kOpen, kOpen, kOpen, kReopened, kReopened};
  const std::array out = {kPending, kPending, kSnoozed, kResolved, kPending};
  for (std::size_t at = 0; at < kStates.size(); ++at) {
    EXPECT_EQ(after(kStates.at(at), Direction::kInbound), in.at(at)) << at;
    EXPECT_EQ(after(kStates.at(at), Direction::kOutbound), out.at(at)) << at;
  }
}

TEST(Joined, AlwaysLeavesASoundConversationThatIsAboutMore) {
  for (const ConversationState state : kStates) {
    for (const Direction direction : {Direction::kInbound, Direction::kOutbound}) {
      const Conversation joined = Joined(In(state), AMatter(direction, {kPhone, kCar, kPhone}));
      EXPECT_THAT(RestoreConversation(joined), IsOk());
      EXPECT_THAT(joined.debts, ElementsAre(kCar, kPhone));
      EXPECT_GE(joined.updated_time, TestNow());
    }
  }
}

TEST(Joined, TellsWhatWasSaidLastOnEachSide) {
  const Conversation heard = Joined(AConversation(), AMatter(Direction::kInbound));
  ASSERT_TRUE(heard.last_in.has_value());
  EXPECT_EQ(heard.last_in->communication, NumberedId<CommunicationId>(7));
  EXPECT_EQ(heard.last_out, std::nullopt);
  // What is taken in late is not the last.
  Matter late = AMatter(Direction::kInbound);
  late.communication = NumberedId<CommunicationId>(8);
  late.at = TestNow();
  EXPECT_EQ(Joined(heard, late).last_in, heard.last_in);
  EXPECT_EQ(Joined(heard, late).updated_time, heard.updated_time);
}

TEST(Begun, IsOurTurnAfterThemAndTheirsAfterUs) {
  EXPECT_EQ(Begun(kOne, AMatter(Direction::kInbound)).state, ConversationState::kOpen);
  EXPECT_EQ(Begun(kOne, AMatter(Direction::kOutbound)).state, ConversationState::kPending);
  EXPECT_THAT(RestoreConversation(Begun(kOne, AMatter(Direction::kInbound))), IsOk());
}

TEST(Snoozed, EndsByItself) {
  const absl::Time until = TestNow() + absl::Hours(48);
  const Conversation snoozed = ValueOf(Snoozed(AConversation(), until, AStep("")));
  EXPECT_EQ(StateAt(snoozed, until - absl::Nanoseconds(1)), ConversationState::kSnoozed);
  EXPECT_EQ(StateAt(snoozed, until), ConversationState::kOpen);
  EXPECT_THAT(RestoreConversation(snoozed), IsOk());
  // Once it is over, what we say makes it their turn.
  Matter said = AMatter(Direction::kOutbound);
  said.at = until;
  EXPECT_EQ(Joined(snoozed, said).state, ConversationState::kPending);
  EXPECT_EQ(Joined(snoozed, said).snoozed_until, std::nullopt);
}

TEST(Snoozed, IsForATimeThatIsAheadAndNotTooFar) {
  const ConversationStep step = AStep();
  EXPECT_EQ(ReasonOf(Snoozed(AConversation(), step.now, step).status()), Reason::kFieldInvalid);
  EXPECT_THAT(Snoozed(AConversation(), step.now + kLongestSnooze, step), IsOk());
  EXPECT_EQ(
      ReasonOf(
          Snoozed(AConversation(), step.now + kLongestSnooze + absl::Seconds(1), step).status()),
      Reason::kFieldInvalid);
}

TEST(Resolved, KeepsWhyAndByWhom) {
  const Conversation resolved = ValueOf(Resolved(In(ConversationState::kSnoozed), AStep()));
  EXPECT_EQ(resolved.state, ConversationState::kResolved);
  EXPECT_EQ(resolved.reason, Secret("they paid"));
  EXPECT_EQ(resolved.changed_by, "agent-1");
  EXPECT_THAT(RestoreConversation(resolved), IsOk());
}

TEST(Steps, AreRefusedWhereTheyDoNotBegin) {
  const Conversation resolved = In(ConversationState::kResolved);
  const absl::Time until = TestNow() + absl::Hours(2);
  for (const absl::Status& status :
       {Resolved(resolved, AStep()).status(), Snoozed(resolved, until, AStep()).status(),
        Assigned(resolved, "agent-2", TestNow()).status(),
        Reopened(AConversation(), AStep()).status()}) {
    EXPECT_EQ(ReasonOf(status), Reason::kConversationStepRefused);
  }
  EXPECT_EQ(ValueOf(Reopened(resolved, AStep())).state, ConversationState::kReopened);
  EXPECT_EQ(ValueOf(Assigned(AConversation(), "agent-2", TestNow())).assigned_to, "agent-2");
}

TEST(Steps, NeedAReasonToEndAndToBeginAgain) {
  EXPECT_EQ(ReasonOf(Resolved(AConversation(), AStep("")).status()), Reason::kFieldInvalid);
  EXPECT_EQ(ReasonOf(Reopened(In(ConversationState::kResolved), AStep("")).status()),
            Reason::kFieldInvalid);
}

TEST(RestoreConversation, RefusesWhatNoStepMakes) {
  Conversation broken = AConversation();
  broken.snoozed_until = TestNow();
  EXPECT_EQ(ReasonOf(RestoreConversation(broken).status()), Reason::kRecordCorrupt);
  broken = AConversation();
  broken.debts = {kPhone, kCar};
  EXPECT_EQ(ReasonOf(RestoreConversation(broken).status()), Reason::kRecordCorrupt);
  EXPECT_EQ(ReasonOf(RestoreConversation(AConversation(ConversationId())).status()),
            Reason::kRecordCorrupt);
}

TEST(CheckNote, WantsATextOfSomeLength) {
  const auto faults = [](std::string_view text) {
    Violations violations;
    CheckNote(text, violations);
    return violations.all();
  };
  EXPECT_THAT(faults(""), ElementsAre(Violation{"text", Fault::kRequired}));
  EXPECT_THAT(faults(std::string(10'001, 'x')), ElementsAre(Violation{"text", Fault::kTooLong}));
  EXPECT_THAT(faults("They wait\nfor a letter."), ElementsAre());
}

TEST(ReadUpTo, NeverGoesBack) {
  Conversation conversation = AConversation();
  conversation = ReadUpTo(conversation, Direction::kInbound, 5);
  conversation = ReadUpTo(conversation, Direction::kOutbound, 7);
  conversation = ReadUpTo(conversation, Direction::kInbound, 3);
  EXPECT_EQ(conversation.read_by_person, 5);
  EXPECT_EQ(conversation.read_by_team, 7);
}

TEST(HandoverOf, TellsWhatWhoeverTakesOverMustKnow) {
  Conversation conversation = Joined(AConversation(), AMatter(Direction::kInbound));
  const ConversationLink in{conversation.debtor,
                            NumberedId<CommunicationId>(7),
                            kOne,
                            Direction::kInbound,
                            Channel::kSms,
                            TestNow()};
  ConversationLink out = in;
  out.direction = Direction::kOutbound;
  out.channel = Channel::kCall;
  const Handover handover = HandoverOf(conversation, std::array{in, out, in}, 4, TestNow());
  EXPECT_EQ(handover.came_in, 2);
  EXPECT_EQ(handover.went_out, 1);
  EXPECT_EQ(handover.notes, 4);
  EXPECT_THAT(handover.channels, ElementsAre(Channel::kCall, Channel::kSms));
  EXPECT_TRUE(handover.waits_for_us);
  Matter said = AMatter(Direction::kOutbound);
  said.at += absl::Hours(1);
  EXPECT_FALSE(HandoverOf(Joined(conversation, said), {}, 0, TestNow()).waits_for_us);
}

}  // namespace
}  // namespace parley
