// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_RPC_DYNAMIC_CALL_H_
#define PARLEY_INFRA_CLI_RPC_DYNAMIC_CALL_H_

#include <memory>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "infra/cli/client/client.h"

namespace parley::cli {

// Gives the next message to send; null when there is no more. An error ends the call.
using NextRequest = absl::FunctionRef<absl::StatusOr<std::unique_ptr<google::protobuf::Message>>()>;

// Takes a message that came.
using TakeResponse = absl::FunctionRef<void(const google::protobuf::Message&)>;

// Calls a method that is known by its descriptor alone, whatever it streams: messages come and go
// side by side. Errors: the server's with their details, and those of `next`.
absl::Status CallDynamically(const Client& client, const google::protobuf::MethodDescriptor& method,
                             NextRequest next, TakeResponse take);

// An empty message of a type of the API.
std::unique_ptr<google::protobuf::Message> NewMessage(const google::protobuf::Descriptor& type);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_RPC_DYNAMIC_CALL_H_
