// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_DOMAIN_DEBTOR_RECORD_FACTS_H_
#define PARLEY_TESTS_DOMAIN_DEBTOR_RECORD_FACTS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/violations.h"
#include "domain/debtor/contact_point.h"
#include "domain/debtor/provenance.h"
#include "domain/debtor/representative.h"

namespace parley {

// Told at that time, by the debtor, and written down at once.
Provenance ToldAt(absl::Time at);
// The same an hour before tests play.
Provenance ToldBefore();

KnownPoint APhone(int number = 1);
KnownPoint AnEmail(int number = 2);
KnownPoint APostalAddress(int number = 3);

// An attorney with every power over all debts, in force from TestToday() on.
Representative AnAttorney(int number = 1);

using Faults = std::vector<std::pair<std::string, Fault>>;

// What a check of a fact called "it" finds.
template <typename Fact>
Faults FaultsOf(void (*check)(const Fact&, const std::string&, Violations&), const Fact& fact) {
  Violations violations;
  check(fact, "it", violations);
  Faults faults;
  for (const Violation& violation : violations.all()) {
    faults.emplace_back(violation.field, violation.fault);
  }
  return faults;
}

}  // namespace parley

#endif  // PARLEY_TESTS_DOMAIN_DEBTOR_RECORD_FACTS_H_
