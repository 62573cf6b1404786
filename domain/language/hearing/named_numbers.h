// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_NAMED_NUMBERS_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_NAMED_NUMBERS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "domain/language/lexicon_file.h"

namespace parley::language {

// Words that stand for a number in a language, from a section of lines "value: words":
//   [numbers]  20: twenty
//   [ordinals] 3: third
//   [months]   5: may
//   [weekdays] 1: monday, mon
class NamedNumbers {
 public:
  // Errors: INVALID_ARGUMENT, with file and line of a value that is none.
  static absl::StatusOr<NamedNumbers> Make(std::string_view section,
                                           std::span<const LexiconFile> files);

  std::optional<int> ValueOf(std::string_view folded_word) const;

 private:
  absl::flat_hash_map<std::string, int> values_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_NAMED_NUMBERS_H_
