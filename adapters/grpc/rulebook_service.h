// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_RULEBOOK_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_RULEBOOK_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/rulebook_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.RulebookService.
class RulebookService {
 public:
  explicit RulebookService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status Get(const Incoming& in, const v1::GetRulebookRequest& request,
                   v1::Rulebook& response) const;
  absl::Status List(const Incoming& in, const v1::ListRulebooksRequest& request,
                    v1::ListRulebooksResponse& response) const;
  absl::StatusOr<Answer> Publish(const Incoming& in,
                                 const v1::PublishRulebookRequest& request) const;
  absl::Status Test(const Incoming& in, const v1::TestRulebookRequest& request,
                    v1::TestRulebookResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_RULEBOOK_SERVICE_H_
