// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rules/judge.h"

namespace parley {

Saying Judge(const Recipients& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const ContactPoint* point = hearing.point();
  const bool astray = point != nullptr && point->not_theirs_since.has_value() &&
                      *point->not_theirs_since <= hearing.known();
  const bool may_know = kind.may_be_told.Has(hearing.person().relation) && !astray;
  if (may_know) return Permits();
  return kind.refuses_others ? Refuses() : Saying{.word = Word::kDoesNotConcern};
}

}  // namespace parley
