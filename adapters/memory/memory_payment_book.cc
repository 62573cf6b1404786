// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_payment_book.h"

#include <cstddef>

#include "adapters/memory/lookups.h"

namespace parley {

absl::StatusOr<Payment> MemoryPaymentBook::GetPayment(TenantId tenant, DebtorId debtor,
                                                      PaymentId id) {
  return database_.Read(tenant,
                        [&](const auto& tables) { return FindPayment(tables, debtor, id); });
}

absl::StatusOr<std::vector<Payment>> MemoryPaymentBook::ListPayments(TenantId tenant,
                                                                     const PaymentFilter& filter,
                                                                     PaymentId after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<Payment> page;
    auto at = tables.payments.upper_bound({filter.debtor, after});
    for (; at != tables.payments.end() && at->first.debtor == filter.debtor; ++at) {
      if (page.size() >= static_cast<std::size_t>(most)) break;
      if (at->second.state == filter.state.value_or(at->second.state)) page.push_back(at->second);
    }
    return page;
  });
}

}  // namespace parley
