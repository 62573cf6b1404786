// SPDX-License-Identifier: Apache-2.0
#include "domain/language/lexicon_file.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley::language {
namespace {

absl::string_view View(std::string_view text) { return {text.data(), text.size()}; }

// A field's name is a word of its own before a colon and a space, or at the line's end.
LexiconLine LineOf(int number, absl::string_view text) {
  LexiconLine line;
  line.number = number;
  const std::size_t colon = text.find(':');
  const bool named = colon != absl::string_view::npos &&
                     (colon + 1 == text.size() || text[colon + 1] == ' ') &&
                     text.substr(0, colon).find_first_of(" ,|") == absl::string_view::npos;
  if (named) line.name = std::string(text.substr(0, colon));
  line.value = std::string(absl::StripAsciiWhitespace(named ? text.substr(colon + 1) : text));
  return line;
}

// "[kind name]"; a kind alone has no name.
bool ReadHead(absl::string_view text, LexiconSection& section) {
  if (text.back() != ']') return false;
  const absl::string_view inner = absl::StripAsciiWhitespace(text.substr(1, text.size() - 2));
  const std::size_t space = inner.find(' ');
  section.kind = std::string(inner.substr(0, space));
  if (space != absl::string_view::npos) {
    section.name = std::string(absl::StripAsciiWhitespace(inner.substr(space)));
  }
  return !section.kind.empty() && section.name.find(' ') == std::string::npos;
}

}  // namespace

void LexiconFaults::Add(const LexiconFile& file, int line, std::string_view field,
                        std::string_view what) {
  absl::StrAppend(&text_, text_.empty() ? "" : "\n", file.name, ":", line, ": ", View(field),
                  field.empty() ? "" : ": ", View(what));
}

absl::Status LexiconFaults::ToStatus() const {
  return none() ? absl::OkStatus() : absl::InvalidArgumentError(text_);
}

absl::StatusOr<LexiconFile> ReadLexiconFile(std::string_view name, std::string_view text) {
  LexiconFile file;
  file.name = std::string(name);
  LexiconFaults faults;
  int number = 0;
  for (const absl::string_view raw : absl::StrSplit(View(text), '\n')) {
    ++number;
    const absl::string_view line = absl::StripAsciiWhitespace(raw);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      LexiconSection section;
      section.number = number;
      if (!ReadHead(line, section)) faults.Add(file, number, "", "a section's head is [kind name]");
      file.sections.push_back(std::move(section));
    } else if (file.sections.empty()) {
      faults.Add(file, number, "", "a line before the first section");
    } else {
      file.sections.back().lines.push_back(LineOf(number, line));
    }
  }
  if (!faults.none()) return faults.ToStatus();
  return file;
}

}  // namespace parley::language
