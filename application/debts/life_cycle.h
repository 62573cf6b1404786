// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_LIFE_CYCLE_H_
#define PARLEY_APPLICATION_DEBTS_LIFE_CYCLE_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/life_cycle.h"
#include "domain/worklist/work_item.h"

namespace parley {

// What people and creditors decide about the life of a debt. Each posts the interest up to today
// first, in the same transaction.

// Which debt is to change, and which version of it the caller has seen.
struct DebtVersion {
  DebtorId debtor;
  DebtId debt;
  std::optional<std::int64_t> etag;
};

struct LifeTools {
  Ids& ids;
  const TimeZones& zones;
};

// A debt after a verb that a second person may have to approve.
struct ChangedDebt {
  Debt debt;
  std::optional<WorkItem> waiting;  // Where one has to: the debt is as it was.
};

// What an approval does, by the functions by which the verbs do it; `item` is the one that is
// approved. Errors: those of the verbs but for ETAG_STALE; APPROVAL_OUTDATED when the balance moved
// since it was asked for, but for interest; RECORD_CORRUPT for an act that names no code or
// decision.
absl::Status DoLifeAct(Work& work, const LifeTools& tools, const WorkItem& item);

// Nobody collects a debt any more, for a reason of the list.
class CloseDebt {
 public:
  struct Command {
    DebtVersion reference;
    Closing closing;
  };

  CloseDebt(const Mutations& mutations, const LifeTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Where more is owed than the creditor lets one person decide about, an approval is asked for,
  // and nothing else changes.
  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_OPEN, ETAG_STALE,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ChangedDebt> encode) const;

 private:
  const Mutations& mutations_;
  LifeTools tools_;
};

// The creditor takes a debt back.
class RecallDebt {
 public:
  struct Command {
    DebtVersion reference;
    bool force = false;  // Whatever is open; it needs a reason then.
    SensitiveText reason;
  };

  RecallDebt(const Mutations& mutations, const LifeTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_OPEN, RECALL_BLOCKED, ETAG_STALE,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debt> encode) const;

 private:
  const Mutations& mutations_;
  LifeTools tools_;
};

// A person decides what becomes of a debt that waits for it.
class DecideDebt {
 public:
  struct Command {
    DebtVersion reference;
    DecisionMade made;
  };

  DecideDebt(const Mutations& mutations, const LifeTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Where more would be written off than the creditor lets one person decide about, an approval is
  // asked for, and nothing else changes.
  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_AWAITING_DECISION, ETAG_STALE,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<ChangedDebt> encode) const;

 private:
  const Mutations& mutations_;
  LifeTools tools_;
};

// A debt that was over is worked again.
class ReopenDebt {
 public:
  struct Command {
    DebtVersion reference;
    SensitiveText reason;
  };

  ReopenDebt(const Mutations& mutations, const LifeTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_CLOSED, ETAG_STALE,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debt> encode) const;

 private:
  const Mutations& mutations_;
  LifeTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_LIFE_CYCLE_H_
