// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CREDITORS_H_
#define PARLEY_APPLICATION_PORTS_CREDITORS_H_

#include "absl/status/statusor.h"
#include "domain/debt/creditor.h"

namespace parley {

// The creditors of a tenant, under the lock of its desk. What is added or replaced is written at
// the commit, which reports a conflict: CREDITOR_ALREADY_EXISTS for an id or code that is taken.
class Creditors {
 public:
  virtual ~Creditors() = default;

  // Errors: CREDITOR_NOT_FOUND, STORE_UNAVAILABLE. Readable under any debtor's lock.
  virtual absl::StatusOr<Creditor> Find(CreditorId id) = 0;

  virtual void Add(const Creditor& creditor) = 0;
  // The commit reports WRITE_CONFLICT unless the stored revision is below this one.
  virtual void Replace(const Creditor& creditor) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CREDITORS_H_
