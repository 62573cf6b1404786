// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_ANNOUNCED_H_
#define PARLEY_APPLICATION_PAYMENTS_ANNOUNCED_H_

#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/payments.h"

namespace parley {

// All that is announced of a debtor's money, read outside any transaction.
// Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
absl::StatusOr<std::vector<Payment>> AnnouncedOf(PaymentBook& book, TenantId tenant,
                                                 DebtorId debtor);

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_ANNOUNCED_H_
