// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_FINDING_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_FINDING_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/language/text_span.h"

namespace parley::language {

// What is wrong with words that go out to somebody who owes.
enum class ToneCategory : std::uint8_t {
  kThreat,          // Harm announced without a basis: arrest, seizure, visits, others told.
  kShame,           // Judgement, insult, sarcasm.
  kFalseUrgency,    // Time pressure without a reason, "final" that is not.
  kFalseAuthority,  // Posing as court, lawyer, state or bureau.
  kShouting,        // Capitals, exclamation marks.
  kCoercion,        // In full today, card now, consent before terms, money for essentials.
  kDisclosure,      // The debt where others may read or hear of it.
  kMisleading,      // A bare total, consequences that are not so, a discount that is none.
  kJargon,          // A term of the trade that is not explained.
  kUnclear,         // Convoluted, or says nothing.
};

inline constexpr std::array kToneCategories = {
    ToneCategory::kThreat,         ToneCategory::kShame,      ToneCategory::kFalseUrgency,
    ToneCategory::kFalseAuthority, ToneCategory::kShouting,   ToneCategory::kCoercion,
    ToneCategory::kDisclosure,     ToneCategory::kMisleading, ToneCategory::kJargon,
    ToneCategory::kUnclear};

// "THREAT", "FALSE_URGENCY".
std::string_view NameOf(ToneCategory category);
std::optional<ToneCategory> ToneCategoryNamed(std::string_view name);

// The greater, the graver.
enum class ToneSeverity : std::uint8_t {
  kWarns,           // Could be better; goes out.
  kNeedsSecondEye,  // Only context can tell: blocked until another person releases it.
  kBlocks,
};

// "WARNS", "SECOND_PAIR_OF_EYES", "BLOCKS".
std::string_view NameOf(ToneSeverity severity);
std::optional<ToneSeverity> ToneSeverityNamed(std::string_view name);

// What a check found: where, by which rule, and how to say it kinder. The rule and the suggestion
// live as long as the check that found it.
struct ToneFinding {
  ToneCategory category = ToneCategory::kThreat;
  ToneSeverity severity = ToneSeverity::kBlocks;
  TextSpan span;  // In the text as it was given.
  std::string_view rule;
  std::string_view suggestion;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_FINDING_H_
