// SPDX-License-Identifier: Apache-2.0
#include "domain/language/lexicon.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace parley::language {

// Gathers concepts from files, puts them into an order in which each can be found after those that
// it is made of, and indexes them by their first words.
class LexiconReader {
 public:
  LexiconReader(LanguageCode language, Lexicon& lexicon) : language_(language), lexicon_(lexicon) {
    lexicon_.language_ = language;
  }

  absl::Status Read(std::span<const LexiconFile> files) {
    for (const LexiconFile& file : files) ReadFile(file);
    if (faults_.none()) Resolve();
    if (faults_.none()) PutInOrder();
    if (!faults_.none()) return faults_.ToStatus();
    Index();
    return absl::OkStatus();
  }

 private:
  enum class Visit : std::uint8_t { kNew, kOpen, kDone };

  struct Draft {
    std::string name;
    std::string except;
    std::vector<Phrase> phrases;
    std::vector<std::size_t> parts;  // Drafts that this one is made of.
    const LexiconFile* file = nullptr;
    int line = 0;
    Visit visit = Visit::kNew;
    ConceptId id = 0;
  };

  void ReadFile(const LexiconFile& file) {
    for (const LexiconSection& section : file.sections) {
      if (section.kind == "concept") ReadConcept(file, section);
    }
  }

  void ReadConcept(const LexiconFile& file, const LexiconSection& section) {
    if (section.name.empty()) faults_.Add(file, section.number, "concept", "no name");
    const auto [at, is_new] = by_name_.try_emplace(section.name, drafts_.size());
    if (is_new) {
      Draft& made = drafts_.emplace_back();
      made.name = section.name;
      made.file = &file;
      made.line = section.number;
    }
    Draft& draft = drafts_[at->second];
    for (const LexiconLine& line : section.lines) {
      if (line.name == "except") {
        draft.except = std::string(absl::StripPrefix(line.value, "@"));
      } else if (!line.name.empty()) {
        faults_.Add(file, line.number, line.name, "no field of a concept");
      } else {
        ReadPhrases(file, line, draft);
      }
    }
  }

  void ReadPhrases(const LexiconFile& file, const LexiconLine& line, Draft& draft) {
    for (const absl::string_view item : absl::StrSplit(line.value, ',', absl::SkipWhitespace())) {
      const absl::string_view phrase_text = absl::StripAsciiWhitespace(item);
      absl::StatusOr<std::vector<Phrase>> phrases =
          language::ReadPhrases({phrase_text.data(), phrase_text.size()}, language_);
      if (phrases.ok()) {
        std::move(phrases->begin(), phrases->end(), std::back_inserter(draft.phrases));
      } else {
        const absl::string_view what = phrases.status().message();
        faults_.Add(file, line.number, draft.name, {what.data(), what.size()});
      }
    }
  }

