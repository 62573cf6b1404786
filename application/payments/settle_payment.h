// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_SETTLE_PAYMENT_H_
#define PARLEY_APPLICATION_PAYMENTS_SETTLE_PAYMENT_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/common/money.h"
#include "domain/debt/payment.h"

namespace parley {

// Posts an announced payment that came in, split as things stand on its value date.
class SettlePayment {
 public:
  struct Command {
    DebtorId debtor;
    PaymentId payment;
    Day value_date;
    std::optional<Money> amount;  // By default what was announced.
    std::optional<std::int64_t> etag;
  };

  SettlePayment(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // When less came in than the payer wanted to divide, the wishes are met in their order.
  // Errors: FIELD_INVALID, PAYMENT_NOT_FOUND, PAYMENT_NOT_ANNOUNCED, ENTRY_ALREADY_POSTED,
  // NO_DEBT_FOR_PAYMENT, MONEY_HELD_APART, DEBT_CLOSED_TO_ENTRIES, BALANCE_OUT_OF_RANGE,
  // ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Payment> encode) const;

 private:
  absl::StatusOr<Payment> SettleIt(Work& work, const Command& command) const;

  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_SETTLE_PAYMENT_H_
