// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_DECIDE_ACT_H_
#define PARLEY_APPLICATION_WORKLIST_DECIDE_ACT_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/worklist/acts.h"
#include "application/worklist/claim_work.h"
#include "domain/common/sensitive.h"
#include "domain/worklist/work_item.h"

namespace parley {

// A second person says yes to an act that somebody asked for, and it is done in the same
// transaction.
class Approve {
 public:
  Approve(const Mutations& mutations, const Acts& acts) : mutations_(mutations), acts_(acts) {}

  // When the act is no longer possible, its own reason refuses, and the item stays as it is.
  // Errors: WORK_ITEM_NOT_FOUND, WORK_NOT_AN_APPROVAL, APPROVAL_ALREADY_DECIDED, APPROVAL_BY_ASKER,
  // WORK_CLAIMED_BY_ANOTHER, ETAG_STALE; those of the act, APPROVAL_OUTDATED among them.
  absl::StatusOr<Answer> Handle(const Call& call, const WorkTarget& target,
                                Encode<WorkItem> encode) const;

 private:
  const Mutations& mutations_;
  const Acts& acts_;
};

// Somebody says no, with a reason. The act never happens.
class Reject {
 public:
  struct Command {
    WorkTarget target;
    SensitiveText reason;
  };

  Reject(const Mutations& mutations, const Acts& acts) : mutations_(mutations), acts_(acts) {}

  // Errors: WORK_ITEM_NOT_FOUND, WORK_NOT_AN_APPROVAL, APPROVAL_ALREADY_DECIDED,
  // WORK_CLAIMED_BY_ANOTHER, ETAG_STALE, FIELD_INVALID.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<WorkItem> encode) const;

 private:
  const Mutations& mutations_;
  const Acts& acts_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_DECIDE_ACT_H_
