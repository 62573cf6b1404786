// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/readability.h"

#include <string_view>

namespace parley::language {
namespace {

// In thousandths.
struct Formula {
  std::int64_t base;
  std::int64_t per_word;
  std::int64_t per_syllable;
};

Formula FormulaOf(LanguageCode language) {
  switch (language) {
    case LanguageCode::kEnglish:
      return {206835, 1015, 84600};
    case LanguageCode::kSpanish:
      return {206840, 1020, 60000};
    case LanguageCode::kFrench:
      return {207000, 1015, 73600};
    case LanguageCode::kGerman:
      return {180000, 1000, 58500};
  }
  return {0, 0, 0};
}

bool IsVowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

// Vowels in a row are one syllable; an e that English and French do not speak is none.
std::int64_t SyllablesOf(std::string_view word, LanguageCode language) {
  std::int64_t syllables = 0;
  bool vowel_before = false;
  for (const char letter : word) {
    const bool vowel = IsVowel(letter);
    syllables += vowel && !vowel_before ? 1 : 0;
    vowel_before = vowel;
  }
  const bool mute = language == LanguageCode::kEnglish || language == LanguageCode::kFrench;
  if (mute && syllables > 1 && word.back() == 'e' && !IsVowel(word[word.size() - 2])) --syllables;
  return syllables > 0 ? syllables : 1;
}

}  // namespace

Readability ReadabilityOf(const Passage& passage) {
  Readability result;
  std::int64_t syllables = 0;
  for (std::size_t at = 0; at < passage.words().size(); ++at) {
    if (passage.words()[at].kind != WordKind::kWord) continue;
    ++result.words;
    syllables += SyllablesOf(passage.FoldedWord(at), passage.language());
  }
  result.sentences = static_cast<std::uint32_t>(passage.sentences().size());
  for (const Sentence& sentence : passage.sentences()) {
    if (sentence.words.size() > result.longest_sentence.size()) {
      result.longest_sentence = sentence.words;
    }
  }
  if (result.words == 0) return result;
  const Formula formula = FormulaOf(passage.language());
  const std::int64_t words = result.words;
  result.score = static_cast<int>((formula.base - formula.per_word * words / result.sentences -
                                   formula.per_syllable * syllables / words) /
                                  1000);
  return result;
}

}  // namespace parley::language
