// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_HOLDS_H_
#define PARLEY_APPLICATION_PORTS_HOLDS_H_

#include <array>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/hold.h"

namespace parley {

// The holds of the debtors whose locks a unit of work holds. What is added or replaced is written
// at the commit, which reports HOLD_ALREADY_EXISTS for an id that is taken.
class Holds {
 public:
  virtual ~Holds() = default;

  // All holds of a debtor, those that are over among them, in the order of their ids.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<std::vector<Hold>> Of(DebtorId debtor) { return OfAll(std::array{debtor}); }

  // The same of many debtors, by one statement; a debtor's stand together.
  virtual absl::StatusOr<std::vector<Hold>> OfAll(std::span<const DebtorId> debtors) = 0;

  virtual void Add(const Hold& hold) = 0;
  // Writes what changes in a hold's life: state, last day, review, evidence, why it ended,
  // revision. The commit reports WRITE_CONFLICT unless the stored revision is below this one.
  virtual void Replace(const Hold& hold) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_HOLDS_H_
