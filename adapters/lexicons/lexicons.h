// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_LEXICONS_LEXICONS_H_
#define PARLEY_ADAPTERS_LEXICONS_LEXICONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/language_code.h"
#include "domain/language/lexicon_file.h"

namespace parley::lexicons {

// A folder of lexicons, by subject and language: "tone.lexicon" holds for all languages,
// "tone_en.lexicon" and "tone_en_threats.lexicon" for English.
class Lexicons {
 public:
  // The files that the program carries with it: infra/lexicons. Errors: those of ReadLexiconFile.
  static absl::StatusOr<Lexicons> BuiltIn();

  // All *.lexicon of a folder. Errors: NOT_FOUND for no such folder or none in it, and those of
  // ReadLexiconFile.
  static absl::StatusOr<Lexicons> Folder(const std::string& folder);

  // What all languages have in common first.
  std::vector<language::LexiconFile> Of(std::string_view subject,
                                        language::LanguageCode language) const;

 private:
  absl::Status Add(std::string_view name, std::string_view text);

  std::vector<language::LexiconFile> files_;
};

}  // namespace parley::lexicons

#endif  // PARLEY_ADAPTERS_LEXICONS_LEXICONS_H_
