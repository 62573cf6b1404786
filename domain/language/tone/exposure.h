// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_EXPOSURE_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_EXPOSURE_H_

#include "domain/language/concepts_found.h"
#include "domain/language/passage.h"
#include "domain/language/tone/tone_context.h"

namespace parley::language {

// The concepts by which a text says of itself who else may read or hear it.
struct ExposureMarks {
  ConceptId subject = 0;    // "Subject:" at the head of the first line.
  ConceptId overheard = 0;  // "[Voicemail]" in brackets at the head of the text.

  // Errors: INVALID_ARGUMENT where the lexicon lacks one of them.
  static absl::StatusOr<ExposureMarks> In(const Lexicon& lexicon);
};

// Which words of a passage others may read or hear.
struct Exposure {
  WordRange subject;    // Empty for none.
  WordRange overheard;  // Empty, or every word.
};

Exposure ExposureOf(const Passage& passage, const ConceptsFound& found, const ExposureMarks& marks,
                    Audience audience);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_EXPOSURE_H_
