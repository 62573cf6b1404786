// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/field_path.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace parley::grpc_api {

using google::protobuf::Descriptor;
using google::protobuf::Message;

std::string FieldPath::ToString() const {
  std::string text = parent == nullptr ? std::string() : parent->ToString();
  if (!text.empty() && !name.empty()) text += '.';
  text += name;
  if (index >= 0) absl::StrAppend(&text, "[", index, "]");
  return text;
}

FieldRoute::FieldRoute(const Descriptor& type, std::string_view path) {
  if (path.empty()) return;
  const Descriptor* at = &type;
  const std::vector<std::string> names = absl::StrSplit(std::string(path), '.');
  for (const std::string& name : names) {
    const auto* field = at->FindFieldByName(name);
    GOOGLE_CHECK(field != nullptr) << type.full_name() << " has no " << path;
    steps_.push_back(field);
    at = field->message_type();
  }
}

std::string_view FieldRoute::Read(const Message& message, std::string& scratch) const {
  const Message* at = &message;
  for (const auto* step : steps_) {
    if (step->message_type() == nullptr) {
      return at->GetReflection()->GetStringReference(*at, step, &scratch);
    }
    at = &at->GetReflection()->GetMessage(*at, step);
  }
  return {};
}

}  // namespace parley::grpc_api
