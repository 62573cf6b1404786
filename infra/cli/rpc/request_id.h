// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_RPC_REQUEST_ID_H_
#define PARLEY_INFRA_CLI_RPC_REQUEST_ID_H_

#include <string>

#include "google/protobuf/message.h"

namespace parley::cli {

// A random UUID (version 4).
std::string NewRequestId();

// Fills `request_id` where the message has that field and it is empty. Returns what then stands
// there; empty when the message has no such field.
std::string FillRequestId(google::protobuf::Message& message);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_RPC_REQUEST_ID_H_
