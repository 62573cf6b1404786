// SPDX-License-Identifier: Apache-2.0
#include "domain/language/concepts_found.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::language {

// Looks up each word once, which gives phrases to try. Those made of words alone are tried at once;
// the others when their concept's turn comes, so that each finds those that it is made of.
class ConceptFinder {
 public:
  ConceptFinder(const Lexicon& lexicon, const Passage& passage, ConceptsFound& found)
      : lexicon_(lexicon), passage_(passage), found_(found) {}

  void Find() {
    const auto words = static_cast<std::uint32_t>(passage_.words().size());
    plain_.reserve(words * 4U);
    candidates_.reserve(words * 16U);
    found_.ranges_.reserve(words * 8U);
    found_.bounds_.resize(lexicon_.size());
    NoteHeads();
    for (std::uint32_t at = 0; at < words; ++at) LookUp(at);
    const std::vector<std::uint32_t> plain = ByConcept(plain_);
    const std::vector<std::uint32_t> candidates = ByConcept(candidates_);
    for (ConceptId id = 0; id < lexicon_.size(); ++id) {
      const auto first = static_cast<std::uint32_t>(found_.ranges_.size());
      for (std::uint32_t at = plain[id]; at < plain[id + 1]; ++at) {
        found_.ranges_.push_back(plain_[at].range);
      }
      for (std::uint32_t at = candidates[id]; at < candidates[id + 1]; ++at) {
        std::uint32_t last = 0;
        const Candidate& tried = candidates_[at];
        if (Stands(lexicon_.phrases_[tried.phrase], tried.word, last)) {
          found_.ranges_.push_back({tried.word, last});
        }
      }
      TryLedByConcepts(lexicon_.concepts_[id]);
      Tidy(lexicon_.concepts_[id], first);
      found_.bounds_[id] = {first, static_cast<std::uint32_t>(found_.ranges_.size())};
    }
  }

 private:
  struct Plain {
    ConceptId concept_id = 0;
    WordRange range;
  };
  struct Candidate {
    ConceptId concept_id = 0;
    std::uint32_t word = 0;
    Lexicon::PhraseId phrase = 0;
  };
  using Elements = std::span<const Element>;

  // Fewer letters with spaces between them are no word spaced out.
  static constexpr std::size_t kFewestLetters = 4;

  // Puts entries into the order of their concepts, which are few; gives where each one's begin.
  template <typename Entry>
  std::vector<std::uint32_t> ByConcept(std::vector<Entry>& entries) const {
    std::vector<std::uint32_t> begins(lexicon_.size() + 1);
    for (const Entry& entry : entries) ++begins[entry.concept_id + 1];
    for (std::size_t id = 1; id < begins.size(); ++id) begins[id] += begins[id - 1];
    std::vector<std::uint32_t> next = begins;
    std::vector<Entry> sorted(entries.size());
    for (const Entry& entry : entries) sorted[next[entry.concept_id]++] = entry;
    entries = std::move(sorted);
    return begins;
  }

  // The heads of the words behind each word, as far as the second of a phrase may be.
  void NoteHeads() {
    constexpr std::size_t kReach = 2 * Lexicon::kStep + 1;
    const std::size_t size = passage_.words().size();
    bits_.resize(size);
    for (std::size_t at = 0; at < size; ++at) bits_[at] = HeadBit(passage_.FoldedWord(at));
    heads_.resize(size);
    for (std::size_t at = 0; at < size; ++at) {
      for (std::size_t off = 0; off < kReach && at + 1 + off < size; ++off) {
        const std::size_t steps = (off + Lexicon::kStep - 1) / Lexicon::kStep;
        for (std::size_t reach = steps; reach < 3; ++reach)
          heads_[at][reach] |= bits_[at + 1 + off];
      }
    }
  }

  void Note(const std::vector<Lexicon::PhraseId>& phrases, std::uint32_t word) {
    for (const Lexicon::PhraseId id : phrases) {
      const Lexicon::IndexedPhrase& phrase = lexicon_.phrases_[id];
      if (phrase.seconds != Lexicon::kAnyHead &&
          (phrase.seconds & heads_[word][phrase.reach]) == 0) {
        continue;
      }
      std::uint32_t last = 0;
      if (!phrase.plain) {
        candidates_.push_back({phrase.concept_id, word, id});
      } else if (Stands(phrase, word, last)) {
        plain_.push_back({phrase.concept_id, {word, last}});
      }
    }
  }

  void LookUp(std::uint32_t at) {
    if (passage_.words()[at].name) return;
    const std::string_view word = passage_.FoldedWord(at);
    LookUp(at, word);
    // "a d e a d b e a t": the article is spaced like the letters of what follows it.
    if (word.size() > kFewestLetters && IsSpacedOut(at)) LookUp(at, word.substr(1));
    Note(lexicon_.by_kind_[static_cast<std::size_t>(passage_.words()[at].kind)], at);
  }

  bool IsSpacedOut(std::uint32_t at) const {
    const TextSpan origin = passage_.OriginOf({at, at + 1});
    const Word& word = passage_.words()[at];
    return origin.end - origin.begin >= 2 * std::size_t{word.end - word.begin} - 1;
  }

