// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_KNOWN_PERSON_H_
#define PARLEY_APPLICATION_COMMUNICATION_KNOWN_PERSON_H_

#include <vector>

#include "application/ports/time_zones.h"
#include "domain/communication/facts.h"
#include "domain/communication/log/contact.h"
#include "domain/debtor/debtor.h"

namespace parley {

// A person in the words of the gate: what a debtor's record tells of them and of who speaks for
// them, and where the ids of the record stand in it.
struct KnownPerson {
  Facts facts;  // Without debts and communications; the debtor is the first person.
  std::vector<std::vector<ContactPointId>> points;  // Of each person, in the order of the facts.
  std::vector<RepresentativeId> representatives;    // Who are the persons after the debtor.
};

// What a debtor's own row tells: no contact point, and where they are only if somebody said so.
KnownPerson KnownFrom(const Debtor& debtor, const TimeZones& zones);

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_KNOWN_PERSON_H_
