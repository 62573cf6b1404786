// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_APPLIES_H_
#define PARLEY_DOMAIN_COMMUNICATION_APPLIES_H_

#include "domain/communication/facts.h"
#include "domain/communication/rulebook.h"

namespace parley {

// Whether a book speaks to somebody.
enum class Reach : std::uint8_t {
  kElsewhere,   // Another place, or not in force on the day.
  kOutOfScope,  // Its place, but not its kind of debt, debtor or collector.
  kSpeaks,
};

// The place is that of the person's residence and of their numbers; where no region is known,
// every place is possible, and where only a country is, every place in it.
Reach ReachOf(const Rulebook& book, const Facts& facts, const Person& person, DebtSet debts,
              Day day);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_APPLIES_H_
