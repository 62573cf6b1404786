// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_LEXICON_FILE_H_
#define PARLEY_DOMAIN_LANGUAGE_LEXICON_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace parley::language {

// A line of a section: "name: value", or a value alone.
struct LexiconLine {
  int number = 0;  // From 1.
  std::string name;
  std::string value;
};

// "[kind name]" and what follows it up to the next.
struct LexiconSection {
  int number = 0;  // Its line.
  std::string kind;
  std::string name;
  std::vector<LexiconLine> lines;
};

// A file that operators edit: sections of lines. What the sections mean is the business of who
// reads them; a line that begins with # is a remark.
struct LexiconFile {
  std::string name;  // "en.lexicon"; faults begin with it.
  std::vector<LexiconSection> sections;
};

// Errors: INVALID_ARGUMENT, with "file:line: what is wrong" of everything that is.
absl::StatusOr<LexiconFile> ReadLexiconFile(std::string_view name, std::string_view text);

// What is wrong with files, gathered to be told at once: "file:line: field: what".
class LexiconFaults {
 public:
  void Add(const LexiconFile& file, int line, std::string_view field, std::string_view what);
  bool none() const { return text_.empty(); }
  // OK, or INVALID_ARGUMENT with one fault a line.
  absl::Status ToStatus() const;

 private:
  std::string text_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_LEXICON_FILE_H_
