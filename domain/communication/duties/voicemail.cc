// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/voicemail.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "absl/strings/ascii.h"

namespace parley {
namespace {

// Words that hint at a debt, at who collects it, or at more than "any of our representatives".
constexpr auto kTelling = std::to_array<std::string_view>(
    {"debt",     "collect",        "owe",         "past due", "overdue",
     "balance",  "payment",        "receivab",    "loan",     "credit card",
     "account",  "invoice",        "lawsuit",     "legal",    "attorney",
     "creditor", "department",     "group",       "division", "speak with",
     "speak to", "message is for", "calling for", "settle",   "urgent"});
constexpr auto kAsksToReply =
    std::to_array<std::string_view>({"call", "contact", "reach", "reply", "ring"});

bool HoldsAny(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

bool HoldsNumber(std::string_view text, std::ptrdiff_t fewest_digits) {
  return std::count_if(text.begin(), text.end(), IsDigit) >= fewest_digits;
}

// A caller gives a name: "this is", "my name is", "of ABC Inc. here".
bool HoldsName(std::string_view text) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"this is", "my name is", "here", "it's", "calling from"});
  return HoldsAny(text, kNames);
}

bool EndsWhole(std::string_view text) {
  constexpr std::ptrdiff_t kDigitsWithArea = 10;
  const std::size_t last = text.find_last_not_of(" \n");
  if (last == std::string_view::npos) return false;
  return std::string_view(".!?").find(text[last]) != std::string_view::npos ||
         (IsDigit(text[last]) && HoldsNumber(text, kDigitsWithArea));
}

}  // namespace

VoicemailContent ClassifyVoicemail(std::string_view text) {
  constexpr std::ptrdiff_t kFewestDigits = 7;
  std::string folded(text);
  absl::AsciiStrToLower(&folded);
  std::replace(folded.begin(), folded.end(), '-', ' ');
  if (HoldsAny(folded, kTelling)) return VoicemailContent::kTellsDebt;
  const bool whole = HoldsName(folded) && HoldsAny(folded, kAsksToReply) &&
                     HoldsNumber(folded, kFewestDigits) && EndsWhole(folded);
  return whole ? VoicemailContent::kLimited : VoicemailContent::kIncomplete;
}

}  // namespace parley
