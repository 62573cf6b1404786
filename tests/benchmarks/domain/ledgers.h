// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_DOMAIN_LEDGERS_H_
#define PARLEY_TESTS_BENCHMARKS_DOMAIN_LEDGERS_H_

#include <vector>

#include "domain/debt/debt.h"
#include "domain/debt/entry.h"

namespace parley::bench {

// A debt with its journal.
struct Ledger {
  Debt debt;
  std::vector<Entry> journal;
};

// A ledger of so many entries, one every third day: charges of several buckets and payments that
// fall on them, so that a backdated fact changes allocations after it.
Ledger LedgerOf(int entries);

// A ledger of about so many entries over ten years with interest at rates that fall each year:
// charges, payments, and the lines of interest before payments and at month ends.
Ledger BearingLedgerOf(int entries);

// A payment on the day after the latest entry, and one in the middle of the journal.
Fact PaymentOnTop(const Ledger& ledger);
Fact PaymentInTheMiddle(const Ledger& ledger);

// Posts at noon of the day after the latest entry.
absl::StatusOr<Posted> Post(const Ledger& ledger, const Fact& fact);

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_DOMAIN_LEDGERS_H_
