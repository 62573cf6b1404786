// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DEBTORS_H_
#define PARLEY_APPLICATION_PORTS_DEBTORS_H_

#include "absl/status/statusor.h"
#include "domain/debtor/debtor.h"

namespace parley {

// The debtors whose locks a unit of work holds. What is added or replaced is written at the commit,
// which reports a conflict: DEBTOR_ALREADY_EXISTS for an id or reference that is taken.
class Debtors {
 public:
  virtual ~Debtors() = default;

  // Errors: DEBTOR_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<Debtor> Find(DebtorId id) = 0;

  virtual void Add(const Debtor& debtor) = 0;
  // The commit reports WRITE_CONFLICT unless the stored record revision is below this one.
  virtual void Replace(const Debtor& debtor) = 0;

  // From the commit on every text about the debtor reads as kErasedText, the birth date as none,
  // and what is written about the debtor later is not kept; amounts, days and references stay. The
  // answers about the debtor are REQUEST_ID_REUSED to who asks for them again.
  virtual void EraseTexts(DebtorId id) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DEBTORS_H_
