// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/shape.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "domain/common/id.h"
#include "domain/common/text.h"
#include "parley/v1/options.pb.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::OneofDescriptor;

const v1::FieldRules& RulesOf(const FieldDescriptor& field) {
  return field.options().GetExtension(v1::field);
}

// How many values a field has: a repeated one any number, another 1 when it is there.
int CountOf(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (field.is_repeated()) return reflection->FieldSize(message, &field);
  const bool presence = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
  return !presence || reflection->HasField(message, &field) ? 1 : 0;
}

const Message& MessageAt(const Message& message, const FieldDescriptor& field, int index) {
  const auto* reflection = message.GetReflection();
  return index < 0 ? reflection->GetMessage(message, &field)
                   : reflection->GetRepeatedMessage(message, &field, index);
}

std::string_view TextAt(const Message& message, const FieldDescriptor& field, int index,
                        std::string& scratch) {
  const auto* reflection = message.GetReflection();
  return index < 0 ? reflection->GetStringReference(message, &field, &scratch)
                   : reflection->GetRepeatedStringReference(message, &field, index, &scratch);
}

int EnumAt(const Message& message, const FieldDescriptor& field, int index) {
  const auto* reflection = message.GetReflection();
  return index < 0 ? reflection->GetEnumValue(message, &field)
                   : reflection->GetRepeatedEnumValue(message, &field, index);
}

}  // namespace

bool Shape::Check(const Message& message, const FieldPath* path, Extent extent,
                  Violations& violations) const {
  bool readable = true;
  for (const Field& field : fields_) {
    const FieldPath here{path, field.descriptor->name()};
    if (field.required && extent == Extent::kWhole && !IsFilled(message, field)) {
      violations.Add(here.ToString(), Fault::kRequired);
    } else if (field.kind != Kind::kPlain) {
      readable = CheckEach(message, field, here, violations) && readable;
    }
  }
  for (const OneofDescriptor* one_of : one_ofs_) {
    if (message.GetReflection()->HasOneof(message, one_of)) continue;
    violations.Add(FieldPath{path, one_of->name()}.ToString(), Fault::kRequired);
  }
  return readable;
}

bool Shape::HasText(const Message& message,
                    absl::FunctionRef<bool(std::string_view)> is_such) const {
  std::string scratch;
  const auto has_such = [&](const Field& field, int index) {
    if (field.kind == Kind::kMessage) {
      return field.nested->HasText(MessageAt(message, *field.descriptor, index), is_such);
    }
    const bool is_text = field.kind == Kind::kText || field.kind == Kind::kRequestId;
    return is_text && is_such(TextAt(message, *field.descriptor, index, scratch));
  };
  for (const Field& field : fields_) {
    const int count = CountOf(message, *field.descriptor);
    for (int i = 0; i < count; ++i) {
      if (has_such(field, field.descriptor->is_repeated() ? i : -1)) return true;
    }
  }
  return false;
}

void Shape::ClearOutputOnly(Message& message) const {
  if (!clears_) return;
  const auto* reflection = message.GetReflection();
  for (const FieldDescriptor* field : output_only_) reflection->ClearField(&message, field);
  for (const Field& field : fields_) {
    if (field.kind != Kind::kMessage || !field.nested->clears_) continue;
    const int count = CountOf(message, *field.descriptor);
    for (int i = 0; i < count; ++i) {
      field.nested->ClearOutputOnly(
          field.descriptor->is_repeated()
              ? *reflection->MutableRepeatedMessage(&message, field.descriptor, i)
              : *reflection->MutableMessage(&message, field.descriptor));
    }
  }
}

Shape::Kind Shape::KindOf(const FieldDescriptor& field) {
  if (field.type() == FieldDescriptor::TYPE_ENUM) return Kind::kEnum;
  if (field.type() == FieldDescriptor::TYPE_MESSAGE) return Kind::kMessage;
  if (field.type() == FieldDescriptor::TYPE_STRING) {
    return field.name() == "request_id" ? Kind::kRequestId : Kind::kText;
  }
  return field.name() == "page_size" ? Kind::kPageSize : Kind::kPlain;
}

