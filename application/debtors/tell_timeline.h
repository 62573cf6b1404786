// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_TELL_TIMELINE_H_
#define PARLEY_APPLICATION_DEBTORS_TELL_TIMELINE_H_

#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/ports/directory.h"
#include "application/ports/timelines.h"
#include "domain/common/timeline.h"

namespace parley {

// Tells everything about a debtor in one order, and what became of it since.
class TellTimeline {
 public:
  struct Query {
    DebtorId debtor;
    std::set<TimelineKind> kinds;  // Empty for all.
  };

  TellTimeline(Directory& directory, Timelines& timelines)
      : directory_(directory), timelines_(timelines) {}

  // Errors: DEBTOR_NOT_FOUND; those of the store.
  absl::Status Check(const Call& call, const Query& query) const;

  // The next entries after a place, at most so many, of what the caller may see. To the person
  // whose timeline it is nobody is named but themselves. The debtor was checked before. Errors:
  // those of the store.
  absl::StatusOr<std::vector<TimelineEntry>> Next(const Call& call, const Query& query,
                                                  const TimelinePosition& after, int most) const;

 private:
  Directory& directory_;
  Timelines& timelines_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_TELL_TIMELINE_H_
