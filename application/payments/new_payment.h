// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_NEW_PAYMENT_H_
#define PARLEY_APPLICATION_PAYMENTS_NEW_PAYMENT_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/common/money.h"
#include "domain/debt/payment.h"

namespace parley {

// What a caller reports of money.
struct PaymentReport {
  std::optional<PaymentId> id;
  std::string external_ref;
  Money amount;
  std::string method;
  SensitiveText note;
};

// What the payer wants, and what else decides over which debts and buckets money falls.
struct PaymentWishes {
  std::vector<Instruction> instructions;
  SplitStrategy strategy = SplitStrategy::kOldestFirst;
  std::optional<AllocationOrder> order;
};

// A payment as it was reported, without its days and its content.
Payment PaymentOf(DebtorId debtor, const PaymentReport& report, const PaymentWishes& wishes = {});
// What tells a repeat from a conflict: all that a payment says, its days included and its id not.
Fingerprint ContentOf(const Fingerprints& fingerprints, const Payment& payment);

// The payment that the debtor (the desk) has of this reference; none for a new one.
// Errors: PAYMENT_ALREADY_POSTED for one of other content.
absl::StatusOr<std::optional<Payment>> FindSame(Work& work, const Payment& payment);

// Splits a payment that came in over the debtor's debts, posts its parts, and adds it.
// A payment whose reference is known with the same content answers with what exists.
// Errors: FIELD_INVALID, PAYMENT_ALREADY_POSTED, those of DebtsToPay.
absl::StatusOr<Payment> PostNewPayment(Work& work, Ids& ids, const TimeZones& zones,
                                       const Payment& payment);
// The same of one whose reference is not known. Errors: FIELD_INVALID, those of DebtsToPay.
absl::StatusOr<Payment> PostUnknownPayment(Work& work, Ids& ids, const TimeZones& zones,
                                           const Payment& payment);

// Gives a payment that is about to be written its marks of now.
void Mark(const Work& work, Payment& payment);

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_NEW_PAYMENT_H_
