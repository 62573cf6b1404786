// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_DISPUTE_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_DISPUTE_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/dispute.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.CaseService that are about disputes.
class DisputeMethods {
 public:
  explicit DisputeMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Open(const Incoming& in, const v1::OpenDisputeRequest& request) const;
  absl::StatusOr<Answer> Review(const Incoming& in, const v1::ReviewDisputeRequest& request) const;
  absl::StatusOr<Answer> AskForMore(const Incoming& in,
                                    const v1::RequestDisputeInformationRequest& request) const;
  absl::StatusOr<Answer> Respond(const Incoming& in, const v1::AnswerDisputeRequest& request) const;
  absl::StatusOr<Answer> Close(const Incoming& in, const v1::CloseDisputeRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetDisputeRequest& request,
                   v1::Dispute& response) const;
  absl::Status List(const Incoming& in, const v1::ListDisputesRequest& request,
                    v1::ListDisputesResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_DISPUTE_METHODS_H_
