// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_SHAPE_H_
#define PARLEY_ADAPTERS_GRPC_SHAPE_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "adapters/grpc/field_path.h"
#include "domain/common/violations.h"

namespace parley::grpc_api {

// What the descriptor of a message type says of a well-formed message, found once: required fields
// are there, one-ofs have one of theirs, texts hold no NUL and no control character (line feeds and
// tabs aside), enum values are known, `page_size` is not negative and `request_id` is a UUID.
// Fields that only the server sets are ignored, whatever a caller puts there.
class Shape {
 public:
  // Whether required fields of the message itself are asked for: an update fills what it changes.
  enum class Extent : bool { kWhole, kPartial };

  // A list beyond it is TOO_LONG, and its elements are not looked at: no list of the API may be
  // longer, and a message holds enough of them to keep a thread busy for hours.
  static constexpr int kMostElements = 500;

  // False when a list is beyond kMostElements; then the message is to be read no further.
  bool Check(const google::protobuf::Message& message, const FieldPath* path, Extent extent,
             Violations& violations) const;

  // True when a text that a caller sent, anywhere in the message, is such a one.
  bool HasText(const google::protobuf::Message& message,
               absl::FunctionRef<bool(std::string_view)> is_such) const;

  // Takes out what only the server sets.
  void ClearOutputOnly(google::protobuf::Message& message) const;

 private:
  friend class Shapes;

  enum class Kind : std::uint8_t { kPlain, kText, kEnum, kMessage, kPageSize, kRequestId };

  struct Field {
    const google::protobuf::FieldDescriptor* descriptor;
    Kind kind;
    bool required;
    const Shape* nested;   // Of a kMessage.
    Extent nested_extent;  // kPartial for the resource of an update.
  };

  static Kind KindOf(const google::protobuf::FieldDescriptor& field);
  static bool IsFilled(const google::protobuf::Message& message, const Field& field);
  static bool CheckEach(const google::protobuf::Message& message, const Field& field,
                        FieldPath path, Violations& violations);
  static bool CheckOne(const google::protobuf::Message& message, const Field& field,
                       const FieldPath& path, Violations& violations);
  static void CheckEnum(const google::protobuf::Message& message, const Field& field,
                        const FieldPath& path, Violations& violations);
  static void CheckText(const google::protobuf::Message& message, const Field& field,
                        const FieldPath& path, Violations& violations);

  std::vector<Field> fields_;
  std::vector<const google::protobuf::FieldDescriptor*> output_only_;
  std::vector<const google::protobuf::OneofDescriptor*> one_ofs_;
  bool clears_ = false;  // True when this type or one below has fields that only the server sets.
};

// The shapes of message types, each made once.
class Shapes {
 public:
  const Shape& Of(const google::protobuf::Descriptor& type);

 private:
  void Compile(const google::protobuf::Descriptor& type, Shape& shape);

  std::map<const google::protobuf::Descriptor*, std::unique_ptr<Shape>> shapes_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_SHAPE_H_
