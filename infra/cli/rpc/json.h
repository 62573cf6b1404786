// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_RPC_JSON_H_
#define PARLEY_INFRA_CLI_RPC_JSON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"

namespace parley::cli {

enum class JsonShape : std::uint8_t { kOneLine, kIndented };

// A message of a type as its JSON says. Field names may be written as in the protos or in
// lowerCamelCase. Errors: INVALID_ARGUMENT for other text, for an unknown field and for a value
// that its field cannot hold.
absl::StatusOr<std::unique_ptr<google::protobuf::Message>> MessageFromJson(
    const google::protobuf::Descriptor& type, const std::string& json);

// Fields bear the names of the protos; zeros and empty texts are shown. Ends in a line feed.
std::string MessageToJson(const google::protobuf::Message& message, JsonShape shape);

// The elements of a JSON array, or the text itself when it is no array. Errors: INVALID_ARGUMENT.
absl::StatusOr<std::vector<std::string>> SplitJsonArray(const std::string& json);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_RPC_JSON_H_
