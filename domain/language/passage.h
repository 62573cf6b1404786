// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_PASSAGE_H_
#define PARLEY_DOMAIN_LANGUAGE_PASSAGE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/language/folded_text.h"
#include "domain/language/language_code.h"
#include "domain/language/text_span.h"

namespace parley::language {

enum class WordKind : std::uint8_t {
  kWord,
  kNumber,       // "28", "1.234,50"
  kMoney,        // A number with a currency's sign: "£212", "30 €"; a placeholder of an amount.
  kTime,         // "18:00"
  kPlaceholder,  // "{{phone}}": what a template fills in.
};

// A word with its place in the text. French and English words part at the apostrophe where
// grammar does (l' huissier, we 'll); hyphens part them all.
struct Word {
  std::uint32_t begin = 0;  // In the folded text.
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;  // Counted over the whole text.
  std::uint32_t line = 0;
  WordKind kind = WordKind::kWord;
  bool upper = false;    // Two letters or more, all of them capitals.
  bool capital = false;  // The first letter is one.
  bool quoted = false;   // Between quotation marks that open and close.
  bool name = false;     // Of somebody, after a title: "Mr Law".
};

// Words from first to last - 1.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
  bool Overlaps(const WordRange& other) const { return first < other.last && other.first < last; }

  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

// A sentence ends at its full stop, or with a line that is none of a paragraph's inner lines.
struct Sentence {
  WordRange words;
  bool question = false;
  bool exclaimed = false;
  bool stopped = false;  // By a mark of any kind; a heading is not.
};

// A text as words, clauses and sentences of its language.
class Passage {
 public:
  // The original must outlive this.
  Passage(std::string_view original, LanguageCode language);

  LanguageCode language() const { return language_; }
  const FoldedText& text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }

  std::string_view FoldedWord(std::size_t at) const {
    return text_.folded().substr(words_[at].begin, words_[at].end - words_[at].begin);
  }
  const Sentence& SentenceOf(std::size_t word) const { return sentences_[words_[word].sentence]; }

  // The part of the original that holds these words; empty for none.
  TextSpan OriginOf(const WordRange& words) const;

 private:
  friend class PassageReader;

  FoldedText text_;
  LanguageCode language_;
  std::vector<Word> words_;
  std::vector<Sentence> sentences_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_PASSAGE_H_
