// SPDX-License-Identifier: Apache-2.0
#include "domain/common/event.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace parley {
namespace {

// Consumers subscribe to these names: they never change.
TEST(EventType, HasAFrozenName) {
  const std::map<EventType, std::string> expected = {
      {EventType::kDebtReceived, "debt.received"},
      {EventType::kDebtActivated, "debt.activated"},
      {EventType::kDebtStatusChanged, "debt.status_changed"},
      {EventType::kPaymentPosted, "ledger.payment_posted"},
      {EventType::kAdjusted, "ledger.adjusted"},
      {EventType::kPaymentInFlight, "ledger.payment_in_flight"},
      {EventType::kPaymentReturned, "ledger.payment_returned"},
      {EventType::kOverpaid, "ledger.overpaid"},
      {EventType::kHoldStarted, "debt.hold_started"},
      {EventType::kHoldEnded, "debt.hold_ended"},
      {EventType::kInterestFrozen, "ledger.interest_frozen"},
      {EventType::kRecalled, "debt.recalled"},
      {EventType::kClosed, "debt.closed"},
      {EventType::kReopened, "debt.reopened"},
      {EventType::kFeeCharged, "ledger.fee_charged"},
      {EventType::kFeeReversed, "ledger.fee_reversed"},
      {EventType::kContactAllowed, "contact.allowed"},
      {EventType::kContactDeferred, "contact.deferred"},
      {EventType::kContactRefused, "contact.refused"},
      {EventType::kContactSent, "contact.sent"},
      {EventType::kContactDelivered, "contact.delivered"},
      {EventType::kContactRead, "contact.read"},
      {EventType::kContactBounced, "contact.bounced"},
      {EventType::kContactFailed, "contact.failed"},
      {EventType::kConsentGranted, "consent.granted"},
      {EventType::kConsentRevoked, "consent.revoked"},
      {EventType::kPreferenceChanged, "preference.changed"},
      {EventType::kRepresentationStarted, "representation.started"},
      {EventType::kRepresentationEnded, "representation.ended"},
      {EventType::kKillSwitchEngaged, "killswitch.engaged"},
      {EventType::kKillSwitchReleased, "killswitch.released"},
      {EventType::kPolicyPublished, "policy.published"},
      {EventType::kDisputeOpened, "dispute.opened"},
      {EventType::kDisputeAnswered, "dispute.answered"},
      {EventType::kDisputeClosed, "dispute.closed"},
      {EventType::kComplaintReceived, "complaint.received"},
      {EventType::kComplaintAcknowledged, "complaint.acknowledged"},
      {EventType::kComplaintFinalResponse, "complaint.final_response"},
      {EventType::kComplaintClockBreached, "complaint.clock_breached"},
      {EventType::kPromiseMade, "promise.made"},
      {EventType::kPromiseCancelled, "promise.cancelled"},
      {EventType::kPromiseReplaced, "promise.replaced"},
      {EventType::kCircumstanceRecorded, "circumstance.recorded"},
      {EventType::kConversationOpened, "conversation.opened"},
      {EventType::kConversationResolved, "conversation.resolved"},
      {EventType::kConversationReopened, "conversation.reopened"},
      {EventType::kWorkOpened, "work.opened"},
      {EventType::kWorkChanged, "work.changed"},
      {EventType::kInboundStateChanged, "inbound.state_changed"},
      {EventType::kCallbackRequested, "callback.requested"},
      {EventType::kCallbackScheduled, "callback.scheduled"},
      {EventType::kCallbackKept, "callback.kept"},
      {EventType::kCallbackMissed, "callback.missed"},
      {EventType::kCallbackCancelled, "callback.cancelled"},
      {EventType::kReflectionProposed, "reflection.proposed"},
      {EventType::kReflectionConfirmed, "reflection.confirmed"},
      {EventType::kReflectionCorrected, "reflection.corrected"},
      {EventType::kDisputeClockBreached, "dispute.clock_breached"},
      {EventType::kWorkDueBreached, "work.due_breached"},
      {EventType::kInboundReceived, "inbound.received"},
      {EventType::kInboundLabelled, "inbound.labelled"},
      {EventType::kInboundAnswerDue, "inbound.answer_due"},
      {EventType::kInboundAnswerBreached, "inbound.answer_breached"},
      {EventType::kCrisisDetected, "inbound.crisis_detected"},
  };
  ASSERT_EQ(expected.size(), EveryEventType().size());
  for (const auto& [type, name] : expected) {
    EXPECT_EQ(NameOf(type), name);
    EXPECT_EQ(EventTypeNamed(name), type) << name;
  }
}

TEST(EventType, IsFoundByItsExactNameAlone) {
  EXPECT_EQ(EventTypeNamed(""), std::nullopt);
  EXPECT_EQ(EventTypeNamed("Debt.Received"), std::nullopt);
  EXPECT_EQ(EventTypeNamed("debt"), std::nullopt);
}

}  // namespace
}  // namespace parley
