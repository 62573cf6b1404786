// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_RULEBOOK_BUILDERS_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_RULEBOOK_BUILDERS_H_

#include "domain/communication/rulebooks.h"

namespace parley {

// A book that speaks to everybody: at most 1 contact a day, 3 in 7 days and 4 in 30 over all debts,
// 2 in 7 days about one debt, but for calls to somebody else's number, from 08:30 until 20:00 on
// Mondays to Saturdays.
Rulebook ATestBook();

Rulebooks TheTestBook();

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_RULEBOOK_BUILDERS_H_
