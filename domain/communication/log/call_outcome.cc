// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/call_outcome.h"

#include <array>
#include <cstddef>

namespace parley {
namespace {

struct Row {
  std::string_view word;
  Outcome outcome;
};

// In the order of the enum. The right party who refuses has spoken with us all the same, and has
// the quiet days of a conversation. Whoever else answers leaves an attempt that was answered.
constexpr auto kRows = std::to_array<Row>({
    {"", Outcome::kUnknown},
    {"CONVERSATION", Outcome::kConversation},
    {"RIGHT_PARTY_REFUSED", Outcome::kConversation},
    {"THIRD_PARTY", Outcome::kAnsweredHungUp},
    {"WRONG_NUMBER", Outcome::kAnsweredHungUp},
    {"VOICEMAIL", Outcome::kVoicemail},
    {"VOICEMAIL_LIMITED", Outcome::kVoicemailLimited},
    {"MAILBOX_FULL", Outcome::kVoicemailFull},
    {"NO_MESSAGE_POSSIBLE", Outcome::kNoMessagePossible},
    {"NO_MESSAGE_LEFT", Outcome::kNoMessageByChoice},
    {"NO_ANSWER", Outcome::kNoAnswer},
    {"BUSY", Outcome::kBusy},
    {"NOT_IN_SERVICE", Outcome::kNotInService},
    {"NOT_CONNECTED", Outcome::kNoConnect},
    {"HUNG_UP", Outcome::kAnsweredHungUp},
    {"DROPPED", Outcome::kAnsweredDropped},
    {"NOT_DIALLED", Outcome::kUnknown},
});

constexpr auto kWords = [] {
  std::array<std::string_view, kRows.size()> words;
  for (std::size_t at = 0; at < words.size(); ++at) words.at(at) = kRows.at(at).word;
  return words;
}();

}  // namespace

template <>
std::span<const std::string_view> WordsOf<CallOutcome>() {
  return kWords;
}

Outcome OutcomeOf(CallOutcome outcome) {
  return kRows.at(static_cast<std::size_t>(outcome)).outcome;
}

}  // namespace parley
