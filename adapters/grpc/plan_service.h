// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_PLAN_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_PLAN_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/plan_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.PlanService.
class PlanService {
 public:
  explicit PlanService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Record(const Incoming& in, const v1::RecordPromiseRequest& request) const;
  absl::StatusOr<Answer> Cancel(const Incoming& in, const v1::CancelPromiseRequest& request) const;
  absl::Status List(const Incoming& in, const v1::ListPromisesRequest& request,
                    v1::ListPromisesResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_PLAN_SERVICE_H_
