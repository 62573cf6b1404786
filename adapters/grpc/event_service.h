// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_EVENT_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_EVENT_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "application/ports/publications.h"
#include "parley/events/v1/event_service.pb.h"

namespace parley::grpc_api {

// Serves parley.events.v1.EventService, but for Watch.
class EventService {
 public:
  EventService(const ServiceParts& parts, Publications& publications)
      : parts_(parts), publications_(publications) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status List(const Incoming& in, const events::v1::ListDeadLettersRequest& request,
                    events::v1::ListDeadLettersResponse& response) const;
  absl::StatusOr<Answer> Retry(const Incoming& in,
                               const events::v1::RetryDeadLetterRequest& request) const;
  absl::StatusOr<Answer> Drop(const Incoming& in,
                              const events::v1::DropDeadLetterRequest& request) const;

  ServiceParts parts_;
  Publications& publications_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_EVENT_SERVICE_H_
