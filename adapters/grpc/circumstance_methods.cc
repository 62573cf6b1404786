// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/circumstance_methods.h"

#include "adapters/grpc/convert_circumstance.h"
#include "adapters/grpc/part_pages.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {

std::vector<UnaryMethod> CircumstanceMethods::Methods() const {
  return {OnMutation("RecordCircumstance", this, &CircumstanceMethods::Record),
          OnMutation("ReviseCircumstance", this, &CircumstanceMethods::Update),
          OnMutation("EndCircumstance", this, &CircumstanceMethods::End)};
}

absl::StatusOr<Answer> CircumstanceMethods::Record(
    const Incoming& in, const v1::RecordCircumstanceRequest& request) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const auto told =
      ReadCircumstance(debtor, request.circumstance(), parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.circumstances.Record(in.call, debtor, told,
                                                 PartEncoder(debtor, WriteCircumstance));
}

absl::StatusOr<Answer> CircumstanceMethods::Update(
    const Incoming& in, const v1::ReviseCircumstanceRequest& request) const {
  const auto command = ReadReviseCircumstance(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.circumstances.Change(
      in.call, command, PartEncoder(command.reference.debtor, WriteCircumstance));
}

absl::StatusOr<Answer> CircumstanceMethods::End(const Incoming& in,
                                                const v1::EndCircumstanceRequest& request) const {
  const auto command = ReadEndCircumstance(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.circumstances.Finish(
      in.call, command, PartEncoder(command.reference.debtor, WriteCircumstance));
}

}  // namespace parley::grpc_api
