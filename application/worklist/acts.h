// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_ACTS_H_
#define PARLEY_APPLICATION_WORKLIST_ACTS_H_

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Does acts that were asked for and approved, by the functions by which the verbs do them at once.
class Acts {
 public:
  Acts(Ids& ids, const TimeZones& zones) : ids_(ids), zones_(zones) {}

  // Does the act of an item and returns the entry that it posted; nil when it posts none. Errors:
  // the act's own, such as WAIVER_ABOVE_BUCKET or DEBT_CLOSED_TO_ENTRIES;
  // APPROVAL_OUTDATED.
  absl::StatusOr<EntryId> Do(Work& work, const WorkItem& item) const;

  // Ends what waits for an act that was rejected. Errors: HOLD_NOT_FOUND, HOLD_NOT_REQUESTED.
  absl::Status Drop(Work& work, const WorkItem& item) const;

 private:
  absl::StatusOr<EntryId> Post(Work& work, const WorkItem& item) const;

  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_ACTS_H_
