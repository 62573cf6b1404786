// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_LIFE_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_LIFE_METHODS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/life_cycle.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtService by which people decide about the life of a debt.
class LifeMethods {
 public:
  explicit LifeMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Close(const Incoming& in, const v1::CloseDebtRequest& request) const;
  absl::StatusOr<Answer> Recall(const Incoming& in, const v1::RecallDebtRequest& request) const;
  absl::StatusOr<Answer> Decide(const Incoming& in, const v1::DecideDebtRequest& request) const;
  absl::StatusOr<Answer> Reopen(const Incoming& in, const v1::ReopenDebtRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_LIFE_METHODS_H_
