// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_CONTRACT_RECORDS_H_
#define PARLEY_TESTS_CONTRACT_RECORDS_H_

#include <string>
#include <vector>

#include "domain/common/currency.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"

namespace parley {

// Texts that have broken stores: scripts, marks, quotes, what other formats give a meaning to.
std::vector<std::string> DifficultTexts();

// Currencies with no, two, three and four decimals.
std::vector<Currency> SomeCurrencies();

std::vector<DebtStatus> EveryDebtStatus();
// A debt of a status, with a position that such a debt may have.
Debt ADebtIn(DebtStatus status, int number);

// A debt in which every optional part is there, and everything is as large as it may be.
Debt FullDebt();
// As much of it as the first release knew.
Debt FirstReleaseDebt();
// The same in which every optional part is missing.
Debt BareDebt();

// A debt that has no more of interest than it must.
Debt BearingDebt(int number, DayCount convention, InterestBase base, InterestPosting posting);

// A journal with an entry of every kind, for every bucket, with extreme amounts and texts.
std::vector<Entry> FullJournal();

// Everything that a creditor can set, in difficult texts and at the ends of ranges.
CreditorSettings FullSettings();
// As much of it as the first release knew.
std::vector<Entry> FirstReleaseJournal();

}  // namespace parley

#endif  // PARLEY_TESTS_CONTRACT_RECORDS_H_
