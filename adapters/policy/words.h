// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_WORDS_H_
#define PARLEY_ADAPTERS_POLICY_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/generated_enum_reflection.h"
#include "google/protobuf/repeated_field.h"

namespace parley::policy {

// The domain's value for one of a proto's: both have the same word, the proto's after the name of
// its enum ("CHANNEL_CALL"). None for UNSPECIFIED, and for a number that the proto lacks.
template <typename Value>
std::optional<Value> ReadWord(const google::protobuf::EnumDescriptor& words, int number) {
  const google::protobuf::EnumValueDescriptor* const found = words.FindValueByNumber(number);
  if (found == nullptr || number == 0) return std::nullopt;
  // UNSPECIFIED shows how long the prefix is.
  const std::size_t prefix =
      words.FindValueByNumber(0)->name().size() - std::string_view("UNSPECIFIED").size();
  const std::string_view name = found->name();
  return Worded<Value>(name.substr(prefix));
}

// The domain's value, or `otherwise` where none was given.
template <typename Value, typename Proto>
Value ReadWordOr(Proto word, Value otherwise) {
  const auto* words = google::protobuf::GetEnumDescriptor<Proto>();
  return ReadWord<Value>(*words, static_cast<int>(word)).value_or(otherwise);
}

template <typename Value, typename Proto>
std::optional<Value> ReadOptionalWord(Proto word) {
  return ReadWord<Value>(*google::protobuf::GetEnumDescriptor<Proto>(), static_cast<int>(word));
}

template <typename Value, typename Proto>
EnumSet<Value> ReadWords(const google::protobuf::RepeatedField<int>& numbers) {
  EnumSet<Value> values;
  for (const int number : numbers) {
    const auto value = ReadWord<Value>(*google::protobuf::GetEnumDescriptor<Proto>(), number);
    if (value.has_value()) values.Add(*value);
  }
  return values;
}

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_WORDS_H_
