// SPDX-License-Identifier: Apache-2.0
#include "application/payments/announced.h"

#include <algorithm>
#include <iterator>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Nearly always more than there are.
constexpr int kPage = 200;

}  // namespace

absl::StatusOr<std::vector<Payment>> AnnouncedOf(PaymentBook& book, TenantId tenant,
                                                 DebtorId debtor) {
  const PaymentFilter filter{.debtor = debtor, .state = PaymentState::kAnnounced};
  std::vector<Payment> all;
  for (bool more = true; more;) {
    const PaymentId after = all.empty() ? PaymentId() : all.back().id;
    PARLEY_ASSIGN_OR_RETURN(std::vector<Payment> page,
                            book.ListPayments(tenant, filter, after, kPage));
    more = std::ssize(page) == kPage;
    std::move(page.begin(), page.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace parley