  void LookUp(std::uint32_t at, std::string_view word) {
    const absl::string_view key(word.data(), word.size());
    if (const auto exact = lexicon_.by_word_.find(key); exact != lexicon_.by_word_.end()) {
      Note(exact->second, at);
    }
    if (word.size() < 3) return;
    const auto beginning = lexicon_.by_beginning_.find(key.substr(0, 3));
    if (beginning != lexicon_.by_beginning_.end()) {
      for (const Lexicon::Part& part : beginning->second) {
        if (word.substr(0, part.text.size()) == part.text) Note(part.phrases, at);
      }
    }
    const auto end = lexicon_.by_end_.find(key.substr(key.size() - 3));
    if (end == lexicon_.by_end_.end()) return;
    for (const Lexicon::Part& part : end->second) {
      if (word.size() >= part.text.size() &&
          word.substr(word.size() - part.text.size()) == part.text) {
        Note(part.phrases, at);
      }
    }
  }

  void TryLedByConcepts(const Lexicon::Concept& tried) {
    for (const Lexicon::PhraseId id : tried.led_by_concept) {
      const Lexicon::IndexedPhrase& phrase = lexicon_.phrases_[id];
      for (const Atom& atom : phrase.elements.front().alternatives) {
        if (atom.kind == AtomKind::kConcept) TryLedBy(phrase, atom.concept_id);
      }
    }
  }

  void TryLedBy(const Lexicon::IndexedPhrase& phrase, ConceptId first) {
    // What is added moves the ranges, so they are read by their place.
    const auto [begin, end] = found_.bounds_[first];
    for (std::uint32_t at = begin; at < end; ++at) {
      const WordRange head = found_.ranges_[at];
      std::uint32_t last = 0;
      if (Rest(Elements(phrase.elements).subspan(1), head.last,
               passage_.words()[head.first].sentence, last)) {
        found_.ranges_.push_back({head.first, last});
      }
    }
  }

  // Whether a phrase stands where its first word does, and where it ends.
  bool Stands(const Lexicon::IndexedPhrase& phrase, std::uint32_t word, std::uint32_t& last) {
    return Rest(Elements(phrase.elements).subspan(1), word + 1, passage_.words()[word].sentence,
                last);
  }

  // Whether the elements stand from a word on, and where they end.
  // NOLINTNEXTLINE(misc-no-recursion): as deep as a phrase is long.
  bool Rest(Elements elements, std::uint32_t from, std::uint32_t sentence, std::uint32_t& last) {
    if (elements.empty()) {
      last = from;
      return true;
    }
    const Element& element = elements.front();
    const auto size = static_cast<std::uint32_t>(passage_.words().size());
    for (std::uint32_t at = from; at <= from + element.gap && at < size; ++at) {
      if (passage_.words()[at].sentence != sentence) break;
      if ((element.heads & bits_[at]) == 0) continue;
      for (const Atom& atom : element.alternatives) {
        if (AtomThenRest(atom, elements, at, last)) return true;
      }
    }
    return element.optional && Rest(elements.subspan(1), from, sentence, last);
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as a phrase is long.
  bool AtomThenRest(const Atom& atom, Elements elements, std::uint32_t at, std::uint32_t& last) {
    const Word& word = passage_.words()[at];
    const Elements rest = elements.subspan(1);
    if (atom.kind != AtomKind::kConcept) {
      return atom.Matches(passage_.FoldedWord(at), word.kind) &&
             Rest(rest, at + 1, word.sentence, last);
    }
    const auto [begin, end] = found_.bounds_[atom.concept_id];
    const auto first = found_.ranges_.begin() + begin;
    auto range = std::lower_bound(first, found_.ranges_.begin() + end, WordRange{at, 0});
    for (; range != found_.ranges_.begin() + end && range->first == at; ++range) {
      if (Rest(rest, range->last, word.sentence, last)) return true;
    }
    return false;
  }

  // Sorts what was found of a concept, once each, without what another concept excepts.
  void Tidy(const Lexicon::Concept& tidied, std::uint32_t first) {
    const auto begin = found_.ranges_.begin() + first;
    std::sort(begin, found_.ranges_.end());
    found_.ranges_.erase(std::unique(begin, found_.ranges_.end()), found_.ranges_.end());
    if (!tidied.except.has_value()) return;
    const auto [except_begin, except_end] = found_.bounds_[*tidied.except];
    if (except_begin == except_end) return;
    const auto excepted = [this, from = except_begin, to = except_end](const WordRange& range) {
      for (std::uint32_t at = from; at < to; ++at) {
        if (found_.ranges_[at].Overlaps(range)) return true;
      }
      return false;
    };
    found_.ranges_.erase(std::remove_if(begin, found_.ranges_.end(), excepted),
                         found_.ranges_.end());
  }

  const Lexicon& lexicon_;
  const Passage& passage_;
  ConceptsFound& found_;
  std::vector<Plain> plain_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint64_t> bits_;                  // How each word begins.
  std::vector<std::array<std::uint64_t, 3>> heads_;  // By steps.
};

ConceptsFound::ConceptsFound(const Lexicon& lexicon, const Passage& passage) {
  ConceptFinder(lexicon, passage, *this).Find();
}

}  // namespace parley::language
