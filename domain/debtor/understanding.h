// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_UNDERSTANDING_H_
#define PARLEY_DOMAIN_DEBTOR_UNDERSTANDING_H_

#include <vector>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/communication/reflection.h"
#include "domain/debtor/debtor_record.h"

namespace parley {

// What a person told us that stands today, by kind and then as it was written down: what happened
// to them, what they need, when and where we shall not call, what they promised, contest and
// complain of, and when they want to be called. Nothing that was said about why.
std::vector<Understood> WhatWeUnderstood(const DebtorRecord& record, Day today, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_UNDERSTANDING_H_
