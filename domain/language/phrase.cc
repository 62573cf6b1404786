// SPDX-License-Identifier: Apache-2.0
#include "domain/language/phrase.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "domain/common/status_macros.h"
#include "domain/language/folded_text.h"

namespace parley::language {
namespace {

constexpr std::uint8_t kShortGap = 3;
constexpr std::uint8_t kLongGap = 6;
// Shorter beginnings and ends would fit half a dictionary, and the index is by three letters.
constexpr std::size_t kShortestPart = 3;

struct NamedKind {
  std::string_view name;
  WordKind kind;
};
constexpr auto kKinds = std::to_array<NamedKind>({{"<number>", WordKind::kNumber},
                                                  {"<money>", WordKind::kMoney},
                                                  {"<time>", WordKind::kTime},
                                                  {"<placeholder>", WordKind::kPlaceholder}});

absl::string_view View(std::string_view text) { return {text.data(), text.size()}; }

absl::Status Wrong(std::string_view text, std::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat("\"", View(text), "\": ", View(what)));
}

std::optional<WordKind> KindNamed(std::string_view name) {
  for (const NamedKind& named : kKinds) {
    if (named.name == name) return named.kind;
  }
  return std::nullopt;
}

absl::StatusOr<Atom> ReadAtom(std::string_view text) {
  Atom atom;
  if (text.empty()) return Wrong(text, "a word is missing");
  if (text == "<any>") {
    atom.kind = AtomKind::kAny;
    return atom;
  }
  if (text.front() == '<') {
    const std::optional<WordKind> kind = KindNamed(text);
    if (!kind.has_value()) return Wrong(text, "no kind of word");
    atom.kind = AtomKind::kWordKind;
    atom.word_kind = *kind;
    return atom;
  }
  if (text.front() == '@') {
    atom.kind = AtomKind::kConcept;
    atom.text = std::string(text.substr(1));
    return atom;
  }
  const bool suffix = text.front() == '*';
  const bool prefix = text.back() == '*';
  if (suffix && prefix) return Wrong(text, "a star stands at one end only");
  if (suffix) text.remove_prefix(1);
  if (prefix) text.remove_suffix(1);
  if (text.find('*') != std::string_view::npos) return Wrong(text, "a star stands at an end");
  atom.text = std::string(FoldedText(text).folded());
  atom.kind = suffix ? AtomKind::kSuffix : prefix ? AtomKind::kPrefix : AtomKind::kExact;
  const std::size_t shortest = atom.kind == AtomKind::kExact ? 1 : kShortestPart;
  if (atom.text.size() < shortest) return Wrong(text, "too short for a star");
  return atom;
}

bool IsPlain(std::string_view token) {
  return token.find_first_of("|@<*") == std::string_view::npos;
}

// One part of a word that parts at its apostrophe: "'ll", "qu'".
absl::Status AddPart(std::string_view token, Element element, Phrase& phrase) {
  Atom atom;
  atom.text = std::string(FoldedText(token).folded());
  element.alternatives.push_back(std::move(atom));
  phrase.elements.push_back(std::move(element));
  return absl::OkStatus();
}

// A word as the text of a letter has it may be several: "e-mail", "l'huissier".
absl::Status AddPlain(std::string_view token, LanguageCode language, Element element,
                      Phrase& phrase) {
  if (token.front() == '\'' || token.back() == '\'')
    return AddPart(token, std::move(element), phrase);
  const Passage words(token, language);
  if (words.words().empty()) return Wrong(token, "no word");
  for (std::size_t at = 0; at < words.words().size(); ++at) {
    Atom atom;
    atom.text = std::string(words.FoldedWord(at));
    element.alternatives = {std::move(atom)};
    phrase.elements.push_back(element);
    element.gap = 0;
  }
  return absl::OkStatus();
}

absl::Status AddElement(std::string_view token, LanguageCode language, Element element,
                        Phrase& phrase) {
  if (token.size() > 1 && token.back() == '?') {
    element.optional = true;
    token.remove_suffix(1);
  }
  if (element.optional && phrase.elements.empty()) {
    return Wrong(token, "the first word cannot be missing");
  }
  if (IsPlain(token)) return AddPlain(token, language, std::move(element), phrase);
  for (const absl::string_view part : absl::StrSplit(View(token), '|')) {
    PARLEY_ASSIGN_OR_RETURN(Atom atom, ReadAtom({part.data(), part.size()}));
    element.alternatives.push_back(std::move(atom));
  }
  phrase.elements.push_back(std::move(element));
  return absl::OkStatus();
}

// Whether it names several words: "los+tribunales", or "ex-wife", as a hyphen parts words in a text
// too.
bool IsJoined(std::string_view alternative) {
  const std::size_t hyphen = alternative.find('-');
  return alternative.find('+') != std::string_view::npos ||
         (hyphen != std::string_view::npos && hyphen + 1 < alternative.size() &&
          alternative[hyphen + 1] != '*');
}

// A plain word is parted where it is read.
bool HasJoined(const std::string& step) {
  if (IsPlain(step)) return absl::StrContains(step, '+');
  const std::vector<std::string> alternatives = absl::StrSplit(step, '|');
  return std::any_of(alternatives.begin(), alternatives.end(), IsJoined);
}

// The texts that one with alternatives of several words stands for.
// NOLINTNEXTLINE(misc-no-recursion): as deep as a phrase has such alternatives.
void Spread(std::vector<std::string> steps, std::vector<std::string>& texts) {
  const auto joined = std::find_if(steps.begin(), steps.end(), HasJoined);
  if (joined == steps.end()) return texts.push_back(absl::StrJoin(steps, " "));
  const std::vector<std::string> alternatives =
      absl::StrSplit(absl::StripSuffix(*joined, "?"), '|', absl::SkipEmpty());
  std::vector<std::string> single;
  for (const std::string& alternative : alternatives) {
    if (!IsJoined(alternative)) {
      single.push_back(alternative);
    } else {
      *joined = absl::StrReplaceAll(alternative, {{"+", " "}, {"-", " "}});
      Spread(steps, texts);
    }
  }
  if (single.empty()) return;
  *joined = absl::StrJoin(single, "|");
  Spread(std::move(steps), texts);
}

absl::StatusOr<Phrase> ReadPhrase(std::string_view text, LanguageCode language) {
  Phrase phrase;
  Element next;
  for (const absl::string_view token : absl::StrSplit(View(text), ' ', absl::SkipEmpty())) {
    if (token == ".." || token == "...") {
      next.gap = token == ".." ? kShortGap : kLongGap;
      continue;
    }
    PARLEY_RETURN_IF_ERROR(AddElement({token.data(), token.size()}, language, next, phrase));
    next = Element();
  }
  if (phrase.elements.empty() || phrase.elements.front().gap > 0 || next.gap > 0) {
    return Wrong(text, "a phrase begins and ends with a word");
  }
  return phrase;
}

}  // namespace

