// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CREDITOR_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_CREDITOR_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/creditor_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.CreditorService.
class CreditorService {
 public:
  explicit CreditorService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Create(const Incoming& in, const v1::CreateCreditorRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetCreditorRequest& request,
                   v1::Creditor& response) const;
  absl::Status List(const Incoming& in, const v1::ListCreditorsRequest& request,
                    v1::ListCreditorsResponse& response) const;
  absl::StatusOr<Answer> Update(const Incoming& in, const v1::UpdateCreditorRequest& request) const;
  absl::Status Explain(const Incoming& in, const v1::ExplainSettingRequest& request,
                       v1::SettingExplanation& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CREDITOR_SERVICE_H_
