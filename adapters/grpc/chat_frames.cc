// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/chat_frames.h"

#include <string_view>

#include "adapters/grpc/convert_contact.h"
#include "adapters/grpc/names.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {
namespace {

// Where nothing was let out, the rules of contact said why.
constexpr std::string_view kDeferred = "GATE_DEFERRED";
constexpr std::string_view kRefused = "GATE_REFUSED";

v1::ChatResponse AcceptedFrame(const std::string& id, const CommunicationName& name) {
  v1::ChatResponse frame;
  frame.mutable_accepted()->set_id(id);
  frame.mutable_accepted()->set_communication(NameOf(name));
  return frame;
}

}  // namespace

v1::ChatResponse OpenedFrame(Direction side) {
  v1::ChatResponse frame;
  frame.mutable_opened()->set_side(side == Direction::kInbound ? v1::CONVERSATION_SIDE_PERSON
                                                               : v1::CONVERSATION_SIDE_TEAM);
  return frame;
}

v1::ChatResponse HintFrame(ChatHintKind kind, std::int64_t line) {
  v1::ChatResponse frame;
  switch (kind) {
    case ChatHintKind::kTyping:
    case ChatHintKind::kStopped:
      frame.mutable_typing()->set_typing(kind == ChatHintKind::kTyping);
      break;
    case ChatHintKind::kArrived:
    case ChatHintKind::kLeft:
      frame.mutable_presence()->set_present(kind == ChatHintKind::kArrived);
      break;
    case ChatHintKind::kRead:
      frame.mutable_read()->set_line(line);
      break;
    case ChatHintKind::kSaid:
      break;
  }
  return frame;
}

v1::ChatResponse AnswerFrame(const std::string& id, const SendMessage::Sent& sent,
                             const Voice& voice) {
  if (sent.communication.has_value()) {
    return AcceptedFrame(id, {sent.communication->debtor, sent.communication->id});
  }
  const Answered& answer = sent.verdict.answer;
  v1::ChatResponse frame;
  v1::ChatRefused& refused = *frame.mutable_refused();
  refused.set_id(id);
  Write(answer, sent.verdict.debtor, sent.zone, voice, *refused.mutable_answer());
  const bool deferred = refused.answer().decision() == v1::GATE_DECISION_DEFER;
  refused.set_reason(std::string(deferred ? kDeferred : kRefused));
  refused.set_message(refused.answer().sentence());
  return frame;
}

v1::ChatResponse AnswerFrame(const std::string& id, const InboundItem& item) {
  return AcceptedFrame(id, {item.debtor, item.id});
}

v1::ChatResponse RefusedFrame(const std::string& id, const absl::Status& status) {
  v1::ChatResponse frame;
  v1::ChatRefused& refused = *frame.mutable_refused();
  refused.set_id(id);
  const Reason reason = ReasonOf(status).value_or(Reason::kInternal);
  refused.set_reason(std::string(RowOf(reason).name));
  refused.set_message(std::string(status.message()));
  for (const Violation& violation : ViolationsOf(status)) refused.add_fields(violation.field);
  return frame;
}

}  // namespace parley::grpc_api
