// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_FIELD_PATH_H_
#define PARLEY_ADAPTERS_GRPC_FIELD_PATH_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

namespace parley::grpc_api {

// Where a walk through a message stands, such as `entries[2].amount.currency_code`. The steps lie
// on the walker's stack; the text is made only for a field that is wrong.
struct FieldPath {
  const FieldPath* parent = nullptr;
  std::string_view name;
  int index = -1;  // Of a repeated field.

  std::string ToString() const;
};

// The way from a message to one field of text in it, such as `debtor.name`, found once.
class FieldRoute {
 public:
  FieldRoute() = default;
  // `path` names fields of the type, joined by dots; the last is of text.
  FieldRoute(const google::protobuf::Descriptor& type, std::string_view path);

  bool empty() const { return steps_.empty(); }

  // The field's text; empty where the message does not fill it. `scratch` may hold the text.
  std::string_view Read(const google::protobuf::Message& message, std::string& scratch) const;

 private:
  std::vector<const google::protobuf::FieldDescriptor*> steps_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_FIELD_PATH_H_
