// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_CONVERSATION_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_CONVERSATION_TEXT_H_

#include <string>

#include "parley/v1/conversation_service.pb.h"

namespace parley::cli {

// For people: a table, what was said line by line, and what whoever takes it over must know.
std::string ConversationsText(const v1::ListConversationsResponse& list);
std::string LineText(const v1::ConversationLine& line);
std::string HandoverText(const v1::Handover& handover);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_CONVERSATION_TEXT_H_
