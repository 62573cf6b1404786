// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_INBOUND_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_INBOUND_SERVICE_H_

#include <vector>

#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/inbound_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.InboundService.
class InboundService {
 public:
  explicit InboundService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Receive(const Incoming& in,
                                 const v1::ReceiveInboundRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetInboundRequest& request,
                   v1::InboundItem& response) const;
  absl::Status List(const Incoming& in, const v1::ListInboundRequest& request,
                    v1::ListInboundResponse& response) const;
  absl::StatusOr<Answer> Match(const Incoming& in, const v1::MatchInboundRequest& request) const;
  absl::StatusOr<Answer> Label(const Incoming& in, const v1::LabelInboundRequest& request) const;
  absl::StatusOr<Answer> Triage(const Incoming& in, const v1::TriageInboundRequest& request) const;
  absl::StatusOr<Answer> Finish(const Incoming& in, const v1::AnswerInboundRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_INBOUND_SERVICE_H_
