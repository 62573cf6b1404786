// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CIRCUMSTANCE_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_CIRCUMSTANCE_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/circumstance.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtorService that are about what happened in a person's life.
class CircumstanceMethods {
 public:
  explicit CircumstanceMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Record(const Incoming& in,
                                const v1::RecordCircumstanceRequest& request) const;
  absl::StatusOr<Answer> Update(const Incoming& in,
                                const v1::ReviseCircumstanceRequest& request) const;
  absl::StatusOr<Answer> End(const Incoming& in, const v1::EndCircumstanceRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CIRCUMSTANCE_METHODS_H_
