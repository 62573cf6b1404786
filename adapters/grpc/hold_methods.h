// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_HOLD_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_HOLD_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/hold.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtService that are about holds.
class HoldMethods {
 public:
  explicit HoldMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Place(const Incoming& in, const v1::PlaceHoldRequest& request) const;
  absl::StatusOr<Answer> End(const Incoming& in, const v1::EndHoldRequest& request) const;
  absl::StatusOr<Answer> Extend(const Incoming& in, const v1::ExtendHoldRequest& request) const;
  absl::Status List(const Incoming& in, const v1::ListHoldsRequest& request,
                    v1::ListHoldsResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_HOLD_METHODS_H_
