// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/logged_communication.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using State = CommunicationState;

absl::Time Later() { return TestNow() + absl::Hours(1); }

LoggedCommunication Told(CallOutcome outcome) {
  return ValueOf(WithCallOutcome(ACall(), AReport(ACall(), outcome), Later()));
}

TEST(LoggedCommunication, HoldsItsSlotUntilItsOutcomeIsTold) {
  const LoggedCommunication call = ACall();
  EXPECT_EQ(call.state, State::kReserved);
  EXPECT_EQ(call.outcome, Outcome::kUnknown);
}

TEST(LoggedCommunication, UsesItsSlotWhateverCameOfTheCall) {
  for (int number = 1; number < static_cast<int>(CallOutcome::kNotDialled); ++number) {
    const auto outcome = static_cast<CallOutcome>(number);
    const LoggedCommunication told = Told(outcome);
    EXPECT_EQ(told.state, State::kUsed) << WordFor(outcome);
    EXPECT_EQ(told.outcome, OutcomeOf(outcome));
    EXPECT_EQ(told.dispatch_time, TestNow() + absl::Minutes(1));
    EXPECT_THAT(RestoreCommunication(told), IsOk());
  }
}

TEST(LoggedCommunication, GivesItsSlotBackWhenItWasNeverMade) {
  const LoggedCommunication released = Told(CallOutcome::kNotDialled);
  EXPECT_EQ(released.state, State::kReleased);
  EXPECT_EQ(released.outcome, Outcome::kUnknown);
  EXPECT_EQ(released.dispatch_time, TestNow());
  EXPECT_THAT(RestoreCommunication(released), IsOk());
}

TEST(LoggedCommunication, IsAConversationOnlyWithTheRightParty) {
  for (int number = 1; number <= static_cast<int>(CallOutcome::kNotDialled); ++number) {
    const auto outcome = static_cast<CallOutcome>(number);
    const bool right_party =
        outcome == CallOutcome::kConversation || outcome == CallOutcome::kRightPartyRefused;
    EXPECT_EQ(OutcomeOf(outcome) == Outcome::kConversation, right_party) << WordFor(outcome);
  }
}

TEST(LoggedCommunication, KeepsWhatWasTold) {
  CallReport report = AReport(ACall(), CallOutcome::kConversation);
  report.talked_about = {NumberedId<DebtId>(1), NumberedId<DebtId>(2)};
  report.note = Secret("will pay on Friday");
  const LoggedCommunication told = ValueOf(WithCallOutcome(ACall(), report, Later()));
  EXPECT_EQ(told.talked_about, report.talked_about);
  EXPECT_EQ(told.note, report.note);
  EXPECT_EQ(told.updated_time, Later());
  EXPECT_EQ(told.created_time, TestNow());
}

TEST(LoggedCommunication, IsToldOnce) {
  const LoggedCommunication told = Told(CallOutcome::kNoAnswer);
  EXPECT_THAT(WithCallOutcome(told, AReport(told, CallOutcome::kConversation), Later()),
              IsRefused(Reason::kCallAlreadyRecorded));
  const LoggedCommunication released = Told(CallOutcome::kNotDialled);
  EXPECT_THAT(WithCallOutcome(released, AReport(released, CallOutcome::kWrongNumber), Later()),
              IsRefused(Reason::kCallAlreadyRecorded));
}

TEST(LoggedCommunication, IsUncountedWhenTheNumberTurnsOutToBeSomebodyElses) {
  const LoggedCommunication told = Told(CallOutcome::kVoicemailLimited);
  EXPECT_FALSE(WasMisdirected(told));
  CallReport learnt = AReport(told, CallOutcome::kWrongNumber);
  learnt.began = Later();
  const LoggedCommunication astray = ValueOf(WithCallOutcome(told, learnt, Later()));
  EXPECT_TRUE(WasMisdirected(astray));
  EXPECT_EQ(astray.dispatch_time, told.dispatch_time);
  EXPECT_THAT(WithCallOutcome(astray, learnt, Later()), IsRefused(Reason::kCallAlreadyRecorded));
}

TEST(LoggedCommunication, KeepsWhatWasToldBeforeTheNumberTurnedOutToBeSomebodyElses) {
  CallReport report = AReport(ACall(), CallOutcome::kVoicemail);
  report.note = Secret("a man's voice");
  const LoggedCommunication told = ValueOf(WithCallOutcome(ACall(), report, Later()));
  CallReport learnt = AReport(told, CallOutcome::kWrongNumber);
  EXPECT_EQ(ValueOf(WithCallOutcome(told, learnt, Later())).note, told.note);
  learnt.note = Secret("of a bakery");
  EXPECT_EQ(ValueOf(WithCallOutcome(told, learnt, Later())).note,
            Secret("a man's voice\nof a bakery"));
}

TEST(LoggedCommunication, BeginsNotBeforeItWasLetThrough) {
  CallReport early = AReport(ACall(), CallOutcome::kNoAnswer);
  early.began = TestNow() - absl::Microseconds(1);
  EXPECT_THAT(WithCallOutcome(ACall(), early, Later()), IsRefused(Reason::kFieldInvalid));
}

TEST(LoggedCommunication, HasTheOutcomeOfACallOnlyWhenItIsOne) {
  LoggedCommunication letter = ACall();
  letter.contact.channel = Channel::kLetter;
  EXPECT_THAT(WithCallOutcome(letter, AReport(letter, CallOutcome::kNoAnswer), Later()),
              IsRefused(Reason::kCommunicationNotACall));
}

TEST(CallReport, IsCheckedAsAWhole) {
  CallReport report = AReport(ACall(), CallOutcome::kNoAnswer);
  report.began = Later();
  report.talked_about = {NumberedId<DebtId>(1)};
  report.note = Secret(std::string(1001, 'x'));
  Violations violations;
  CheckCallReport(report, TestNow(), "call", violations);
  EXPECT_THAT(violations.all(),
              testing::UnorderedElementsAre(Violation{"call.talked_about", Fault::kUnknownValue},
                                            Violation{"call.began_time", Fault::kDateInFuture},
                                            Violation{"call.note", Fault::kTooLong}));
}

TEST(RestoreCommunication, RefusesWhatBreaksAnInvariant) {
  EXPECT_THAT(RestoreCommunication(ACall()), IsOk());
  EXPECT_THAT(RestoreCommunication(AnInboundCall()), IsOk());
  const std::vector<std::function<void(LoggedCommunication&)>> breaks = {
      [](auto& call) { call.id = {}; },
      [](auto& call) { call.debtor = {}; },
      [](auto& call) { call.actor.clear(); },
      [](auto& call) { call.revision = 0; },
      [](auto& call) { call.verdict.reset(); },
      [](auto& call) { call.direction = Direction::kInbound; },
      [](auto& call) { call.outcome = Outcome::kBusy; },
      [](auto& call) { call.call_outcome = CallOutcome::kBusy; },
      [](auto& call) { call.call_outcome = CallOutcome::kNotDialled; },
      [](auto& call) {
        call = Told(CallOutcome::kBusy);
        call.contact.channel = Channel::kSms;
      },
      [](auto& call) {
        call = Told(CallOutcome::kBusy);
        call.outcome = Outcome::kConversation;
      },
  };
  for (std::size_t at = 0; at < breaks.size(); ++at) {
    LoggedCommunication call = ACall();
    breaks.at(at)(call);
    EXPECT_THAT(RestoreCommunication(call), IsRefused(Reason::kRecordCorrupt)) << at;
  }
}

}  // namespace
}  // namespace parley
