// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TIMELINE_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_TIMELINE_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/timeline_tokens.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/timeline.pb.h"

namespace parley::grpc_api {

// Serves GetTimeline of parley.v1.DebtorService.
class TimelineMethods {
 public:
  TimelineMethods(const ServiceParts& parts, const TimelineTokens& tokens)
      : parts_(parts), tokens_(tokens) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status Get(const Incoming& in, const v1::GetTimelineRequest& request,
                   v1::GetTimelineResponse& response) const;

  ServiceParts parts_;
  const TimelineTokens& tokens_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TIMELINE_METHODS_H_
