// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_LOG_CALL_OUTCOME_H_
#define PARLEY_DOMAIN_COMMUNICATION_LOG_CALL_OUTCOME_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "domain/communication/vocabulary.h"

namespace parley {

// How a call came out, as whoever made or took it tells it. The numbers are stored and never
// change.
enum class CallOutcome : std::uint8_t {
  kConversation = 1,       // The right party spoke with us.
  kRightPartyRefused = 2,  // The right party answered, and did not want to speak.
  kThirdParty = 3,         // Somebody else answered, and was told nothing.
  kWrongNumber = 4,        // The number is somebody else's.
  kVoicemail = 5,          // A message that tells more than a limited one.
  kVoicemailLimited = 6,   // A message that reveals nothing of a debt.
  kMailboxFull = 7,
  kNoMessagePossible = 8,
  kNoMessageLeft = 9,  // There was a mailbox, and we left nothing there.
  kNoAnswer = 10,
  kBusy = 11,
  kNotInService = 12,
  kNotConnected = 13,
  kHungUp = 14,      // Somebody answered and hung up.
  kDropped = 15,     // The line broke before anybody had spoken.
  kNotDialled = 16,  // The call was let through, and never made.
};

template <>
std::span<const std::string_view> WordsOf<CallOutcome>();

// What that is to the rules that count. What was never dialled is no attempt, and no outcome.
Outcome OutcomeOf(CallOutcome outcome);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_LOG_CALL_OUTCOME_H_
