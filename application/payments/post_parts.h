// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_POST_PARTS_H_
#define PARLEY_APPLICATION_PAYMENTS_POST_PARTS_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/debts.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "application/worklist/cases.h"
#include "domain/debt/payment.h"

namespace parley {

// The debts of a debtor as a payment finds them: those of its currency that take money on its day.
class DebtsToPay {
 public:
  // Loads them with the journals that they need. What instructions name and no debt of these is, is
  // told: DEBT_NOT_FOUND, or FIELD_INVALID for a debt of another currency or one that opens later.
  // A debt for which a hold keeps money apart is left out: MONEY_HELD_APART where it is instructed,
  // or no other is left. Errors: DEBTOR_NOT_FOUND, NO_DEBT_FOR_PAYMENT, DEBT_CLOSED_TO_ENTRIES for
  // one that is instructed, BALANCE_OUT_OF_RANGE, RECORD_CORRUPT, STORE_UNAVAILABLE.
  static absl::StatusOr<DebtsToPay> Load(Work& work, const TimeZones& zones, const Payment& payment,
                                         std::optional<Day> value_date);

  // Today where the debts' ledgers are dated: the latest of them.
  Day today() const { return today_; }

  // What each debt gets. The day of the payment is one on which all of them take money.
  std::vector<PaymentPart> Split(const Payment& payment) const;

  // Posts a part to each debt's journal, and says in the payment how it fell. Nothing is recorded
  // of a rehearsal. Errors: those of PostFacts, ENTRY_ALREADY_POSTED for a debt that knows the
  // payment's reference, FIELD_INVALID.
  absl::Status Post(Work& work, Ids& ids, Payment& payment) const;

 private:
  struct Found {
    LedgerHead head;
    std::vector<Entry> journal;  // Empty where it is not needed.
    Payable payable;
    Day today;
  };

  // The journals with these keys, and what each debt can be paid.
  absl::Status Read(Work& work, const std::vector<LedgerKey>& keys, std::optional<Day> value_date);
  absl::Status PostPart(Work& work, Ids& ids, const Payment& payment, PaymentPart& part,
                        Cases& cases) const;

  std::vector<Found> found_;
  Day today_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_POST_PARTS_H_
