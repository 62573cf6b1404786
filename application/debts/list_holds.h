// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_LIST_HOLDS_H_
#define PARLEY_APPLICATION_DEBTS_LIST_HOLDS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/payments.h"
#include "application/ports/portfolio.h"
#include "application/ports/time_zones.h"
#include "domain/debt/hold.h"

namespace parley {

// Which holds a list shows; every part that is given must hold.
struct HoldFilter {
  std::optional<DebtId> debt;  // Those of the person concern it as well.
  std::optional<HoldState> state;
  std::optional<HoldType> type;
};

// Tells what may not be done to a debtor's debts, now and in the past.
class ListHolds {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    HoldFilter filter;
    HoldId after;
    std::size_t most = 0;
  };

  struct Result {
    std::vector<Hold> holds;  // After that id, in the order of ids.
    bool more = false;        // There are others after them.
    Day today;
    std::optional<HoldEffects> effects;  // Today, of the debt that was asked for.
    std::optional<Currency> currency;    // Of what of it is in dispute.
  };

  ListHolds(Portfolio& portfolio, PaymentBook& payment_book, const Clock& clock,
            const TimeZones& zones)
      : portfolio_(portfolio), payment_book_(payment_book), clock_(clock), zones_(zones) {}

  // Errors: DEBT_NOT_FOUND for a debt that was asked for.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  absl::StatusOr<HoldEffects> EffectsOfMoney(TenantId tenant, DebtorId debtor, DebtId debt,
                                             Day today) const;

  Portfolio& portfolio_;
  PaymentBook& payment_book_;
  const Clock& clock_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_LIST_HOLDS_H_
