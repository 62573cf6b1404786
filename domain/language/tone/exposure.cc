// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/exposure.h"

#include <optional>

namespace parley::language {
namespace {

// A mark stands at the head of a text, and is short.
constexpr std::uint32_t kLongestHead = 8;

WordRange AllOf(const Passage& passage) {
  return {0, static_cast<std::uint32_t>(passage.words().size())};
}

// What stands in brackets at the head is said of the text and not to anybody.
std::uint32_t WordsInHeadBrackets(const Passage& passage) {
  const std::string_view folded = passage.text().folded();
  const std::size_t open = folded.find_first_not_of(" \n");
  if (open == std::string_view::npos || (folded[open] != '[' && folded[open] != '(')) return 0;
  const std::size_t close = folded.find_first_of("])", open);
  std::uint32_t words = 0;
  while (words < passage.words().size() && passage.words()[words].end <= close) ++words;
  return words;
}

WordRange SubjectOf(const Passage& passage, WordRange mark) {
  std::uint32_t last = mark.last;
  while (last < passage.words().size() &&
         passage.words()[last].line == passage.words()[mark.first].line) {
    ++last;
  }
  return {mark.last, last};
}

}  // namespace

absl::StatusOr<ExposureMarks> ExposureMarks::In(const Lexicon& lexicon) {
  const std::optional<ConceptId> subject = lexicon.Find("subject_mark");
  const std::optional<ConceptId> overheard = lexicon.Find("overheard_mark");
  if (!subject.has_value() || !overheard.has_value()) {
    return absl::InvalidArgumentError("the concepts @subject_mark and @overheard_mark are needed");
  }
  return ExposureMarks{*subject, *overheard};
}

Exposure ExposureOf(const Passage& passage, const ConceptsFound& found, const ExposureMarks& marks,
                    Audience audience) {
  Exposure exposure;
  if (audience == Audience::kSubjectLine) exposure.subject = AllOf(passage);
  if (audience == Audience::kOthers) exposure.overheard = AllOf(passage);
  const auto subjects = found.Of(marks.subject);
  if (!subjects.empty() && subjects.front().first == 0) {
    exposure.subject = SubjectOf(passage, subjects.front());
  }
  const std::uint32_t head = WordsInHeadBrackets(passage);
  for (const WordRange& mark : found.Of(marks.overheard)) {
    if (mark.first < head && mark.first < kLongestHead) exposure.overheard = AllOf(passage);
  }
  return exposure;
}

}  // namespace parley::language
