// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/tell_timeline.h"

#include "domain/common/status_macros.h"

namespace parley {
namespace {

TimelineReader ReaderOf(const Call& call) {
  return call.by_person ? TimelineReader::kPerson : TimelineReader::kTeam;
}

}  // namespace

absl::Status TellTimeline::Check(const Call& call, const Query& query) const {
  return directory_.GetDebtor(call.tenant, query.debtor).status();
}

absl::StatusOr<std::vector<TimelineEntry>> TellTimeline::Next(const Call& call, const Query& query,
                                                              const TimelinePosition& after,
                                                              int most) const {
  const TimelineSelection selection = SelectTimeline(query.kinds, ReaderOf(call));
  PARLEY_ASSIGN_OR_RETURN(std::vector<TimelineEntry> entries,
                          timelines_.Read(call.tenant, query.debtor, selection, after, most));
  if (!call.by_person) return entries;
  for (TimelineEntry& entry : entries) {
    if (entry.cause.has_value() && entry.cause->actor != call.principal) entry.cause.reset();
  }
  return entries;
}

}  // namespace parley
