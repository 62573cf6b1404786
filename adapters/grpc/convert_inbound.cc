// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_inbound.h"

#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"

namespace parley::grpc_api {
namespace {

constexpr std::string_view kInboxParent = "inbox";

v1::InboundIntent WriteIntent(Intent intent) {
  return static_cast<v1::InboundIntent>(static_cast<int>(intent) + 1);
}

std::vector<DebtId> ReadDebts(const google::protobuf::RepeatedPtrField<std::string>& names,
                              std::optional<DebtorId> debtor, Violations& violations) {
  std::vector<DebtId> debts;
  for (int at = 0; at < names.size(); ++at) {
    const std::string field = absl::StrCat("debts[", at, "]");
    const std::optional<DebtName> name = ReadDebtName(names.Get(at), field, violations);
    if (!name.has_value()) continue;
    if (name->debtor != debtor) AddOnce(violations, field, Fault::kReferenceUnknown);
    debts.push_back(name->debt);
  }
  return debts;
}

std::vector<InboundAttachment> ReadAttachments(const v1::ReceiveInboundRequest& request) {
  std::vector<InboundAttachment> attachments;
  for (const v1::InboundAttachment& one : request.attachments()) {
    attachments.push_back({.name = SensitiveText(one.name()),
                           .media_type = one.media_type(),
                           .size = one.size_bytes(),
                           .digest = one.digest(),
                           .where = SensitiveText(one.where())});
  }
  return attachments;
}

// What it answers names the debtor, too; another one than that of the parent is none of theirs.
void ReadAnswered(const v1::ReceiveInboundRequest& request, ReceiveInbound::Command& command,
                  Violations& violations) {
  if (!request.answers_message().empty() && request.in_reply_to().empty()) {
    command.answers = CommunicationId::Parse(request.answers_message());
    if (!command.answers.has_value()) {
      AddOnce(violations, "answers_message", Fault::kMalformed);
    }
    return;
  }
  if (request.in_reply_to().empty()) return;
  const auto name = ReadCommunicationName(request.in_reply_to(), "in_reply_to", violations);
  if (!name.has_value()) return;
  if (command.debtor.value_or(name->debtor) != name->debtor) {
    AddOnce(violations, "in_reply_to", Fault::kReferenceUnknown);
  }
  command.debtor = name->debtor;
  command.answers = name->communication;
}

void WriteContent(const InboundContent& content, v1::InboundItem& out) {
  out.set_from(content.from.Reveal());
  out.set_to(content.to.Reveal());
  out.set_subject(content.subject.Reveal());
  out.set_text(content.text.Reveal());
  out.set_text_rest(content.rest.Reveal());
  out.set_rest_bytes(static_cast<std::int64_t>(content.rest.Reveal().size()));
  out.set_cards_masked(content.cards_masked);
  out.set_provider(content.provider);
  out.set_provider_id(content.provider_id);
  for (const InboundAttachment& one : content.attachments) {
    v1::InboundAttachment& added = *out.add_attachments();
    added.set_name(one.name.Reveal());
    added.set_media_type(one.media_type);
    added.set_size_bytes(one.size);
    added.set_digest(one.digest);
    added.set_where(one.where.Reveal());
  }
}

void WriteHearing(const InboundItem& item, v1::InboundItem& out) {
  const std::string& text = item.content.text.Reveal();
  for (const Intent intent : IntentsOf(item)) out.add_intents(WriteIntent(intent));
  if (item.heard.has_value()) {
    out.set_language_code(item.heard->language);
    for (const InboundLabel& label : item.heard->labels) {
      v1::InboundLabel& added = *out.add_labels();
      added.set_intent(WriteIntent(label.intent));
      added.set_evidence(std::string(label.evidence.In(text)));
      added.set_source(static_cast<v1::LabelSource>(static_cast<int>(label.source) + 1));
      added.set_rule(label.rule);
      added.set_confidence_percent(label.confidence_percent);
    }
  }
  for (const LabelCorrection& one : item.corrections) {
    v1::LabelCorrection& added = *out.add_corrections();
    for (const Intent intent : one.intents) added.add_intents(WriteIntent(intent));
    added.set_actor(one.actor);
    Write(one.time, *added.mutable_correct_time());
    added.set_reason(one.reason.Reveal());
  }
  for (const TakenReaction& one : item.reactions) {
    v1::InboundReaction& added = *out.add_reactions();
    added.set_what(one.what);
    added.set_because(WriteIntent(one.intent));
    added.set_evidence(std::string(one.evidence.In(text)));
    if (!one.subject.IsNil()) added.set_subject_id(one.subject.ToString());
    added.set_note(one.note.Reveal());
  }
}

std::string NameOfCommunication(DebtorId debtor, const std::optional<CommunicationId>& id) {
  return id.has_value() ? NameOf(CommunicationName{debtor, *id}) : std::string();
}

}  // namespace

ReceiveInbound::Command ReadReceiveInbound(const v1::ReceiveInboundRequest& request,
                                           Violations& violations) {
  ReceiveInbound::Command command;
  if (!request.parent().empty()) {
    command.debtor = ReadDebtorName(request.parent(), "parent", violations);
  }
  command.channel = static_cast<Channel>(request.channel());
  command.received =
      ReadTime(request.has_receive_time(), request.receive_time(), "receive_time", violations);
  command.content.from = SensitiveText(request.from());
  command.content.to = SensitiveText(request.to());
  command.content.subject = SensitiveText(request.subject());
  command.content.provider = request.provider();
  command.content.provider_id = request.provider_id();
  command.content.attachments = ReadAttachments(request);
  command.automatic = request.automatic();
  if (!request.text().empty() && !request.raw_text().empty()) {
    AddOnce(violations, "raw_text", Fault::kUnknownValue);
  }
  command.text = request.raw_text().empty() ? request.text() : request.raw_text();
  ReadAnswered(request, command, violations);
  command.debts = ReadDebts(request.debts(), command.debtor, violations);
  return command;
}

MatchInbound::Command ReadMatchInbound(const v1::MatchInboundRequest& request,
                                       Violations& violations) {
  MatchInbound::Command command;
  const CommunicationName name =
      ReadInboundName(request.name(), "name", violations).value_or(CommunicationName());
  command.item = name.communication;
  command.debtor = ReadDebtorName(request.debtor(), "debtor", violations).value_or(DebtorId());
  command.debts = ReadDebts(request.debts(), command.debtor, violations);
  command.etag = ReadEtag(request.etag());
  return command;
}

JudgeInbound::Reference ReadInboundReference(const std::string& name, const std::string& etag,
                                             Violations& violations) {
  const CommunicationName read =
      ReadInboundName(name, "name", violations).value_or(CommunicationName());
  return {read.debtor, read.communication, ReadEtag(etag)};
}

JudgeInbound::Correction ReadLabelInbound(const v1::LabelInboundRequest& request,
                                          Violations& violations) {
  JudgeInbound::Correction correction;
  correction.of = ReadInboundReference(request.name(), request.etag(), violations);
  for (int at = 0; at < request.intents_size(); ++at) {
    const int number = request.intents(at);
    const bool known = number > 0 && number <= static_cast<int>(kIntentCount);
    if (known) {
      correction.intents.push_back(static_cast<Intent>(number - 1));
    } else {
      AddOnce(violations, absl::StrCat("intents[", at, "]"), Fault::kUnknownValue);
    }
  }
  correction.reason = SensitiveText(request.reason());
  return correction;
}

JudgeInbound::Ending ReadAnswerInbound(const v1::AnswerInboundRequest& request,
                                       Violations& violations) {
  JudgeInbound::Ending ending;
  ending.of = ReadInboundReference(request.name(), request.etag(), violations);
  ending.no_answer_reason = SensitiveText(request.no_answer_reason());
  if (request.answer().empty()) return ending;
  const auto answer = ReadCommunicationName(request.answer(), "answer", violations);
  if (!answer.has_value()) return ending;
  if (answer->debtor != ending.of.debtor) AddOnce(violations, "answer", Fault::kReferenceUnknown);
  ending.answer = answer->communication;
  return ending;
}

DebtorId ReadInboundParent(const std::string& parent, Violations& violations) {
  if (parent == kInboxParent) return DebtorId();
  return ReadDebtorName(parent, "parent", violations).value_or(DebtorId());
}

InboundPosition ReadInboundPosition(const std::vector<Uuid>& ids) {
  return {!ids.front().IsNil(), CommunicationId(ids.back())};
}

std::vector<Uuid> WriteInboundPosition(const InboundItem& last) {
  Uuid::Bytes bytes{};
  bytes.back() = IsUnanswered(last.state) ? 0 : 1;
  return {Uuid(bytes), last.id.uuid()};
}

void Write(const InboundItem& item, v1::InboundItem& out) {
  const DebtorId debtor = item.debtor;
  out.set_name(InboundName({debtor, item.id}));
  out.set_channel(static_cast<v1::Channel>(item.channel));
  Write(item.received, *out.mutable_receive_time());
  WriteContent(item.content, out);
  out.set_state(static_cast<v1::InboundState>(item.state));
  out.set_matched_by(static_cast<v1::InboundMatch>(item.matched_by));
  if (item.point.has_value()) out.set_contact_point(NameOf(ContactPointName{debtor, *item.point}));
  for (const DebtId debt : item.debts) out.add_debts(NameOf(DebtName{debtor, debt}));
  out.set_in_reply_to(NameOfCommunication(debtor, item.in_reply_to));
  WriteHearing(item, out);
  if (item.suspends_until.has_value()) {
    Write(*item.suspends_until, *out.mutable_suspend_until_time());
  }
  out.set_triaged_by(item.triaged_by);
  out.set_answer(NameOfCommunication(debtor, item.answer));
  out.set_no_answer_reason(item.no_answer_reason.Reveal());
  out.set_ended_by(item.ended_by);
  if (item.state == InboundState::kMovedAway) out.set_moved_to(NameOf(item.claimed_for));
  out.set_actor(item.actor);
  out.set_etag(WriteEtag(item.revision));
  Write(item.created_time, *out.mutable_create_time());
  Write(item.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