bool Atom::MatchesAll(std::string_view folded_word, WordKind word) const {
  switch (kind) {
    case AtomKind::kExact:
      return folded_word == text;
    case AtomKind::kPrefix:
      return folded_word.substr(0, text.size()) == text;
    case AtomKind::kSuffix:
      return folded_word.size() >= text.size() &&
             folded_word.substr(folded_word.size() - text.size()) == text;
    case AtomKind::kWordKind:
      return word == word_kind;
    case AtomKind::kAny:
      return true;
    case AtomKind::kConcept:
      return false;
  }
  return false;
}

std::uint64_t HeadBits(const Element& element) {
  std::uint64_t bits = 0;
  for (const Atom& atom : element.alternatives) {
    const bool by_head = atom.kind == AtomKind::kExact || atom.kind == AtomKind::kPrefix;
    if (!by_head) return ~std::uint64_t{0};
    bits |= HeadBit(atom.text);
  }
  return bits;
}

absl::StatusOr<std::vector<Phrase>> ReadPhrases(std::string_view text, LanguageCode language) {
  std::vector<std::string> texts;
  Spread(absl::StrSplit(View(text), ' ', absl::SkipEmpty()), texts);
  std::vector<Phrase> phrases;
  for (const std::string& one : texts) {
    PARLEY_ASSIGN_OR_RETURN(Phrase phrase, ReadPhrase(one, language));
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace parley::language
