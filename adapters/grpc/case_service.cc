// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/case_service.h"

#include <utility>

#include "adapters/grpc/convert_cases.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {

std::vector<UnaryMethod> CaseService::Methods() const {
  std::vector<UnaryMethod> methods = {
      OnMutation("OpenComplaint", this, &CaseService::Open),
      OnMutation("AcknowledgeComplaint", this, &CaseService::Acknowledge),
      OnMutation("AnswerComplaint", this, &CaseService::Respond),
      OnMutation("CloseComplaint", this, &CaseService::Close),
      OnMutation("ReopenComplaint", this, &CaseService::Reopen),
      OnRead("GetComplaint", this, &CaseService::Get),
      OnRead("ListComplaints", this, &CaseService::List)};
  for (UnaryMethod& method : disputes_.Methods()) methods.push_back(std::move(method));
  return methods;
}

absl::StatusOr<Answer> CaseService::Open(const Incoming& in,
                                         const v1::OpenComplaintRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto told = ReadComplaint(debtor, request.complaint(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complaints.Open(in.call, debtor, told,
                                            PartEncoder(debtor, WriteComplaint));
}

absl::StatusOr<Answer> CaseService::Acknowledge(
    const Incoming& in, const v1::AcknowledgeComplaintRequest& request) const {
  const auto reference = ReadPart<ComplaintId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complaints.Acknowledge(in.call, reference,
                                                   PartEncoder(reference.debtor, WriteComplaint));
}

absl::StatusOr<Answer> CaseService::Respond(const Incoming& in,
                                            const v1::AnswerComplaintRequest& request) const {
  const auto command = ReadAnswerComplaint(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complaints.Respond(
      in.call, command, PartEncoder(command.reference.debtor, WriteComplaint));
}

absl::StatusOr<Answer> CaseService::Close(const Incoming& in,
                                          const v1::CloseComplaintRequest& request) const {
  const auto command = ReadCloseComplaint(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complaints.Finish(
      in.call, command, PartEncoder(command.reference.debtor, WriteComplaint));
}

absl::StatusOr<Answer> CaseService::Reopen(const Incoming& in,
                                           const v1::ReopenComplaintRequest& request) const {
  const auto reference = ReadPart<ComplaintId>(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.complaints.Reopen(in.call, reference,
                                              PartEncoder(reference.debtor, WriteComplaint));
}

absl::Status CaseService::Get(const Incoming& in, const v1::GetComplaintRequest& request,
                              v1::Complaint& response) const {
  return OnePart<ComplaintId>(parts_, in, request, &DebtorRecord::complaints,
                              Reason::kComplaintNotFound, WriteComplaint, response);
}

absl::Status CaseService::List(const Incoming& in, const v1::ListComplaintsRequest& request,
                               v1::ListComplaintsResponse& response) const {
  return PageOfParts<v1::ListComplaintsRequest, v1::ListComplaintsResponse, Complaint>(
      parts_, in, request, &DebtorRecord::complaints,
      [&](DebtorId debtor, const Complaint& one) {
        WriteComplaint(debtor, one, *response.add_complaints());
      },
      response);
}

}  // namespace parley::grpc_api
