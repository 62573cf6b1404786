// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/life_methods.h"

#include <string>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_work.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const Debt& debt) {
  v1::Debt out;
  Write(debt, out);
  return out.SerializeAsString();
}

std::string EncodedChange(const ChangedDebt& changed, bool rehearsal) {
  v1::ChangedDebt out;
  Write(changed.debt, *out.mutable_debt());
  if (changed.waiting.has_value()) Write(*changed.waiting, rehearsal, *out.mutable_work_item());
  return out.SerializeAsString();
}

std::string EncodedDone(const ChangedDebt& changed) { return EncodedChange(changed, false); }
std::string EncodedRehearsal(const ChangedDebt& changed) { return EncodedChange(changed, true); }

Encode<ChangedDebt> EncoderFor(const Call& call) {
  return call.validate_only ? EncodedRehearsal : EncodedDone;
}

// What all of these requests have: which debt, and why.
template <typename Request>
DebtVersion ReadReference(const Request& request, Violations& violations) {
  const DebtName name = ReadDebtName(request.name(), "name", violations).value_or(DebtName());
  Violations more;
  AllowText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  return {name.debtor, name.debt, ReadEtag(request.etag())};
}

}  // namespace

std::vector<UnaryMethod> LifeMethods::Methods() const {
  return {OnMutation("CloseDebt", this, &LifeMethods::Close),
          OnMutation("RecallDebt", this, &LifeMethods::Recall),
          OnMutation("DecideDebt", this, &LifeMethods::Decide),
          OnMutation("ReopenDebt", this, &LifeMethods::Reopen)};
}

absl::StatusOr<Answer> LifeMethods::Close(const Incoming& in,
                                          const v1::CloseDebtRequest& request) const {
  const DebtVersion reference = ReadReference(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const Closing closing{static_cast<CloseCode>(request.code()), SensitiveText(request.reason())};
  return parts_.application.close_debt.Handle(in.call, {reference, closing}, EncoderFor(in.call));
}

absl::StatusOr<Answer> LifeMethods::Recall(const Incoming& in,
                                           const v1::RecallDebtRequest& request) const {
  const DebtVersion reference = ReadReference(request, in.violations);
  if (request.force() && request.reason().empty()) {
    AddOnce(in.violations, "reason", Fault::kRequired);
  }
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.recall_debt.Handle(
      in.call, {reference, request.force(), SensitiveText(request.reason())}, Encoded);
}

absl::StatusOr<Answer> LifeMethods::Decide(const Incoming& in,
                                           const v1::DecideDebtRequest& request) const {
  const DebtVersion reference = ReadReference(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const DecisionMade made{static_cast<Decision>(request.decision() - v1::DECISION_RESUME),
                          SensitiveText(request.reason())};
  return parts_.application.decide_debt.Handle(in.call, {reference, made}, EncoderFor(in.call));
}

absl::StatusOr<Answer> LifeMethods::Reopen(const Incoming& in,
                                           const v1::ReopenDebtRequest& request) const {
  const DebtVersion reference = ReadReference(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.reopen_debt.Handle(
      in.call, {reference, SensitiveText(request.reason())}, Encoded);
}

}  // namespace parley::grpc_api
