// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/personal_data.h"

#include <string>

#include "adapters/grpc/names.h"
#include "parley/v1/options.pb.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Calls `visit` with each message that the field holds.
template <typename Visit>
void ForEach(const Message& message, const FieldDescriptor& field, Visit visit) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) {
    if (reflection->HasField(message, &field)) visit(reflection->GetMessage(message, &field));
    return;
  }
  const int count = reflection->FieldSize(message, &field);
  for (int i = 0; i < count; ++i) visit(reflection->GetRepeatedMessage(message, &field, i));
}

std::optional<DebtorId> DebtorOfName(const Message& message, const FieldDescriptor* name) {
  if (name == nullptr) return std::nullopt;
  std::string scratch;
  return DebtorIn(message.GetReflection()->GetStringReference(message, name, &scratch));
}

}  // namespace

void PersonalData::Clear(Message& message) const {
  const auto* reflection = message.GetReflection();
  for (const FieldDescriptor* field : own_) reflection->ClearField(&message, field);
  for (const Nested& nested : nested_) {
    if (!nested.field->is_repeated()) {
      if (!reflection->HasField(message, nested.field)) continue;
      nested.data->Clear(*reflection->MutableMessage(&message, nested.field));
      continue;
    }
    const int count = reflection->FieldSize(message, nested.field);
    for (int i = 0; i < count; ++i) {
      nested.data->Clear(*reflection->MutableRepeatedMessage(&message, nested.field, i));
    }
  }
}

void PersonalData::CollectSubjects(const Message& message, std::optional<DebtorId> under,
                                   std::vector<DebtorId>& subjects) const {
  const auto* reflection = message.GetReflection();
  const std::optional<DebtorId> named = DebtorOfName(message, name_);
  const std::optional<DebtorId> subject = named.has_value() ? named : under;
  for (const FieldDescriptor* field : own_) {
    const bool shown = field->is_repeated() ? reflection->FieldSize(message, field) > 0
                                            : reflection->HasField(message, field);
    if (!shown || !subject.has_value()) continue;
    subjects.push_back(*subject);
    break;
  }
  for (const Nested& nested : nested_) {
    ForEach(message, *nested.field,
            [&](const Message& inner) { nested.data->CollectSubjects(inner, subject, subjects); });
  }
}

const PersonalData& PersonalDataIndex::Of(const Descriptor& type) {
  std::unique_ptr<PersonalData>& data = data_[&type];
  if (data == nullptr) {
    data = std::make_unique<PersonalData>();
    Compile(type, *data);
  }
  return *data;
}

void PersonalDataIndex::Compile(const Descriptor& type, PersonalData& data) {
  data.name_ = type.FindFieldByName("name");
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor* field = type.field(i);
    if (field->options().GetExtension(v1::pii)) {
      data.own_.push_back(field);
    } else if (field->type() == FieldDescriptor::TYPE_MESSAGE) {
      const PersonalData& nested = Of(*field->message_type());
      if (nested.possible()) data.nested_.push_back({field, &nested});
    }
  }
}

}  // namespace parley::grpc_api
