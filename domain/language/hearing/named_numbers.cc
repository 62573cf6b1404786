// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/named_numbers.h"

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "domain/language/folded_text.h"

namespace parley::language {

absl::StatusOr<NamedNumbers> NamedNumbers::Make(std::string_view section,
                                                std::span<const LexiconFile> files) {
  NamedNumbers made;
  LexiconFaults faults;
  for (const LexiconFile& file : files) {
    for (const LexiconSection& read : file.sections) {
      if (read.kind != section) continue;
      for (const LexiconLine& line : read.lines) {
        int value = 0;
        if (!absl::SimpleAtoi(line.name, &value)) {
          faults.Add(file, line.number, section, "a line is \"value: words\"");
        }
        for (const absl::string_view word : absl::StrSplit(line.value, ',')) {
          const absl::string_view bare = absl::StripAsciiWhitespace(word);
          made.values_[std::string(FoldedText({bare.data(), bare.size()}).folded())] = value;
        }
      }
    }
  }
  if (!faults.none()) return faults.ToStatus();
  return made;
}

std::optional<int> NamedNumbers::ValueOf(std::string_view folded_word) const {
  const auto found = values_.find(absl::string_view(folded_word.data(), folded_word.size()));
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

}  // namespace parley::language
