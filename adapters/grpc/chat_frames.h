// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CHAT_FRAMES_H_
#define PARLEY_ADAPTERS_GRPC_CHAT_FRAMES_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "application/messages/send_message.h"
#include "application/ports/chat_hints.h"
#include "application/ports/plain_words.h"
#include "domain/communication/inbound/inbound_item.h"
#include "parley/v1/chat.pb.h"

namespace parley::grpc_api {

// What callers who chat are told.

v1::ChatResponse OpenedFrame(Direction side);
v1::ChatResponse HintFrame(ChatHintKind kind, std::int64_t line);

// What became of what the team said: kept, or what the rules of contact say to it.
v1::ChatResponse AnswerFrame(const std::string& id, const SendMessage::Sent& sent,
                             const Voice& voice);
// What the person said is kept.
v1::ChatResponse AnswerFrame(const std::string& id, const InboundItem& item);

// Why something is not said. Only for what the caller can do something about.
v1::ChatResponse RefusedFrame(const std::string& id, const absl::Status& status);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CHAT_FRAMES_H_
