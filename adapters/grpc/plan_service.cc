// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/plan_service.h"

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {

std::vector<UnaryMethod> PlanService::Methods() const {
  return {OnMutation("RecordPromise", this, &PlanService::Record),
          OnMutation("CancelPromise", this, &PlanService::Cancel),
          OnRead("ListPromises", this, &PlanService::List)};
}

absl::StatusOr<Answer> PlanService::Record(const Incoming& in,
                                           const v1::RecordPromiseRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto told = ReadPromise(debtor, request.promise(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.promises.Handle(in.call, debtor, told,
                                            PartEncoder(debtor, WritePromise));
}

absl::StatusOr<Answer> PlanService::Cancel(const Incoming& in,
                                           const v1::CancelPromiseRequest& request) const {
  const auto command = ReadCancelPromise(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.promises.Handle(in.call, command,
                                            PartEncoder(command.reference.debtor, WritePromise));
}

absl::Status PlanService::List(const Incoming& in, const v1::ListPromisesRequest& request,
                               v1::ListPromisesResponse& response) const {
  return PageOfParts<v1::ListPromisesRequest, v1::ListPromisesResponse, Promise>(
      parts_, in, request, &DebtorRecord::promises,
      [&](DebtorId debtor, const Promise& one) {
        WritePromise(debtor, one, *response.add_promises());
      },
      response);
}

}  // namespace parley::grpc_api
