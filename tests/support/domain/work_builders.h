// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_WORK_BUILDERS_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_WORK_BUILDERS_H_

#include <cstdint>

#include "domain/worklist/work_item.h"
#include "tests/support/domain/builder.h"

namespace parley {

// A waiver of so much principal, in EUR, as somebody asked for it.
PendingAct AWaiverAct(std::int64_t minor_units = 10'000);

// An open approval of a waiver on debt 1 of debtor 1, which the principal "asker" asked for.
Builder<WorkItem> AnApproval(int number = 1);

// An open item without an act, for which a rule asked.
Builder<WorkItem> ATask(int number = 1);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_WORK_BUILDERS_H_
