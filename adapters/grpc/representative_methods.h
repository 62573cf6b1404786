// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_REPRESENTATIVE_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_REPRESENTATIVE_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "parley/v1/debtor_service.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtorService that are about who may be spoken to.
class RepresentativeMethods {
 public:
  explicit RepresentativeMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Add(const Incoming& in, const v1::AddRepresentativeRequest& request) const;
  absl::StatusOr<Answer> Document(const Incoming& in,
                                  const v1::DocumentRepresentativeRequest& request) const;
  absl::StatusOr<Answer> Activate(const Incoming& in,
                                  const v1::ActivateRepresentativeRequest& request) const;
  absl::StatusOr<Answer> End(const Incoming& in, const v1::EndRepresentativeRequest& request) const;
  absl::Status Check(const Incoming& in, const v1::CheckAuthorityRequest& request,
                     v1::CheckAuthorityResponse& response) const;
  absl::StatusOr<Answer> Verify(const Incoming& in,
                                const v1::VerifyRightPartyRequest& request) const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_REPRESENTATIVE_METHODS_H_
