// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/field_setter.h"

#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace parley::cli {
namespace {

using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::string_view kUnspecified = "UNSPECIFIED";

// "ENTRY_KIND_" for the enum whose first value is ENTRY_KIND_UNSPECIFIED.
std::string PrefixOf(const google::protobuf::EnumDescriptor& type) {
  const std::string& first = type.value(0)->name();
  return first.substr(0, first.size() - kUnspecified.size());
}

Message& Element(Message& holder, const FieldDescriptor& field, int index) {
  const Reflection& reflection = *holder.GetReflection();
  if (!field.is_repeated()) return *reflection.MutableMessage(&holder, &field);
  while (reflection.FieldSize(holder, &field) <= index) reflection.AddMessage(&holder, &field);
  return *reflection.MutableRepeatedMessage(&holder, &field, index);
}

}  // namespace

FieldSetter::FieldSetter(const Column& column) : bucket_(column.bucket) {
  const google::protobuf::Descriptor* type = v1::ImportRow::descriptor();
  for (const absl::string_view part : absl::StrSplit(column.path, '.')) {
    if (type == nullptr) sound_ = false;
    if (!sound_) return;
    AddStep(*type, std::string(part));
    type = sound_ ? steps_.back().field->message_type() : nullptr;
  }
  // Amounts of the opening are elements that are made, all else is a field that is set.
  const bool element = bucket_ != v1::BUCKET_UNSPECIFIED;
  sound_ = sound_ && (type != nullptr) == element;
}

void FieldSetter::AddStep(const google::protobuf::Descriptor& type, const std::string& part) {
  const std::size_t bracket = part.find('[');
  Step step{type.FindFieldByName(part.substr(0, bracket)), 0};
  if (bracket != std::string::npos) {
    const std::string index = part.substr(bracket + 1, part.size() - bracket - 2);
    sound_ = absl::SimpleAtoi(index, &step.index);
  }
  sound_ = sound_ && step.field != nullptr;
  steps_.push_back(step);
}

std::optional<Fault> FieldSetter::Set(std::string cell, v1::ImportRow& row) const {
  if (bucket_ != v1::BUCKET_UNSPECIFIED) {
    v1::OpeningAmount& amount = *row.mutable_debt()->add_opening();
    amount.set_bucket(bucket_);
    amount.set_amount(std::move(cell));
    return std::nullopt;
  }
  Message& holder = Holder(row);
  const FieldDescriptor& field = *steps_.back().field;
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) return SetEnum(cell, holder);
  holder.GetReflection()->SetString(&holder, &field, std::move(cell));
  return std::nullopt;
}

Message& FieldSetter::Holder(v1::ImportRow& row) const {
  Message* holder = &row;
  for (std::size_t at = 0; at + 1 < steps_.size(); ++at) {
    holder = &Element(*holder, *steps_[at].field, steps_[at].index);
  }
  return *holder;
}

std::optional<Fault> FieldSetter::SetEnum(const std::string& cell, Message& holder) const {
  const FieldDescriptor& field = *steps_.back().field;
  const google::protobuf::EnumDescriptor& type = *field.enum_type();
  const EnumValueDescriptor* value = type.FindValueByName(PrefixOf(type) + cell);
  if (value == nullptr || value->number() == 0) return Fault::kUnknownValue;
  holder.GetReflection()->SetEnum(&holder, &field, value);
  return std::nullopt;
}

}  // namespace parley::cli
