// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_DEBT_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_DEBT_SERVICE_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/hold_methods.h"
#include "adapters/grpc/life_methods.h"
#include "adapters/grpc/money_methods.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "domain/common/days.h"
#include "parley/v1/debt_service.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtService that take one request; ImportHandler serves the
// other, MoneyMethods those about money, and HoldMethods those about holds.
class DebtService {
 public:
  explicit DebtService(const ServiceParts& parts)
      : parts_(parts), money_(parts), life_(parts), holds_(parts) {}

  // They refer to this service.
  std::vector<UnaryMethod> Methods() const;

 private:
  absl::StatusOr<Answer> Place(const Incoming& in, const v1::PlaceDebtRequest& request) const;
  absl::StatusOr<Answer> Activate(const Incoming& in, const v1::ActivateDebtRequest& request) const;
  absl::StatusOr<Answer> Reject(const Incoming& in,
                                const v1::RejectPlacementRequest& request) const;
  absl::StatusOr<Answer> Change(const Incoming& in, const v1::ChangeTermsRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetDebtRequest& request, v1::Debt& response) const;
  absl::Status List(const Incoming& in, const v1::ListDebtsRequest& request,
                    v1::ListDebtsResponse& response) const;
  absl::StatusOr<Answer> Post(const Incoming& in, const v1::PostEntriesRequest& request) const;
  absl::StatusOr<Answer> Reverse(const Incoming& in, const v1::ReverseEntryRequest& request) const;
  absl::StatusOr<Answer> Quote(const Incoming& in, const v1::QuotePayoffRequest& request) const;
  absl::Status Itemise(const Incoming& in, const v1::GetItemisationRequest& request,
                       v1::Itemisation& response) const;
  absl::Status State(const Incoming& in, const v1::GetStatementRequest& request,
                     v1::Statement& response) const;
  absl::Status Explain(const Incoming& in, const v1::ExplainStatusRequest& request,
                       v1::StatusExplanation& response) const;
  absl::Status Render(const Incoming& in, const v1::RenderStatementRequest& request,
                      v1::Document& response) const;
  absl::Status Check(const Incoming& in, const v1::CheckInvariantsRequest& request,
                     v1::CheckInvariantsResponse& response) const;
  absl::Status CheckAll(const Incoming& in, const v1::CheckInvariantsRequest& request,
                        v1::CheckInvariantsResponse& response) const;

  Day LatestToday() const;

  ServiceParts parts_;
  MoneyMethods money_;
  LifeMethods life_;
  HoldMethods holds_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_DEBT_SERVICE_H_
