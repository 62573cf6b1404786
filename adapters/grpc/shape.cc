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
    const bool repeated = field.descriptor->is_repeated();
    FieldPath here{path, field.descriptor->name()};
    if (field.required && extent == Extent::kWhole && !IsFilled(message, field)) {
      violations.Add(here.ToString(), Fault::kRequired);
      continue;
    }
    if (field.kind == Kind::kPlain) continue;
    const int count = CountOf(message, *field.descriptor);
    if (count > kMostElements) {
      violations.Add(here.ToString(), Fault::kTooLong);
      readable = false;
      continue;
    }
    for (int i = 0; i < count; ++i) {
      here.index = repeated ? i : -1;
      readable = CheckOne(message, field, here, violations) && readable;
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
  for (const Field& field : fields_) {
    const bool is_text = field.kind == Kind::kText || field.kind == Kind::kRequestId;
    if (!is_text && field.kind != Kind::kMessage) continue;
    const int count = CountOf(message, *field.descriptor);
    for (int i = 0; i < count; ++i) {
      const int index = field.descriptor->is_repeated() ? i : -1;
      const bool found =
          is_text ? is_such(TextAt(message, *field.descriptor, index, scratch))
                  : field.nested->HasText(MessageAt(message, *field.descriptor, index), is_such);
      if (found) return true;
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

bool Shape::IsFilled(const Message& message, const Field& field) {
  // Without presence, HasField tells whether the value is another than the default.
  return field.descriptor->is_repeated()
             ? message.GetReflection()->FieldSize(message, field.descriptor) > 0
             : message.GetReflection()->HasField(message, field.descriptor);
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
    case Kind::kEnum: {
      const int number = EnumAt(message, *field.descriptor, path.index);
      if (field.descriptor->enum_type()->FindValueByNumber(number) == nullptr) {
        violations.Add(path.ToString(), Fault::kUnknownValue);
      }
      break;
    }
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
    Shape::Field field{descriptor, Kind::kPlain, rules.required(), nullptr, Shape::Extent::kWhole};
    if (descriptor->type() == FieldDescriptor::TYPE_STRING) {
      field.kind = descriptor->name() == "request_id" ? Kind::kRequestId : Kind::kText;
    } else if (descriptor->type() == FieldDescriptor::TYPE_ENUM) {
      field.kind = Kind::kEnum;
    } else if (descriptor->type() == FieldDescriptor::TYPE_MESSAGE) {
      field.kind = Kind::kMessage;
      field.nested = &Of(*descriptor->message_type());
      field.nested_extent = update ? Shape::Extent::kPartial : Shape::Extent::kWhole;
      shape.clears_ = shape.clears_ || field.nested->clears_;
    } else if (descriptor->name() == "page_size") {
      field.kind = Kind::kPageSize;
    }
    if (field.kind != Kind::kPlain || field.required) shape.fields_.push_back(field);
  }
  for (int i = 0; i < type.real_oneof_decl_count(); ++i) {
    shape.one_ofs_.push_back(type.oneof_decl(i));
  }
  shape.clears_ = shape.clears_ || !shape.output_only_.empty();
}

}  // namespace parley::grpc_api
