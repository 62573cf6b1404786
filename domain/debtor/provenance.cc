// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/provenance.h"

#include "domain/common/text.h"

namespace parley {

void CheckProvenance(const Provenance& provenance, const std::string& field,
                     Violations& violations) {
  RequireText(violations, field + ".source", provenance.source.Reveal(), kLongestReference);
  if (provenance.told > provenance.recorded) {
    violations.Add(field + ".told_time", Fault::kDateInFuture);
  }
}

}  // namespace parley
