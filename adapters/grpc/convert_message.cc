// SPDX-License-Identifier: Apache-2.0
// The numbers of the domain's words are those of the API.
#include "adapters/grpc/convert_message.h"

#include <cstddef>
#include <string>
#include <utility>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_contact.h"
#include "adapters/grpc/convert_template_value.h"
#include "adapters/grpc/names.h"
#include "application/dispatch/take_reports.h"
#include "domain/common/text.h"
#include "domain/communication/message/sms_length.h"

namespace parley::grpc_api {
namespace {

constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kLongestOccasion = 200;

SendMessage::Command ReadOrder(const std::string& parent, const v1::MessageOrder& order,
                               Violations& violations) {
  SendMessage::Command command;
  command.debtor = ReadDebtorName(parent, "parent", violations).value_or(DebtorId());
  RequireText(violations, "order.template_key", order.template_key(), kLongestKey);
  command.order.template_key = order.template_key();
  command.order.values = ReadTemplateValues(order.values(), "order.values", violations);
  if (order.channel() != v1::CHANNEL_UNSPECIFIED) {
    command.channel = static_cast<Channel>(order.channel());
  }
  command.contact = ReadOrderContact(order, command.debtor, violations);
  return command;
}

// A text message has one part.
std::optional<SmsLength> LengthOf(Channel channel, const MessageWords& words) {
  if (channel != Channel::kSms || words.parts.empty()) return std::nullopt;
  return MeasureSms(words.parts.front().text.Reveal());
}

void Write(const SmsLength& length, v1::SmsLength& out) {
  out.set_encoding(static_cast<v1::SmsEncoding>(length.encoding));
  out.set_units(length.units);
  out.set_segments(length.segments);
}

}  // namespace

SendMessage::Command ReadPreviewMessage(const v1::PreviewMessageRequest& request,
                                        Violations& violations) {
  CheckLanguageCode(request.language_code(), violations);
  return ReadOrder(request.parent(), request.order(), violations);
}

SendMessage::Command ReadSendMessage(const v1::SendMessageRequest& request,
                                     Violations& violations) {
  SendMessage::Command command = ReadOrder(request.parent(), request.order(), violations);
  AllowText(violations, "occasion", request.occasion(), kLongestOccasion);
  command.occasion = request.occasion();
  command.expires =
      ReadTime(request.has_expire_time(), request.expire_time(), "expire_time", violations)
          .value_or(absl::InfiniteFuture());
  CheckLanguageCode(request.language_code(), violations);
  return command;
}

ReleaseText::Command ReadReleaseText(const v1::ReleaseTextRequest& request,
                                     Violations& violations) {
  ReleaseText::Command command;
  command.debtor = ReadDebtorName(request.parent(), "parent", violations).value_or(DebtorId());
  command.language = request.language_code();
  command.text = SensitiveText(request.text());
  command.reason = request.reason();
  CheckLanguageCode(request.language_code(), violations);
  RequireText(violations, "text", request.text(), kLongestProse, Lines::kMany);
  RequireText(violations, "reason", request.reason(), kLongestReason, Lines::kMany);
  return command;
}

DeliveryReport ReadReportDelivery(const v1::ReportDeliveryRequest& request, absl::Time now,
                                  Violations& violations) {
  DeliveryReport report;
  const CommunicationName name =
      ReadCommunicationName(request.name(), "name", violations).value_or(CommunicationName());
  report.provider = std::string(kGateway);
  report.communication = name.communication;
  report.reference = request.provider_reference();
  report.news.event = static_cast<DeliveryEvent>(request.event());
  report.news.at =
      ReadTime(request.has_event_time(), request.event_time(), "event_time", violations)
          .value_or(now);
  if (report.news.at > now) violations.Add("event_time", Fault::kDateInFuture);
  return report;
}

void Write(const MessageWords& words, v1::MessageWords& out) {
  out.set_template_key(words.template_key);
  out.set_template_version(words.template_version);
  out.set_tenants_own(words.is_tenants_own);
  out.set_language_code(words.language.format);
  out.set_language_source(static_cast<v1::LanguageSource>(words.language.source));
  if (words.language.fell_back_from.has_value()) {
    out.set_fell_back_from(static_cast<v1::LanguageSource>(*words.language.fell_back_from));
  }
  for (const SetPart& part : words.parts) {
    v1::MessagePart& added = *out.add_parts();
    added.set_kind(static_cast<v1::MessagePartKind>(part.kind));
    added.set_heading(part.heading);
    added.set_text(part.text.Reveal());
  }
}

void Write(const Message& message, v1::Message& out) {
  out.set_name(NameOf(CommunicationName{message.debtor, message.id}));
  out.set_etag(WriteEtag(message.revision));
  out.set_channel(static_cast<v1::Channel>(message.channel));
  out.set_state(static_cast<v1::MessageState>(message.state));
  out.set_end(static_cast<v1::MessageEnd>(message.end));
  out.set_template_key(message.order.template_key);
  out.set_occasion(message.occasion);
  Write(message.not_before, *out.mutable_not_before_time());
  if (message.expires != absl::InfiniteFuture()) {
    Write(message.expires, *out.mutable_expire_time());
  }
  out.set_attempts(message.attempts);
  if (message.words.has_value()) Write(*message.words, *out.mutable_words());
  out.set_provider(message.provider);
  out.set_provider_code(message.provider_code);
  out.set_released(message.was_released);
  if (message.follows.has_value()) {
    out.set_follows(NameOf(CommunicationName{message.debtor, *message.follows}));
  }
  out.set_actor(message.asked_by);
  Write(message.created_time, *out.mutable_create_time());
  Write(message.updated_time, *out.mutable_update_time());
}

void Write(const PreviewMessage::Result& preview, DebtorId debtor, const Voice& voice,
           v1::PreviewMessageResponse& out) {
  Write(preview.judged, *out.mutable_judged_time());
  out.set_channel(static_cast<v1::Channel>(preview.contact.channel));
  if (preview.contact.point.has_value()) {
    out.set_contact_point(NameOf(ContactPointName{debtor, *preview.contact.point}));
  }
  if (preview.goes.has_value()) Write(*preview.goes, *out.mutable_dispatch_time());
  Write(preview.answer, debtor, preview.zone, voice, *out.mutable_answer());
  if (!preview.words.has_value()) return;
  Write(*preview.words, *out.mutable_words());
  const std::optional<SmsLength> length = LengthOf(preview.contact.channel, *preview.words);
  if (length.has_value()) Write(*length, *out.mutable_sms_length());
}

void Write(const SendMessage::Sent& sent, const Voice& voice, v1::SendMessageResponse& out) {
  v1::ContactVerdict& verdict = *out.mutable_verdict();
  Write(sent.verdict, verdict);
  verdict.clear_answer();
  Write(sent.verdict.answer, sent.verdict.debtor, sent.zone, voice, *verdict.mutable_answer());
  if (sent.communication.has_value()) Write(*sent.communication, *out.mutable_communication());
  if (sent.message.has_value()) Write(*sent.message, *out.mutable_message());
}

void Write(const ReleasedText& released, v1::ReleasedText& out) {
  out.set_debtor(NameOf(released.debtor));
  out.set_actor(released.actor);
  out.set_reason(released.reason);
  Write(released.released_time, *out.mutable_release_time());
}

}  // namespace parley::grpc_api
