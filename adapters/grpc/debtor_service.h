// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_DEBTOR_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_DEBTOR_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/circumstance_methods.h"
#include "adapters/grpc/record_methods.h"
#include "adapters/grpc/representative_methods.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/timeline_methods.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "parley/v1/debtor_service.pb.h"

namespace parley::grpc_api {

// Serves parley.v1.DebtorService: itself who debtors are, RecordMethods how they may be reached,
// CircumstanceMethods what happened in their life, RepresentativeMethods who may be spoken to, and
// TimelineMethods everything in one order.
class DebtorService {
 public:
  DebtorService(const ServiceParts& parts, const TimelineTokens& timeline_tokens)
      : parts_(parts),
        record_(parts),
        circumstances_(parts),
        representatives_(parts),
        timeline_(parts, timeline_tokens) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Create(const Incoming& in, const v1::CreateDebtorRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetDebtorRequest& request,
                   v1::Debtor& response) const;
  absl::Status List(const Incoming& in, const v1::ListDebtorsRequest& request,
                    v1::ListDebtorsResponse& response) const;
  absl::StatusOr<Answer> Update(const Incoming& in, const v1::UpdateDebtorRequest& request) const;
  absl::Status LookUp(const Incoming& in, const v1::LookUpDebtorRequest& request,
                      v1::Debtor& response) const;
  absl::Status LookUpAll(const Incoming& in, const v1::LookUpDebtorsRequest& request,
                         v1::LookUpDebtorsResponse& response) const;
  absl::StatusOr<Answer> Erase(const Incoming& in, const v1::EraseDebtorRequest& request) const;

  ServiceParts parts_;
  RecordMethods record_;
  CircumstanceMethods circumstances_;
  RepresentativeMethods representatives_;
  TimelineMethods timeline_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_DEBTOR_SERVICE_H_
