// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_CLAIM_WORK_H_
#define PARLEY_APPLICATION_WORKLIST_CLAIM_WORK_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Which item a verb is about, as its caller has seen it.
struct WorkTarget {
  DebtorId debtor;
  WorkItemId item;
  std::optional<std::int64_t> etag;  // The revision that the caller has seen.
};

// A person takes a work item, so that nobody else works at it: of many at once, one wins.
class ClaimWork {
 public:
  explicit ClaimWork(const Mutations& mutations) : mutations_(mutations) {}

  // Claiming one's own again changes nothing.
  // Errors: WORK_ITEM_NOT_FOUND, WORK_ALREADY_ENDED, WORK_CLAIMED_BY_ANOTHER, APPROVAL_BY_ASKER,
  // ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const WorkTarget& target,
                                Encode<WorkItem> encode) const;

 private:
  const Mutations& mutations_;
};

// A claimed item is given back, by whoever claimed it or for somebody who is away.
class ReleaseWork {
 public:
  explicit ReleaseWork(const Mutations& mutations) : mutations_(mutations) {}

  // Errors: WORK_ITEM_NOT_FOUND, WORK_ALREADY_ENDED, WORK_NOT_CLAIMED, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const WorkTarget& target,
                                Encode<WorkItem> encode) const;

 private:
  const Mutations& mutations_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_CLAIM_WORK_H_
