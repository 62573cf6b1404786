// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_DATES_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_DATES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/named_numbers.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/passage.h"

namespace parley::language {

// A day that a text names; what it leaves open is 0.
struct DateMention {
  enum class Kind : std::uint8_t { kOffset, kWeekday, kDate, kMonthEnd };

  WordRange words;
  Kind kind = Kind::kDate;
  int value = 0;  // Days from the day of receipt, a weekday from 1 (Monday), months to the end of.
  int day = 0;
  int month = 0;
  int year = 0;
};

// The day that is meant: the next one strictly after the day of receipt, or the last one strictly
// before it. None for a day that no calendar has.
std::optional<absl::CivilDay> Resolve(const DateMention& mention, absl::CivilDay received,
                                      bool past);

// Finds days in the texts of a language.
class DateReader {
 public:
  // From the concepts date_* and the sections numbers, ordinals, months and weekdays. Errors:
  // INVALID_ARGUMENT for a section that cannot be read.
  static absl::StatusOr<DateReader> Make(const Lexicon& lexicon,
                                         std::span<const LexiconFile> files);

  std::vector<DateMention> DatesIn(const Passage& passage, const ConceptsFound& found,
                                   bool day_first) const;

 private:
  friend class DateFinder;

  NamedNumbers numbers_;
  NamedNumbers ordinals_;
  NamedNumbers months_;
  NamedNumbers weekdays_;
  struct Offset {
    ConceptId id = 0;
    DateMention::Kind kind = DateMention::Kind::kOffset;
    int value = 0;
  };
  std::vector<Offset> offsets_;
  std::optional<ConceptId> day_of_month_;  // What stands before a bare day: "the", "el", "am".
  std::optional<ConceptId> ahead_;         // "in", "dans", before a number of days.
  std::optional<ConceptId> ago_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_DATES_H_
