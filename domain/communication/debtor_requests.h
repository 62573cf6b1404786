// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DEBTOR_REQUESTS_H_
#define PARLEY_DOMAIN_COMMUNICATION_DEBTOR_REQUESTS_H_

#include "domain/communication/debtor_facts.h"

namespace parley {

// Adds to the facts, whose persons, points and debts are there, what the person asked for, agreed
// to and needs, and what holds say beside their effects.
void AddRequests(const DebtorRecord& record, const Asked& asked, DebtorFacts& known);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DEBTOR_REQUESTS_H_
