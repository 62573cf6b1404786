// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_RECORD_PROMISE_H_
#define PARLEY_APPLICATION_CASES_RECORD_PROMISE_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/debts/hold_changes.h"
#include "application/mutations.h"
#include "domain/plan/promise.h"

namespace parley {

// So many promises of a person are kept, those that are over among them.
inline constexpr std::size_t kMostPromises = 200;

// Takes down what somebody promised, within the running transaction: ids, state, taker and times
// are filled in here. A promise that is pending about the same debt is replaced. Errors:
// FIELD_INVALID, DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, DEBT_CLOSED_TO_ENTRIES for a debt that is not
// ours to collect, PROMISE_ABOVE_BALANCE, RECORD_FULL.
absl::StatusOr<Promise> TakePromise(Work& work, const HoldTools& tools, DebtorId debtor,
                                    const Promise& promise);

// What a person promised to pay: while it is pending, nobody reminds them of that debt.
class RecordPromise {
 public:
  struct Cancel {
    PartReference<PromiseId> reference;
    SensitiveText reason;
  };

  RecordPromise(const Mutations& mutations, const HoldTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: those of TakePromise.
  absl::StatusOr<Answer> Handle(const Call& call, DebtorId debtor, const Promise& promise,
                                Encode<Promise> encode) const;

  // Errors: DEBTOR_NOT_FOUND, PROMISE_NOT_FOUND, PROMISE_NOT_PENDING, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Cancel& cancel,
                                Encode<Promise> encode) const;

 private:
  const Mutations& mutations_;
  HoldTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_RECORD_PROMISE_H_
