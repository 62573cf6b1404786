// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CALLBACK_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_CALLBACK_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/callback.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.ConversationService that are about wishes to be called.
class CallbackMethods {
 public:
  explicit CallbackMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Request(const Incoming& in,
                                 const v1::RequestCallbackRequest& request) const;
  absl::StatusOr<Answer> Schedule(const Incoming& in,
                                  const v1::ScheduleCallbackRequest& request) const;
  absl::StatusOr<Answer> Keep(const Incoming& in, const v1::KeepCallbackRequest& request) const;
  absl::StatusOr<Answer> Miss(const Incoming& in, const v1::MissCallbackRequest& request) const;
  absl::StatusOr<Answer> Cancel(const Incoming& in, const v1::CancelCallbackRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetCallbackRequest& request,
                   v1::Callback& response) const;
  absl::Status List(const Incoming& in, const v1::ListCallbacksRequest& request,
                    v1::ListCallbacksResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CALLBACK_METHODS_H_
