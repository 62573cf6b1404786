// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_ADMIN_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_ADMIN_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/admin_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.AdminService.
class AdminService {
 public:
  explicit AdminService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Engage(const Incoming& in,
                                const v1::EngageKillSwitchRequest& request) const;
  absl::StatusOr<Answer> Release(const Incoming& in,
                                 const v1::ReleaseKillSwitchRequest& request) const;
  absl::Status List(const Incoming& in, const v1::ListKillSwitchesRequest& request,
                    v1::ListKillSwitchesResponse& response) const;
  absl::Status GetStatus(const Incoming& in, const v1::GetSystemStatusRequest& request,
                         v1::SystemStatus& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_ADMIN_SERVICE_H_
