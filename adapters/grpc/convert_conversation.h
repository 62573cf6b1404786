// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_CONVERSATION_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_CONVERSATION_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "application/conversations/keep_conversation.h"
#include "application/conversations/read_lines.h"
#include "application/ports/conversations.h"
#include "domain/common/violations.h"
#include "parley/v1/conversation_service.pb.h"

namespace parley::grpc_api {

ConversationTarget ReadConversationTarget(const std::string& name, const std::string& field,
                                          const std::string& etag, Violations& violations);
ConversationFilter ReadConversationFilter(std::string_view filter, Violations& violations);

void Write(const Conversation& conversation, absl::Time now, v1::Conversation& out);
void Write(const ConversationLine& line, v1::ConversationLine& out);
void Write(const ConversationNote& note, v1::ConversationNote& out);
void Write(const HandoverSheet& sheet, absl::Time now, v1::Handover& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_CONVERSATION_H_
