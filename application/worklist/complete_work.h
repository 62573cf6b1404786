// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_COMPLETE_WORK_H_
#define PARLEY_APPLICATION_WORKLIST_COMPLETE_WORK_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/worklist/claim_work.h"
#include "domain/common/sensitive.h"
#include "domain/worklist/work_item.h"

namespace parley {

// A person did what was to be done.
class CompleteWork {
 public:
  struct Command {
    WorkTarget target;
    SensitiveText outcome;  // What they did; may be empty.
  };

  explicit CompleteWork(const Mutations& mutations) : mutations_(mutations) {}

  // Errors: WORK_ITEM_NOT_FOUND, WORK_ALREADY_ENDED, WORK_NEEDS_DECISION, WORK_CLAIMED_BY_ANOTHER,
  // ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<WorkItem> encode) const;

 private:
  const Mutations& mutations_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_COMPLETE_WORK_H_
