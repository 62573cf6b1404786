// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/communication_service.h"

#include <string>
#include <string_view>
#include <utility>

#include "adapters/grpc/communication_filter.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_contact.h"
#include "adapters/grpc/convert_message.h"
#include "adapters/grpc/names.h"
#include "domain/common/status_macros.h"

namespace parley::grpc_api {
namespace {

std::string EncodedCall(const LoggedCommunication& communication) {
  v1::Communication out;
  Write(communication, out);
  return out.SerializeAsString();
}

// Nothing of a rehearsal is kept, so that nothing of it has a name.
std::string EncodedRehearsal(const LoggedCommunication& communication) {
  v1::Communication out;
  Write(communication, out);
  out.clear_name();
  out.clear_etag();
  return out.SerializeAsString();
}

std::string EncodedMessage(const LoggedMessage& one) {
  v1::Message out;
  Write(one.message, out);
  return out.SerializeAsString();
}

template <typename Request>
MessageChange ReadChange(const Request& request, Violations& violations) {
  const CommunicationName name =
      ReadCommunicationName(request.name(), "name", violations).value_or(CommunicationName());
  return {name.debtor, name.communication, ReadEtag(request.etag())};
}

}  // namespace

std::vector<UnaryMethod> CommunicationService::Methods() const {
  return {OnRead("EvaluateContact", this, &CommunicationService::Evaluate),
          OnMutation("StartCallTask", this, &CommunicationService::StartTask),
          OnMutation("RecordCall", this, &CommunicationService::Record),
          OnRead("GetCommunication", this, &CommunicationService::Get),
          OnRead("ListCommunications", this, &CommunicationService::List),
          OnRead("ListVerdicts", this, &CommunicationService::ListVerdicts),
          OnRead("PreviewMessage", this, &CommunicationService::Preview),
          OnMutation("SendMessage", this, &CommunicationService::Send),
          OnRead("GetMessage", this, &CommunicationService::GetMessage),
          OnMutation("CancelMessage", this, &CommunicationService::Cancel),
          OnMutation("ReleaseMessage", this, &CommunicationService::Release),
          OnMutation("ReleaseText", this, &CommunicationService::ReleaseWords),
          OnMutation("ReportDelivery", this, &CommunicationService::Report)};
}

absl::Status CommunicationService::Evaluate(const Incoming& in,
                                            const v1::EvaluateContactRequest& request,
                                            v1::EvaluateContactResponse& response) const {
  const EvaluateContact::Query query = ReadEvaluateContact(request, in.call.tenant, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(auto result, parts_.application.evaluate_contact.Handle(query));
  Write(std::move(result), query.debtor, parts_.application.words.In(request.language_code()),
        response);
  return absl::OkStatus();
}

absl::StatusOr<Answer> CommunicationService::StartTask(
    const Incoming& in, const v1::StartCallTaskRequest& request) const {
  const StartCall::Command command = ReadStartCall(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const Voice& voice = parts_.application.words.In(request.language_code());
  const auto encode = [&](const Decided& decided) {
    v1::CallTask out;
    Write(decided, voice, out);
    if (in.call.validate_only) {
      out.clear_communication();
      out.clear_dial_before_time();
      out.mutable_verdict()->clear_name();
      out.mutable_verdict()->clear_communication();
    }
    return out.SerializeAsString();
  };
  return parts_.application.start_call.Handle(in.call, command, encode);
}

absl::StatusOr<Answer> CommunicationService::Record(const Incoming& in,
                                                    const v1::RecordCallRequest& request) const {
  const RecordCall::Command command = ReadRecordCall(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.record_call.Handle(
      in.call, command, in.call.validate_only ? EncodedRehearsal : EncodedCall);
}

absl::Status CommunicationService::Get(const Incoming& in,
                                       const v1::GetCommunicationRequest& request,
                                       v1::Communication& response) const {
  const CommunicationName name =
      ReadCommunicationName(request.name(), "name", in.violations).value_or(CommunicationName());
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication found,
                          parts_.application.contact_log.GetCommunication(
                              in.call.tenant, name.debtor, name.communication));
  Write(found, response);
  return absl::OkStatus();
}

absl::Status CommunicationService::List(const Incoming& in,
                                        const v1::ListCommunicationsRequest& request,
                                        v1::ListCommunicationsResponse& response) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  const CommunicationFilter filter = ReadCommunicationFilter(request.filter(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent(), request.filter()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<LoggedCommunication> found,
      parts_.application.contact_log.ListCommunications(in.call.tenant, debtor, filter,
                                                        CommunicationId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {found.back().id.uuid()}));
  }
  for (const LoggedCommunication& one : found) Write(one, *response.add_communications());
  return absl::OkStatus();
}

absl::Status CommunicationService::ListVerdicts(const Incoming& in,
                                                const v1::ListVerdictsRequest& request,
                                                v1::ListVerdictsResponse& response) const {
  const DebtorId debtor =
      ReadDebtorName(request.parent(), "parent", in.violations).value_or(DebtorId());
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const std::vector<std::string_view> arguments = {request.parent()};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Uuid> after,
                          parts_.pages.Open(in.call, arguments, request.page_token(), 1));
  const int size = ReadPageSize(request.page_size());
  PARLEY_ASSIGN_OR_RETURN(std::vector<StoredVerdict> found,
                          parts_.application.contact_log.ListVerdicts(
                              in.call.tenant, debtor, VerdictId(after.front()), size + 1));
  if (found.size() > static_cast<std::size_t>(size)) {
    found.pop_back();
    response.set_next_page_token(parts_.pages.Seal(in.call, arguments, {found.back().id.uuid()}));
  }
  for (const StoredVerdict& verdict : found) Write(verdict, *response.add_verdicts());
  return absl::OkStatus();
}

absl::Status CommunicationService::Preview(const Incoming& in,
                                           const v1::PreviewMessageRequest& request,
                                           v1::PreviewMessageResponse& response) const {
  const SendMessage::Command command = ReadPreviewMessage(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const PreviewMessage::Result preview,
                          parts_.application.preview_message.Handle(in.call, command));
  Write(preview, command.debtor, parts_.application.words.In(request.language_code()), response);
  return absl::OkStatus();
}

absl::StatusOr<Answer> CommunicationService::Send(const Incoming& in,
                                                  const v1::SendMessageRequest& request) const {
  const SendMessage::Command command = ReadSendMessage(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const Voice& voice = parts_.application.words.In(request.language_code());
  const auto encode = [&](const SendMessage::Sent& sent) {
    v1::SendMessageResponse out;
    Write(sent, voice, out);
    if (in.call.validate_only) {
      out.clear_communication();
      if (out.has_message()) {
        out.mutable_message()->clear_name();
        out.mutable_message()->clear_etag();
      }
      out.mutable_verdict()->clear_name();
      out.mutable_verdict()->clear_communication();
    }
    return out.SerializeAsString();
  };
  return parts_.application.send_message.Handle(in.call, command, encode);
}

absl::Status CommunicationService::GetMessage(const Incoming& in,
                                              const v1::GetMessageRequest& request,
                                              v1::Message& response) const {
  const CommunicationName name =
      ReadCommunicationName(request.name(), "name", in.violations).value_or(CommunicationName());
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const Message found,
                          parts_.application.message_queue.GetMessage(
                              in.call.tenant, {name.debtor, name.communication}));
  Write(found, response);
  return absl::OkStatus();
}

absl::StatusOr<Answer> CommunicationService::Cancel(const Incoming& in,
                                                    const v1::CancelMessageRequest& request) const {
  const MessageChange change = ReadChange(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.cancel_message.Handle(in.call, change, EncodedMessage);
}

absl::StatusOr<Answer> CommunicationService::Release(
    const Incoming& in, const v1::ReleaseMessageRequest& request) const {
  const MessageChange change = ReadChange(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  return parts_.application.release_message.Handle(in.call, change, EncodedMessage);
}

absl::StatusOr<Answer> CommunicationService::ReleaseWords(
    const Incoming& in, const v1::ReleaseTextRequest& request) const {
  const ReleaseText::Command command = ReadReleaseText(request, in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  const auto encode = [](const ReleasedText& released) {
    v1::ReleasedText out;
    Write(released, out);
    return out.SerializeAsString();
  };
  return parts_.application.release_text.Handle(in.call, command, encode);
}

absl::StatusOr<Answer> CommunicationService::Report(
    const Incoming& in, const v1::ReportDeliveryRequest& request) const {
  const DebtorId debtor = ReadCommunicationName(request.name(), "name", in.violations)
                              .value_or(CommunicationName())
                              .debtor;
  const DeliveryReport report = ReadReportDelivery(request, parts_.clock.Now(), in.violations);
  PARLEY_RETURN_IF_ERROR(in.violations.ToStatus());
  PARLEY_RETURN_IF_ERROR(parts_.application.delivery_reports.TakeFor(in.call, debtor, report));
  PARLEY_ASSIGN_OR_RETURN(
      const Message message,
      parts_.application.message_queue.GetMessage(in.call.tenant, {debtor, report.communication}));
  v1::ReportDeliveryResponse out;
  Write(message, *out.mutable_message());
  return Answer{out.SerializeAsString()};
}

}  // namespace parley::grpc_api
