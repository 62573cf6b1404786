// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_STATE_H_
#define PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_STATE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "domain/communication/log/logged_communication.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// Where a message on its way out is. The numbers are stored and never change. One that is held by a
// kill switch is QUEUED; one that the gate refused never became a message: its verdict tells of it.
enum class MessageState : std::uint8_t {
  kQueued = 1,       // Waits for its time.
  kDispatching = 2,  // Is being handed over, and may be with the provider already.
  kUnknown = 3,      // Nobody knows whether the provider has it.
  kSent = 4,         // The provider took it.
  kDelivered = 5,    // It reached the device, the mailbox or the door.
  kBounced = 6,      // It came back.
  kRead = 7,         // Somebody opened it.
  kComplained = 8,   // Whom it reached called it unwanted.
  kFailed = 9,       // It was never taken, and will not be tried again.
  kCancelled = 10,   // It was taken back before it was handed over.
};

template <>
std::span<const std::string_view> WordsOf<MessageState>();

// What befalls a message.
enum class MessageEvent : std::uint8_t {
  kBegun = 1,          // A dispatcher begins to hand it over.
  kTaken = 2,          // The provider took it.
  kRefusedForNow = 3,  // The provider did not take it, and may later.
  kRefused = 4,        // The provider will not take it.
  kLost = 5,           // The link, or the dispatcher, went before the provider had answered.
  kNeverCame = 6,      // The provider was asked, and does not know it.
  kReleased = 7,       // A person lets one whose fate is unknown go once more.
  kCancelled = 8,      // It became pointless, too late or unwanted.
  kDelivered = 9,      // What a provider reports later, in any order and more than once.
  kBounced = 10,
  kRead = 11,
  kComplained = 12,
};

template <>
std::span<const std::string_view> WordsOf<MessageEvent>();

// The state that an event leads to; none where it changes nothing and may be ignored, or may not
// happen. What a provider reports outranks all else once a message was handed over, for reports
// come in any order, and providers err: DELIVERED below BOUNCED, because a host that took a message
// may still return it; below READ, because somebody saw it; below COMPLAINED.
std::optional<MessageState> After(MessageState state, MessageEvent event, bool was_handed_over);

// True for a message that nothing will be done about any more, unless a report comes in.
bool IsOver(MessageState state);

// What a message in that state takes among the contacts that rules allow, and how it came out: what
// may have reached somebody counts.
CommunicationState SlotOf(MessageState state);
Outcome OutcomeOf(MessageState state);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MESSAGE_MESSAGE_STATE_H_
