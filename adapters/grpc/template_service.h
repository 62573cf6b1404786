// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_TEMPLATE_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_TEMPLATE_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/template_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.TemplateService.
class TemplateService {
 public:
  explicit TemplateService(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Create(const Incoming& in, const v1::CreateTemplateRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetTemplateRequest& request,
                   v1::Template& response) const;
  absl::Status List(const Incoming& in, const v1::ListTemplatesRequest& request,
                    v1::ListTemplatesResponse& response) const;
  absl::StatusOr<Answer> CreateVersion(const Incoming& in,
                                       const v1::CreateTemplateVersionRequest& request) const;
  absl::StatusOr<Answer> Approve(const Incoming& in,
                                 const v1::ApproveTemplateRequest& request) const;
  absl::StatusOr<Answer> Retire(const Incoming& in, const v1::RetireTemplateRequest& request) const;
  absl::Status Render(const Incoming& in, const v1::RenderTemplateRequest& request,
                      v1::RenderTemplateResponse& response) const;
  absl::Status Check(const Incoming& in, const v1::CheckToneRequest& request,
                     v1::CheckToneResponse& response) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_TEMPLATE_SERVICE_H_
