// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_MONEY_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_MONEY_METHODS_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/service_parts.h"
#include "adapters/grpc/unary_method.h"
#include "application/call.h"
#include "domain/common/days.h"
#include "parley/v1/debt_service.pb.h"

namespace parley::grpc_api {

// Serves the methods of parley.v1.DebtService about money that comes, goes back, or is given up.
class MoneyMethods {
 public:
  explicit MoneyMethods(const ServiceParts& parts) : parts_(parts) {}

  // They refer to this object.
  std::vector<UnaryMethod> Methods() const;

 private:
  // A waiver, a write-off or a refund.
  template <typename Request>
  absl::StatusOr<Answer> Relieve(const Incoming& in, const Request& request) const;

  absl::StatusOr<Answer> Announce(const Incoming& in,
                                  const v1::AnnouncePaymentRequest& request) const;
  absl::StatusOr<Answer> Post(const Incoming& in, const v1::PostPaymentRequest& request) const;
  absl::StatusOr<Answer> Settle(const Incoming& in, const v1::SettlePaymentRequest& request) const;
  absl::StatusOr<Answer> Return(const Incoming& in, const v1::ReturnPaymentRequest& request) const;
  absl::StatusOr<Answer> Receive(const Incoming& in,
                                 const v1::ReceiveUnidentifiedPaymentRequest& request) const;
  absl::StatusOr<Answer> Assign(const Incoming& in, const v1::AssignPaymentRequest& request) const;
  absl::Status Get(const Incoming& in, const v1::GetPaymentRequest& request,
                   v1::Payment& response) const;
  absl::Status List(const Incoming& in, const v1::ListPaymentsRequest& request,
                    v1::ListPaymentsResponse& response) const;
  absl::Status ListSuspense(const Incoming& in, const v1::ListSuspenseRequest& request,
                            v1::ListSuspenseResponse& response) const;

  Day LatestToday() const;

  ServiceParts parts_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_MONEY_METHODS_H_
