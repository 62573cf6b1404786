// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/rpc/json.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "infra/cli/rpc/dynamic_call.h"
#include "nlohmann/json.hpp"

namespace parley::cli {

using google::protobuf::Message;

absl::StatusOr<std::unique_ptr<Message>> MessageFromJson(const google::protobuf::Descriptor& type,
                                                         const std::string& json) {
  std::unique_ptr<Message> message = NewMessage(type);
  const auto status = google::protobuf::util::JsonStringToMessage(json, message.get());
  if (!status.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat("the JSON is no ", type.full_name(), ": ", std::string(status.message())));
  }
  return message;
}

std::string MessageToJson(const Message& message, JsonShape shape) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = shape == JsonShape::kIndented;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
  if (!status.ok()) return absl::StrCat("(unprintable: ", std::string(status.message()), ")\n");
  if (json.empty() || json.back() != '\n') json.push_back('\n');
  return json;
}

absl::StatusOr<std::vector<std::string>> SplitJsonArray(const std::string& json) {
  const nlohmann::ordered_json value = nlohmann::ordered_json::parse(json, nullptr, false);
  if (value.is_discarded()) return absl::InvalidArgumentError("the request is not JSON");
  if (!value.is_array()) return std::vector<std::string>{json};
  std::vector<std::string> elements;
  for (const auto& element : value) elements.push_back(element.dump());
  return elements;
}

}  // namespace parley::cli