bool Shape::IsFilled(const Message& message, const Field& field) {
  // Without presence, HasField tells whether the value is another than the default.
  return field.descriptor->is_repeated()
             ? message.GetReflection()->FieldSize(message, field.descriptor) > 0
             : message.GetReflection()->HasField(message, field.descriptor);
}

bool Shape::CheckEach(const Message& message, const Field& field, FieldPath path,
                      Violations& violations) {
  const int count = CountOf(message, *field.descriptor);
  if (count > kMostElements) {
    violations.Add(path.ToString(), Fault::kTooLong);
    return false;
  }
  bool readable = true;
  for (int i = 0; i < count; ++i) {
    path.index = field.descriptor->is_repeated() ? i : -1;
    readable = CheckOne(message, field, path, violations) && readable;
  }
  return readable;
}

bool Shape::CheckOne(const Message& message, const Field& field, const FieldPath& path,
                     Violations& violations) {
  switch (field.kind) {
    case Kind::kPlain:
      break;
    case Kind::kText:
    case Kind::kRequestId:
      CheckText(message, field, path, violations);
      break;
    case Kind::kEnum:
      CheckEnum(message, field, path, violations);
      break;
    case Kind::kMessage:
      return field.nested->Check(MessageAt(message, *field.descriptor, path.index), &path,
                                 field.nested_extent, violations);
    case Kind::kPageSize:
      if (message.GetReflection()->GetInt32(message, field.descriptor) < 0) {
        violations.Add(path.ToString(), Fault::kNegative);
      }
      break;
  }
  return true;
}

void Shape::CheckEnum(const Message& message, const Field& field, const FieldPath& path,
                      Violations& violations) {
  const int number = EnumAt(message, *field.descriptor, path.index);
  if (field.descriptor->enum_type()->FindValueByNumber(number) != nullptr) return;
  violations.Add(path.ToString(), Fault::kUnknownValue);
}

void Shape::CheckText(const Message& message, const Field& field, const FieldPath& path,
                      Violations& violations) {
  std::string scratch;
  const std::string_view text = TextAt(message, *field.descriptor, path.index, scratch);
  const std::optional<Fault> fault =
      parley::CheckText(text, std::numeric_limits<std::size_t>::max(), Lines::kMany);
  if (fault.has_value()) return violations.Add(path.ToString(), *fault);
  if (field.kind != Kind::kRequestId || text.empty()) return;
  const std::optional<RequestId> id = RequestId::Parse(text);
  if (!id.has_value() || id->IsNil()) violations.Add(path.ToString(), Fault::kMalformed);
}

const Shape& Shapes::Of(const Descriptor& type) {
  std::unique_ptr<Shape>& shape = shapes_[&type];
  if (shape == nullptr) {
    // The shape is known before it is filled in, so that types may hold each other.
    shape = std::make_unique<Shape>();
    Compile(type, *shape);
  }
  return *shape;
}

void Shapes::Compile(const Descriptor& type, Shape& shape) {
  using Kind = Shape::Kind;
  const bool update = type.FindFieldByName("update_mask") != nullptr;
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor* descriptor = type.field(i);
    const v1::FieldRules& rules = RulesOf(*descriptor);
    if (rules.output_only()) {
      shape.output_only_.push_back(descriptor);
      continue;
    }
    Shape::Field field{descriptor, Shape::KindOf(*descriptor), rules.required(), nullptr,
                       Shape::Extent::kWhole};
    if (field.kind == Kind::kMessage) {
      field.nested = &Of(*descriptor->message_type());
      field.nested_extent = update ? Shape::Extent::kPartial : Shape::Extent::kWhole;
      shape.clears_ = shape.clears_ || field.nested->clears_;
    }
    if (field.kind != Kind::kPlain || field.required) shape.fields_.push_back(field);
  }
  for (int i = 0; i < type.real_oneof_decl_count(); ++i) {
    shape.one_ofs_.push_back(type.oneof_decl(i));
  }
  shape.clears_ = shape.clears_ || !shape.output_only_.empty();
}

}  // namespace parley::grpc_api
