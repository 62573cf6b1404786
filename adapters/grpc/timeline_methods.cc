// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/timeline_methods.h"

#include <cstddef>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_timeline.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {

std::vector<UnaryMethod> TimelineMethods::Methods() const {
  return {OnRead("GetTimeline", this, &TimelineMethods::Get)};
}

absl::Status TimelineMethods::Get(const Incoming& in, const v1::GetTimelineRequest& request,
                                  v1::GetTimelineResponse& response) const {
  const TellTimeline::Query query =
      ReadTimelineQuery(request.parent(), request.kinds(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const TellTimeline& timeline = parts_.application.tell_timeline;
  PARLEY_RETURN_IF_ERROR(timeline.Check(in.call, query));
  PARLEY_ASSIGN_OR_RETURN(TimelinePosition position,
                          tokens_.Open(in.call, query.debtor, request.page_token()));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<TimelineEntry> found,
                          timeline.Next(in.call, query, position, size + 1));
  const bool is_more = found.size() > static_cast<std::size_t>(size);
  if (is_more) found.pop_back();
  if (!found.empty()) position = found.back().position;
  response.set_resume_token(tokens_.Seal(in.call, query.debtor, position));
  if (is_more) response.set_next_page_token(response.resume_token());
  for (const TimelineEntry& entry : found) {
    WriteTimelineEntry(query.debtor, entry, *response.add_entries());
  }
  return absl::OkStatus();
}

}  // namespace parley::grpc_api
