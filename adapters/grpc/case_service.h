// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CASE_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_CASE_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/dispute_methods.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/case_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.CaseService: itself what is about complaints, and DisputeMethods the rest.
class CaseService {
 public:
  explicit CaseService(const ServiceParts& parts) : parts_(parts), disputes_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Open(const Incoming& in, const v1::OpenComplaintRequest& request) const;
  absl::StatusOr<Answer> Acknowledge(const Incoming& in,
                                     const v1::AcknowledgeComplaintRequest& request) const;
  absl::StatusOr<Answer> Respond(const Incoming& in,
                                 const v1::AnswerComplaintRequest& request) const;
  absl::StatusOr<Answer> Close(const Incoming& in, const v1::CloseComplaintRequest& request) const;
  absl::StatusOr<Answer> Reopen(const Incoming& in,
                                const v1::ReopenComplaintRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetComplaintRequest& request,
                   v1::Complaint& response) const;
  absl::Status List(const Incoming& in, const v1::ListComplaintsRequest& request,
                    v1::ListComplaintsResponse& response) const;

  ServiceParts parts_;
  DisputeMethods disputes_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CASE_SERVICE_H_