  void NotePart(Draft& draft, const std::string& name) {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) {
      faults_.Add(*draft.file, draft.line, draft.name,
                  absl::StrCat("the concept @", name, " is defined nowhere"));
    } else {
      draft.parts.push_back(found->second);
    }
  }

  void Resolve() {
    for (Draft& draft : drafts_) {
      if (!draft.except.empty()) NotePart(draft, draft.except);
      for (const Phrase& phrase : draft.phrases) {
        for (const Element& element : phrase.elements) NoteParts(draft, element);
      }
    }
  }

  void NoteParts(Draft& draft, const Element& element) {
    for (const Atom& atom : element.alternatives) {
      if (atom.kind == AtomKind::kConcept) NotePart(draft, atom.text);
    }
  }

  void PutInOrder() {
    for (std::size_t at = 0; at < drafts_.size(); ++at) PutAfterParts(at);
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as concepts are made of concepts; a ring is refused.
  void PutAfterParts(std::size_t at) {
    Draft& draft = drafts_[at];
    if (draft.visit == Visit::kDone) return;
    if (draft.visit == Visit::kOpen) {
      faults_.Add(*draft.file, draft.line, draft.name, "the concept is made of itself");
      return;
    }
    draft.visit = Visit::kOpen;
    for (const std::size_t part : draft.parts) PutAfterParts(part);
    draft.visit = Visit::kDone;
    draft.id = static_cast<ConceptId>(order_.size());
    order_.push_back(at);
  }

  void Index() {
    for (const std::size_t at : order_) {
      Draft& draft = drafts_[at];
      Lexicon::Concept made;
      made.name = draft.name;
      if (!draft.except.empty()) made.except = drafts_[by_name_[draft.except]].id;
      lexicon_.by_name_[draft.name] = draft.id;
      lexicon_.concepts_.push_back(std::move(made));
      for (Phrase& phrase : draft.phrases) IndexPhrase(draft.id, std::move(phrase));
    }
  }

  void IndexPhrase(ConceptId id, Phrase phrase) {
    const auto phrase_id = static_cast<Lexicon::PhraseId>(lexicon_.phrases_.size());
    bool plain = true;
    for (Element& element : phrase.elements) {
      for (Atom& atom : element.alternatives) {
        if (atom.kind != AtomKind::kConcept) continue;
        atom.concept_id = drafts_[by_name_[atom.text]].id;
        plain = false;
      }
      element.heads = HeadBits(element);
    }
    bool led = false;
    for (const Atom& atom : phrase.elements.front().alternatives) {
      if (atom.kind == AtomKind::kConcept) {
        led = true;
      } else {
        IndexFirst(atom, phrase_id);
      }
    }
    if (led) lexicon_.concepts_[id].led_by_concept.push_back(phrase_id);
    Lexicon::IndexedPhrase indexed{id, plain, 0, Lexicon::kAnyHead, std::move(phrase.elements)};
    if (indexed.elements.size() > 1) {
      indexed.reach = std::size_t{indexed.elements[1].gap} / Lexicon::kStep;
      if (!indexed.elements[1].optional) indexed.seconds = indexed.elements[1].heads;
    }
    lexicon_.phrases_.push_back(std::move(indexed));
  }

  void IndexFirst(const Atom& atom, Lexicon::PhraseId phrase) {
    switch (atom.kind) {
      case AtomKind::kExact:
        lexicon_.by_word_[atom.text].push_back(phrase);
        break;
      case AtomKind::kPrefix:
        IndexPart(lexicon_.by_beginning_[atom.text.substr(0, 3)], atom.text, phrase);
        break;
      case AtomKind::kSuffix:
        IndexPart(lexicon_.by_end_[atom.text.substr(atom.text.size() - 3)], atom.text, phrase);
        break;
      case AtomKind::kWordKind:
        lexicon_.by_kind_[static_cast<std::size_t>(atom.word_kind)].push_back(phrase);
        break;
      case AtomKind::kAny:
        for (auto& phrases : lexicon_.by_kind_) phrases.push_back(phrase);
        break;
      case AtomKind::kConcept:
        break;
    }
  }

  static void IndexPart(std::vector<Lexicon::Part>& parts, const std::string& text,
                        Lexicon::PhraseId phrase) {
    for (Lexicon::Part& part : parts) {
      if (part.text == text) return part.phrases.push_back(phrase);
    }
    parts.push_back({text, {phrase}});
  }

  LanguageCode language_;
  Lexicon& lexicon_;
  LexiconFaults faults_;
  std::vector<Draft> drafts_;
  absl::flat_hash_map<std::string, std::size_t> by_name_;
  std::vector<std::size_t> order_;
};

absl::StatusOr<Lexicon> Lexicon::Make(LanguageCode language, std::span<const LexiconFile> files) {
  Lexicon lexicon;
  const absl::Status read = LexiconReader(language, lexicon).Read(files);
  if (!read.ok()) return read;
  return lexicon;
}

std::optional<ConceptId> Lexicon::Find(std::string_view name) const {
  const auto found = by_name_.find(absl::string_view(name.data(), name.size()));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

}  // namespace parley::language
