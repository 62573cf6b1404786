// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_SUPERSEDE_H_
#define PARLEY_DOMAIN_COMMUNICATION_SUPERSEDE_H_

#include <string>
#include <vector>

#include "domain/communication/rulebook.h"

namespace parley {

// Puts a version of a book over those of its id: on the days on which it is in force, they are not.
// A version that it covers from end to end is gone, one that it begins within ends there, and one
// that goes on after it is taken up again.
void Supersede(std::vector<Rulebook>& books, const Rulebook& over);

// The calendars that a book names, each once.
std::vector<std::string> CalendarsOf(const Rulebook& book);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_SUPERSEDE_H_
