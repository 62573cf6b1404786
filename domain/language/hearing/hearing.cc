// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/hearing.h"

#include <algorithm>
#include <array>
#include <span>

#include "absl/strings/str_cat.h"
#include "domain/language/hearing/new_part.h"
#include "domain/language/passage.h"

namespace parley::language {
namespace {

using Words = std::span<const std::string_view>;

// Words that stand in nearly every text of a language and in few of another.
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"the", "i",      "im",   "you",    "u",    "my",   "is",   "it",   "to",
     "and", "of",     "not",  "dont",   "have", "for",  "this", "that", "was",
     "can", "will",   "your", "with",   "what", "do",   "are",  "be",   "ill",
     "ive", "please", "pls",  "thanks", "stop", "call", "pay"});
constexpr auto kSpanish = std::to_array<std::string_view>(
    {"el",    "los",   "las",   "que",     "q",     "de",      "y",    "yo",   "mi",
     "por",   "con",   "para",  "una",     "lo",    "pero",    "esta", "este", "eso",
     "ya",    "muy",   "sus",   "ustedes", "del",   "al",      "se",   "le",   "hola",
     "estoy", "tengo", "puedo", "pago",    "pagar", "gracias", "ahora"});
constexpr auto kFrench = std::to_array<std::string_view>(
    {"je",   "j'",    "le",      "les", "et",  "des", "une",  "vous", "pas",
     "mon",  "ma",    "est",     "ce",  "c'",  "que", "qui",  "pour", "dans",
     "sur",  "avec",  "votre",   "du",  "n'",  "ne",  "suis", "ai",   "au",
     "mais", "merci", "bonjour", "jai", "moi", "l'",  "d'",   "plus", "payer"});
constexpr auto kGerman = std::to_array<std::string_view>(
    {"ich",   "und",  "der",   "die",  "das",  "ist", "nicht", "mit",   "ein",
     "eine",  "zu",   "den",   "mir",  "mich", "sie", "bitte", "auf",   "kein",
     "keine", "habe", "hab",   "es",   "wir",  "ihr", "von",   "fur",   "bin",
     "am",    "mein", "meine", "aber", "noch", "wie", "kann",  "danke", "dem"});

Words SmallWordsOf(LanguageCode language) {
  switch (language) {
    case LanguageCode::kEnglish:
      return kEnglish;
    case LanguageCode::kSpanish:
      return kSpanish;
    case LanguageCode::kFrench:
      return kFrench;
    case LanguageCode::kGerman:
      return kGerman;
  }
  return {};
}

// What is told of a text in a language that it is not likely in.
bool IsNeverMissed(Intent intent) {
  return intent == Intent::kCrisis || intent == Intent::kStopContact ||
         intent == Intent::kStopChannel;
}

// How many small words of each language a text has.
using SmallWords = std::array<int, kLanguages.size()>;

SmallWords SmallWordsIn(std::string_view text) {
  constexpr std::size_t kRead = 2000;
  const std::string_view head = text.substr(0, std::min(kRead, text.size()));
  const Passage passage(head, LanguageCode::kFrench);  // Parts l' and j' from their words.
  SmallWords counts{};
  for (std::uint32_t at = 0; at < passage.words().size(); ++at) {
    const std::string_view word = passage.FoldedWord(at);
    for (std::size_t language = 0; language < kLanguages.size(); ++language) {
      const Words words = SmallWordsOf(kLanguages[language]);
      if (std::find(words.begin(), words.end(), word) != words.end()) ++counts[language];
    }
  }
  return counts;
}

LanguageCode LikelyLanguage(const SmallWords& counts, std::optional<LanguageCode> known) {
  // So many more words than the usual language has.
  const int lead = known.has_value() ? 2 : 1;
  const LanguageCode usual = known.value_or(LanguageCode::kEnglish);
  const auto most = std::max_element(counts.begin(), counts.end());
  const int of_usual = counts[static_cast<std::size_t>(usual)];
  return *most >= of_usual + lead ? kLanguages[static_cast<std::size_t>(most - counts.begin())]
                                  : usual;
}

// Whether a text that is likely in one language may also be in another: it is short, or mixes.
bool MayBeIn(LanguageCode other, LanguageCode likely, const SmallWords& counts) {
  constexpr int kShare = 3;
  return counts[static_cast<std::size_t>(other)] * kShare >=
         counts[static_cast<std::size_t>(likely)];
}

}  // namespace

LanguageCode LikelyLanguageOf(std::string_view text, std::optional<LanguageCode> known) {
  return LikelyLanguage(SmallWordsIn(text), known);
}

absl::StatusOr<Hearing> Hearing::Make(std::vector<LanguageHearing> languages) {
  std::sort(languages.begin(), languages.end(),
            [](const LanguageHearing& one, const LanguageHearing& other) {
              return one.language() < other.language();
            });
  for (std::size_t at = 0; at < kLanguages.size(); ++at) {
    if (at >= languages.size() || languages[at].language() != kLanguages[at]) {
      return absl::InvalidArgumentError(
          absl::StrCat("no hearing for ", std::string(NameOf(kLanguages[at]))));
    }
  }
  return Hearing(std::move(languages));
}

const LanguageHearing& Hearing::In(LanguageCode language) const {
  return languages_[static_cast<std::size_t>(language)];
}

Heard Hearing::Hear(std::string_view text, const HearingContext& context) const {
  const std::string new_part = NewPartOf(text);
  const LanguageCode usual = context.language.value_or(LanguageCode::kEnglish);
  const SmallWords counts = SmallWordsIn(new_part);
  const LanguageCode likely = LikelyLanguage(counts, context.language);
  Heard heard = In(likely).Hear(new_part, context);
  if (heard.primary().intent != Intent::kUnclear) return heard;
  for (const LanguageCode other : kLanguages) {
    if (other == likely || !MayBeIn(other, likely, counts)) continue;
    Heard heard_there = In(other).HearByRules(new_part, context);
    // A word of another language may mean anything; of the person's own, what it says.
    if (other == usual || IsNeverMissed(heard_there.primary().intent)) {
      if (heard_there.primary().intent != Intent::kUnclear) return heard_there;
    }
  }
  return heard;
}

TextFeatures Hearing::FeaturesOf(std::string_view text, const HearingContext& context) const {
  const std::string new_part = NewPartOf(text);
  const LanguageCode likely = LikelyLanguageOf(new_part, context.language);
  return In(likely).FeaturesOf(new_part, context.by);
}

}  // namespace parley::language
