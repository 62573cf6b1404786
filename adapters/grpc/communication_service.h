// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_COMMUNICATION_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_COMMUNICATION_SERVICE_H_

#include <vector>

#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/communication_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.CommunicationService.
class CommunicationService {
 public:
  explicit CommunicationService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::Status Evaluate(const Incoming& in, const v1::EvaluateContactRequest& request,
                        v1::EvaluateContactResponse& response) const;
  absl::StatusOr<Answer> StartTask(const Incoming& in,
                                   const v1::StartCallTaskRequest& request) const;
  absl::StatusOr<Answer> Record(const Incoming& in, const v1::RecordCallRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetCommunicationRequest& request,
                   v1::Communication& response) const;
  absl::Status List(const Incoming& in, const v1::ListCommunicationsRequest& request,
                    v1::ListCommunicationsResponse& response) const;
  absl::Status ListVerdicts(const Incoming& in, const v1::ListVerdictsRequest& request,
                            v1::ListVerdictsResponse& response) const;
  absl::Status Preview(const Incoming& in, const v1::PreviewMessageRequest& request,
                       v1::PreviewMessageResponse& response) const;
  absl::StatusOr<Answer> Send(const Incoming& in, const v1::SendMessageRequest& request) const;
  absl::Status GetMessage(const Incoming& in, const v1::GetMessageRequest& request,
                          v1::Message& response) const;
  absl::StatusOr<Answer> Cancel(const Incoming& in, const v1::CancelMessageRequest& request) const;
  absl::StatusOr<Answer> Release(const Incoming& in,
                                 const v1::ReleaseMessageRequest& request) const;
  absl::StatusOr<Answer> ReleaseWords(const Incoming& in,
                                      const v1::ReleaseTextRequest& request) const;
  absl::StatusOr<Answer> Report(const Incoming& in, const v1::ReportDeliveryRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_COMMUNICATION_SERVICE_H_
