// SPDX-License-Identifier: Apache-2.0
#include "domain/language/word_features.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace parley::language {
namespace {

constexpr std::size_t kBeginning = 5;
constexpr std::size_t kLetters = 4;

std::string_view NameOf(WordKind kind) {
  switch (kind) {
    case WordKind::kNumber:
      return "=number";
    case WordKind::kMoney:
      return "=money";
    case WordKind::kTime:
      return "=time";
    case WordKind::kPlaceholder:
      return "=placeholder";
    case WordKind::kWord:
      return "";
  }
  return "";
}

// The whole part of a square root, by Newton's steps from above.
std::int64_t RootOf(std::int64_t square) {
  std::int64_t root = square;
  for (std::int64_t next = (square + 1) / 2; next < root; next = (root + square / root) / 2) {
    root = next;
  }
  return root;
}

class FeatureReader {
 public:
  FeatureReader(const Passage& passage, FeatureTeller tell) : passage_(passage), tell_(tell) {}

  void TellWords() {
    const auto size = static_cast<std::uint32_t>(passage_.words().size());
    for (std::uint32_t at = 0; at < size; ++at) {
      const std::string_view word = NameAt(at);
      const WordRange here{at, at + 1};
      tell_(word, here);
      if (at == 0) TellPair("^", word, here);
      TellPair(word, at + 1 < size ? NameAt(at + 1) : "$", {at, std::min(at + 2, size)});
      if (passage_.words()[at].kind == WordKind::kWord && word.size() > kBeginning) {
        name_.assign(word.substr(0, kBeginning)).append("-");
        tell_(name_, here);
      }
    }
  }

  void TellLetters() {
    const auto size = static_cast<std::uint32_t>(passage_.words().size());
    for (std::uint32_t at = 0; at < size; ++at) {
      if (passage_.words()[at].kind != WordKind::kWord) continue;
      bounded_.assign("^").append(passage_.FoldedWord(at)).append("$");
      if (bounded_.size() == kLetters) continue;
      for (std::size_t from = 0; from + kLetters <= bounded_.size(); ++from) {
        Tell("~", std::string_view(bounded_).substr(from, kLetters), {at, at + 1});
      }
    }
  }

  void TellMeaning(const ConceptsFound& found, const Lexicon& lexicon) {
    for (ConceptId id = 0; id < lexicon.size(); ++id) {
      if (found.Has(id)) Tell("@", lexicon.NameOf(id), found.Of(id).front());
    }
    const auto& sentences = passage_.sentences();
    if (std::any_of(sentences.begin(), sentences.end(),
                    [](const Sentence& sentence) { return sentence.question; })) {
      tell_("%question", {});
    }
    const std::size_t words = passage_.words().size();
    tell_(words <= 3    ? "%words_3"
          : words <= 8  ? "%words_8"
          : words <= 20 ? "%words_20"
                        : "%words_many",
          {});
    tell_("%any", {});
  }

 private:
  std::string_view NameAt(std::uint32_t at) const {
    const std::string_view kind = NameOf(passage_.words()[at].kind);
    return kind.empty() ? passage_.FoldedWord(at) : kind;
  }

  void Tell(std::string_view mark, std::string_view text, const WordRange& words) {
    name_.assign(mark).append(text);
    tell_(name_, words);
  }

  void TellPair(std::string_view one, std::string_view other, const WordRange& words) {
    name_.assign(one).append("_").append(other);
    tell_(name_, words);
  }

  const Passage& passage_;
  FeatureTeller tell_;
  std::string name_;
  std::string bounded_;
};

}  // namespace

void TellWords(const Passage& passage, FeatureTeller tell) {
  FeatureReader(passage, tell).TellWords();
}

void TellLetters(const Passage& passage, FeatureTeller tell) {
  FeatureReader(passage, tell).TellLetters();
}

void TellMeaning(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                 FeatureTeller tell) {
  FeatureReader(passage, tell).TellMeaning(found, lexicon);
}

bool IsOfOneLanguage(std::string_view feature) {
  return feature.empty() || (feature.front() != '@' && feature.front() != '%');
}

FeatureValues::FeatureValues(std::size_t words) {
  constexpr std::int64_t kWord = 1200;
  constexpr std::int64_t kLettersOfWord = 600;
  constexpr std::int64_t kThousand = 1000;
  constexpr std::int64_t kShortest = 2;
  const std::int64_t root =
      RootOf((static_cast<std::int64_t>(words) + kShortest) * kThousand * kThousand);
  of_words_ = static_cast<int>(kWord * kThousand / root);
  of_letters_ = static_cast<int>(kLettersOfWord * kThousand / root);
}

}  // namespace parley::language
