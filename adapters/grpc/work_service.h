// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_WORK_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_WORK_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/work_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.WorkService.
class WorkService {
 public:
  explicit WorkService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status List(const Incoming& in, const v1::ListWorkRequest& request,
                    v1::ListWorkResponse& response) const;
  absl::StatusOr<Answer> Claim(const Incoming& in, const v1::ClaimWorkRequest& request) const;
  absl::StatusOr<Answer> ClaimNext(const Incoming& in,
                                   const v1::ClaimNextWorkRequest& request) const;
  absl::StatusOr<Answer> Release(const Incoming& in, const v1::ReleaseWorkRequest& request) const;
  absl::StatusOr<Answer> Complete(const Incoming& in, const v1::CompleteWorkRequest& request) const;
  absl::StatusOr<Answer> Approve(const Incoming& in, const v1::ApproveRequest& request) const;
  absl::StatusOr<Answer> Reject(const Incoming& in, const v1::RejectRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_WORK_SERVICE_H_
