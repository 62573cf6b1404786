// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_REVIEW_PLACEMENT_H_
#define PARLEY_APPLICATION_DEBTS_REVIEW_PLACEMENT_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"

namespace parley {

// A debt that waits for review becomes active.
class ActivateDebt {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    std::optional<std::int64_t> etag;  // The revision that the caller has seen.
  };

  ActivateDebt(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: DEBT_NOT_FOUND, DEBT_NOT_RECEIVED, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debt> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

// A debt that waits for review is refused, with the reason of whoever looked at it.
class RejectPlacement {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    std::optional<std::int64_t> etag;
    SensitiveText reason;
  };

  RejectPlacement(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_RECEIVED, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debt> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_REVIEW_PLACEMENT_H_
