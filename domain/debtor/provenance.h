// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_PROVENANCE_H_
#define PARLEY_DOMAIN_DEBTOR_PROVENANCE_H_

#include <string>

#include "absl/time/time.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"

namespace parley {

// Where a fact about a person comes from. Whatever a person says is a dated, sourced record and
// never an edit of something else.
struct Provenance {
  SensitiveText source;  // Who said so: the debtor, a placement file, a court.
  std::string actor;     // Who wrote it down.
  absl::Time told;       // From when it counts: when it was said, or when it was received.
  absl::Time recorded;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

// Adds what is wrong with it; nobody has said yet what lies in the future.
void CheckProvenance(const Provenance& provenance, const std::string& field,
                     Violations& violations);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_PROVENANCE_H_
