// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/dispute_methods.h"

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {

std::vector<UnaryMethod> DisputeMethods::Methods() const {
  return {OnMutation("OpenDispute", this, &DisputeMethods::Open),
          OnMutation("ReviewDispute", this, &DisputeMethods::Review),
          OnMutation("RequestDisputeInformation", this, &DisputeMethods::AskForMore),
          OnMutation("AnswerDispute", this, &DisputeMethods::Respond),
          OnMutation("CloseDispute", this, &DisputeMethods::Close),
          OnRead("GetDispute", this, &DisputeMethods::Get),
          OnRead("ListDisputes", this, &DisputeMethods::List)};
}

absl::StatusOr<Answer> DisputeMethods::Open(const Incoming& in,
                                            const v1::OpenDisputeRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto told = ReadDispute(debtor, request.dispute(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.disputes.Open(in.call, debtor, told, PartEncoder(debtor, WriteDispute));
}

absl::StatusOr<Answer> DisputeMethods::Review(const Incoming& in,
                                              const v1::ReviewDisputeRequest& request) const {
  const auto reference = ReadPart<DisputeId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.disputes.Review(in.call, reference,
                                            PartEncoder(reference.debtor, WriteDispute));
}

absl::StatusOr<Answer> DisputeMethods::AskForMore(
    const Incoming& in, const v1::RequestDisputeInformationRequest& request) const {
  const auto reference = ReadPart<DisputeId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.disputes.AskForMore(in.call, reference,
                                                PartEncoder(reference.debtor, WriteDispute));
}

absl::StatusOr<Answer> DisputeMethods::Respond(const Incoming& in,
                                               const v1::AnswerDisputeRequest& request) const {
  const auto command = ReadAnswerDispute(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.disputes.Respond(in.call, command,
                                             PartEncoder(command.reference.debtor, WriteDispute));
}

absl::StatusOr<Answer> DisputeMethods::Close(const Incoming& in,
                                             const v1::CloseDisputeRequest& request) const {
  const auto command = ReadCloseDispute(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.disputes.Finish(in.call, command,
                                            PartEncoder(command.reference.debtor, WriteDispute));
}

absl::Status DisputeMethods::Get(const Incoming& in, const v1::GetDisputeRequest& request,
                                 v1::Dispute& response) const {
  return OnePart<DisputeId>(parts_, in, request, &DebtorRecord::disputes, Reason::kDisputeNotFound,
                            WriteDispute, response);
}

absl::Status DisputeMethods::List(const Incoming& in, const v1::ListDisputesRequest& request,
                                  v1::ListDisputesResponse& response) const {
  return PageOfParts<v1::ListDisputesRequest, v1::ListDisputesResponse, DebtDispute>(
      parts_, in, request, &DebtorRecord::disputes,
      [&](DebtorId debtor, const DebtDispute& one) {
        WriteDispute(debtor, one, *response.add_disputes());
      },
      response);
}

}  // namespace parley::grpc_api
