// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rules/rebuttal.h"

#include <string>

#include "domain/communication/purposes.h"

namespace parley {

bool SkipsCounts(Purpose purpose) { return kOwedToThem.Has(purpose); }

Saying Rebutted(const Rebuttal& rebuttal, const Saying& saying, const Hearing& hearing) {
  const bool rebuts = hearing.facts().policy.rebuttal_with_approval &&
                      rebuttal.factors.Meets(hearing.act().justifications);
  if (saying.word != Word::kDefers || !rebuts) return saying;
  if (Verdict* notes = hearing.notes(); notes != nullptr) {
    notes->presumed_violation = true;
    for (const std::string& record : rebuttal.records) notes->records.emplace_back(record);
  }
  return {.word = Word::kRequires, .count = saying.count, .limit = saying.limit};
}

}  // namespace parley
