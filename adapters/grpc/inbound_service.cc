// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/inbound_service.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_inbound.h"
#include "adapters/grpc/names.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string Encoded(const InboundItem& item) {
  v1::InboundItem out;
  Write(item, out);
  return out.SerializeAsString();
}

// Nothing of a rehearsal is kept, so that nothing of it has a name.
std::string EncodedNew(const InboundItem& item) {
  v1::InboundItem out;
  Write(item, out);
  out.clear_name();
  out.clear_etag();
  for (v1::InboundReaction& one : *out.mutable_reactions()) one.clear_subject_id();
  return out.SerializeAsString();
}

std::string EncodedChange(const InboundItem& item) {
  v1::InboundItem out;
  Write(item, out);
  out.clear_etag();
  return out.SerializeAsString();
}

}  // namespace

std::vector<UnaryMethod> InboundService::Methods() const {
  return {OnMutation("ReceiveInbound", this, &InboundService::Receive),
          OnRead("GetInbound", this, &InboundService::Get),
          OnRead("ListInbound", this, &InboundService::List),
          OnMutation("MatchInbound", this, &InboundService::Match),
          OnMutation("LabelInbound", this, &InboundService::Label),
          OnMutation("TriageInbound", this, &InboundService::Triage),
          OnMutation("AnswerInbound", this, &InboundService::Finish)};
}

absl::StatusOr<Answer> InboundService::Receive(const Incoming& in,
                                               const v1::ReceiveInboundRequest& request) const {
  const ReceiveInbound::Command command = ReadReceiveInbound(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.receive_inbound.Handle(in.call, command,
                                                   in.call.validate_only ? EncodedNew : Encoded);
}

absl::Status InboundService::Get(const Incoming& in, const v1::GetInboundRequest& request,
                                 v1::InboundItem& response) const {
  const CommunicationName name =
      ReadInboundName(request.name(), "name", in.violations).value_or(CommunicationName());
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(
      const InboundItem found,
      parts_.application.inbound_desk.GetInbound(in.call.tenant, name.debtor, name.communication));
  Write(found, response);
  return absl::OkStatus();
}

absl::Status InboundService::List(const Incoming& in, const v1::ListInboundRequest& request,
                                  v1::ListInboundResponse& response) const {
  const DebtorId debtor = ReadInboundParent(request.parent(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 2));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<InboundItem> found,
                          parts_.application.inbound_desk.ListInbound(
                              in.call.tenant, debtor, ReadInboundPosition(after), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(
        parts_.pages.Seal(in.call, arguments, WriteInboundPosition(found.back())));
  }
  for (const InboundItem& item : found) {
    v1::InboundItem& added = *response.add_items();
    Write(item, added);
    added.clear_text_rest();
  }
  return absl::OkStatus();
}

absl::StatusOr<Answer> InboundService::Match(const Incoming& in,
                                             const v1::MatchInboundRequest& request) const {
  const MatchInbound::Command command = ReadMatchInbound(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.match_inbound.Handle(in.call, command,
                                                 in.call.validate_only ? EncodedNew : Encoded);
}

absl::StatusOr<Answer> InboundService::Label(const Incoming& in,
                                             const v1::LabelInboundRequest& request) const {
  const JudgeInbound::Correction correction = ReadLabelInbound(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.judge_inbound.Label(in.call, correction,
                                                in.call.validate_only ? EncodedChange : Encoded);
}

absl::StatusOr<Answer> InboundService::Triage(const Incoming& in,
                                              const v1::TriageInboundRequest& request) const {
  const JudgeInbound::Reference of =
      ReadInboundReference(request.name(), request.etag(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.judge_inbound.Triage(in.call, of,
                                                 in.call.validate_only ? EncodedChange : Encoded);
}

absl::StatusOr<Answer> InboundService::Finish(const Incoming& in,
                                              const v1::AnswerInboundRequest& request) const {
  const JudgeInbound::Ending ending = ReadAnswerInbound(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.judge_inbound.Answered(in.call, ending,
                                                   in.call.validate_only ? EncodedChange : Encoded);
}

}  // namespace parley::grpc_api
