// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_EVENT_H_
#define PARLEY_DOMAIN_COMMON_EVENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/money.h"

namespace parley {

// The facts that this system tells others; one event a fact, named in the past tense.
enum class EventType : std::uint8_t {
  kDebtReceived,
  kDebtActivated,
  kDebtStatusChanged,
  kPaymentPosted,
  kPaymentInFlight,
  kPaymentReturned,
  kAdjusted,
  kOverpaid,
  kHoldStarted,
  kHoldEnded,
  kInterestFrozen,
  kRecalled,
  kClosed,
  kReopened,
  kFeeCharged,
  kFeeReversed,
  kContactAllowed,
  kContactDeferred,
  kContactRefused,
  kContactSent,
  kContactDelivered,
  kContactRead,
  kContactBounced,
  kContactFailed,
  kConsentGranted,
  kConsentRevoked,
  kPreferenceChanged,
  kRepresentationStarted,
  kRepresentationEnded,
  kKillSwitchEngaged,
  kKillSwitchReleased,
  kPolicyPublished,
  kInboundReceived,
  kInboundLabelled,
  kInboundAnswerDue,
  kInboundAnswerBreached,
  kCrisisDetected,
  kDisputeOpened,
  kDisputeAnswered,
  kDisputeClosed,
  kComplaintReceived,
  kComplaintAcknowledged,
  kComplaintFinalResponse,
  kComplaintClockBreached,
  kPromiseMade,
  kPromiseCancelled,
  kPromiseReplaced,
  kCircumstanceRecorded,
  kConversationOpened,
  kConversationResolved,
  kConversationReopened,
  kWorkOpened,
  kWorkChanged,
  kInboundStateChanged,
  kCallbackRequested,
  kCallbackScheduled,
  kCallbackKept,
  kCallbackMissed,
  kCallbackCancelled,
  kReflectionProposed,
  kReflectionConfirmed,
  kReflectionCorrected,
  kDisputeClockBreached,
  kWorkDueBreached,
};

// "debt.received"; frozen, because consumers subscribe to it.
std::string_view NameOf(EventType type);
std::optional<EventType> EventTypeNamed(std::string_view name);

// Every type that there is.
std::vector<EventType> EveryEventType();

// What others learn of a fact: ids, amounts and states, never personal data. Consumers de-duplicate
// by id and order by the debtor's revision.
struct Event {
  EventId id;
  EventType type = EventType::kDebtReceived;
  DebtorId debtor;
  DebtId debt;    // Nil when the fact is about no debt.
  EntryId entry;  // Nil when the fact is no entry.
  Uuid subject;   // What else it is about: a hold, a payment, a verdict. Nil for nothing else.
  std::optional<Money> amount;  // Signed as the fact is: what changed hands, what is held.
  // The debt's status after the fact, or the state of the hold that it is about; empty for neither.
  std::string state;
  absl::Time occurred_time;

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_EVENT_H_
