// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_VOICEMAIL_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_VOICEMAIL_H_

#include <cstdint>
#include <string_view>

namespace parley {

// What a voicemail says of a debt. Words in English alone: a second net under the closed templates
// from which messages are made.
enum class VoicemailContent : std::uint8_t {
  kLimited,     // A name, a request to reply, a number, and nothing that hints at a debt.
  kTellsDebt,   // Something in it does.
  kIncomplete,  // It breaks off, or lacks what a message of limited content must have.
};

VoicemailContent ClassifyVoicemail(std::string_view text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_VOICEMAIL_H_
