// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/shouting.h"

#include <algorithm>
#include <string_view>

#include "domain/language/characters.h"

namespace parley::language {
namespace {

// Two words may be names of things ("PO BOX"); of three and a dozen letters, one is a verb.
constexpr std::uint32_t kFewestWords = 3;
constexpr std::size_t kFewestLetters = 11;
constexpr std::uint32_t kLongestHeading = 9;
constexpr std::size_t kMarksInARow = 2;

bool IsCapitals(const Passage& passage, std::uint32_t at) {
  const Word& word = passage.words()[at];
  return word.kind == WordKind::kWord &&
         (word.upper || (word.end - word.begin == 1 && word.capital));
}

// A line of its own, without a mark at its end, and none of several sentences in capitals.
bool IsHeading(const Passage& passage, const WordRange& run) {
  const Sentence& sentence = passage.SentenceOf(run.first);
  return run == sentence.words && !sentence.stopped && run.size() <= kLongestHeading &&
         passage.sentences().size() > 1;
}

std::size_t LettersIn(const Passage& passage, const WordRange& run) {
  std::size_t letters = 0;
  for (std::uint32_t at = run.first; at < run.last; ++at) {
    letters += passage.words()[at].end - passage.words()[at].begin;
  }
  return letters;
}

void AddRuns(const Passage& passage, std::vector<TextSpan>& spans) {
  const auto size = static_cast<std::uint32_t>(passage.words().size());
  std::uint32_t at = 0;
  while (at < size) {
    if (!IsCapitals(passage, at)) {
      ++at;
      continue;
    }
    WordRange run{at, at};
    std::uint32_t capitals = 0;
    // Figures and placeholders between capitals interrupt nothing; nor does the end of a sentence.
    for (; at < size && (IsCapitals(passage, at) ||
                         (passage.words()[at].kind != WordKind::kWord && capitals > 0));
         ++at) {
      if (!IsCapitals(passage, at)) continue;
      ++capitals;
      run.last = at + 1;
    }
    if (capitals >= kFewestWords && LettersIn(passage, run) >= kFewestLetters &&
        !IsHeading(passage, run)) {
      spans.push_back(passage.OriginOf(run));
    }
  }
}

void AddPressing(const Passage& passage, const ConceptsFound& found, ConceptId pressing,
                 std::vector<TextSpan>& spans) {
  for (const WordRange& range : found.Of(pressing)) {
    bool capitals = true;
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      capitals = capitals && IsCapitals(passage, at);
    }
    if (capitals && !IsHeading(passage, range)) spans.push_back(passage.OriginOf(range));
  }
}

void AddMarks(const Passage& passage, std::vector<TextSpan>& spans) {
  const std::string_view text = passage.text().folded();
  for (std::size_t at = text.find('!'); at != std::string_view::npos; at = text.find('!', at)) {
    const std::size_t begin = at;
    std::size_t marks = 0;
    for (; at < text.size() && (text[at] == '!' || text[at] == '?' || text[at] == ' '); ++at) {
      marks += text[at] == '!' ? 1U : 0U;
    }
    if (marks < kMarksInARow) continue;
    // The sentence that they stand behind is what is shouted.
    std::size_t from = begin;
    while (from > 0 && text[from - 1] != '.' && text[from - 1] != '\n' && text[from - 1] != '!')
      --from;
    spans.push_back(passage.text().OriginOf({from, at}));
  }
}

}  // namespace

std::vector<TextSpan> ShoutedIn(const Passage& passage, const ConceptsFound& found,
                                ConceptId pressing) {
  std::vector<TextSpan> spans;
  AddRuns(passage, spans);
  AddPressing(passage, found, pressing, spans);
  AddMarks(passage, spans);
  return spans;
}

}  // namespace parley::language
