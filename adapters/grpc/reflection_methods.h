// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_REFLECTION_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_REFLECTION_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/reflection.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.ConversationService that tell people what we understood.
class ReflectionMethods {
 public:
  explicit ReflectionMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> ReflectBack(const Incoming& in,
                                     const v1::ReflectBackRequest& request) const;
  absl::StatusOr<Answer> Confirm(const Incoming& in,
                                 const v1::ConfirmReflectionRequest& request) const;
  absl::StatusOr<Answer> Correct(const Incoming& in,
                                 const v1::CorrectReflectionRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetReflectionRequest& request,
                   v1::Reflection& response) const;
  absl::Status List(const Incoming& in, const v1::ListReflectionsRequest& request,
                    v1::ListReflectionsResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_REFLECTION_METHODS_H_
