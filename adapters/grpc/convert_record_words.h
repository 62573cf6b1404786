// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_WORDS_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_WORDS_H_

#include <google/protobuf/repeated_ptr_field.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/names.h"
#include "application/debtors/record_parts.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/windows.h"
#include "domain/debtor/contact_scope.h"
#include "domain/debtor/provenance.h"
#include "parley/v1/contact_words.pb.h"

// What the parts of a debtor's record have in common. The numbers of the domain's words are those
// of the API, but where a function says otherwise.
namespace parley::grpc_api {

// The name of a part of a record; what is missing was told by the request's shape.
template <typename PartId>
std::optional<PartName<PartId>> ReadPartName(const std::string& text, const std::string& field,
                                             Violations& violations) {
  if (text.empty()) return std::nullopt;
  const auto name = ParsePartName<PartId>(text);
  if (!name.has_value()) AddOnce(violations, field, Fault::kMalformed);
  return name;
}

// The part that a verb is about, of requests with a `name` and an `etag`.
template <typename PartId, typename Request>
PartReference<PartId> ReadPart(const Request& request, Violations& violations) {
  const auto name = ReadPartName<PartId>(request.name(), "name", violations);
  if (!name.has_value()) return {};
  return {name->debtor, name->part, ReadEtag(request.etag())};
}

// None for an empty name; one of another debtor is a fault.
std::optional<ContactPointId> ReadPointOf(DebtorId debtor, const std::string& text,
                                          const std::string& field, Violations& violations);

ContactScope ReadScope(DebtorId debtor, const v1::ContactScope& in, const std::string& field,
                       Violations& violations);
std::vector<DayWindow> ReadHours(const google::protobuf::RepeatedPtrField<v1::WeeklyHours>& in,
                                 const std::string& field, Violations& violations);
// NONE is where none was given; the API counts from one more.
Place ReadPlace(v1::Place place);
PointClass ReadPointClass(v1::PointClass kind);

// The words of a list, none of which is unspecified.
template <typename Value>
std::vector<Value> ReadWords(const google::protobuf::RepeatedField<int>& in,
                             const std::string& field, Violations& violations) {
  std::vector<Value> values;
  for (int at = 0; at < in.size(); ++at) {
    if (in.Get(at) == 0) AddOnce(violations, absl::StrCat(field, "[", at, "]"), Fault::kRequired);
    values.push_back(static_cast<Value>(in.Get(at)));
  }
  return values;
}

template <typename Value>
EnumSet<Value> ReadWordSet(const google::protobuf::RepeatedField<int>& in, const std::string& field,
                           Violations& violations) {
  EnumSet<Value> set;
  for (const Value value : ReadWords<Value>(in, field, violations)) set.Add(value);
  return set;
}

// Writes the words of a set in the order of their numbers.
template <typename Word, typename Value>
void WriteWordSet(const EnumSet<Value>& set, google::protobuf::RepeatedField<int>& out) {
  const auto words = WordsOf<Value>();
  for (std::size_t number = 1; number < words.size(); ++number) {
    if (set.Has(static_cast<Value>(number))) out.Add(static_cast<Word>(number));
  }
}

// Who told it and when: a message with `source` and `told_time`. Who writes it down is filled in by
// the use case.
template <typename Message>
Provenance ReadProvenance(const Message& in, const std::string& field, absl::Time now,
                          Violations& violations) {
  const auto told = ReadTime(in.has_told_time(), in.told_time(), field + ".told_time", violations);
  return {SensitiveText(in.source()), {}, told.value_or(now), now};
}

template <typename Message>
void WriteProvenance(const Provenance& provenance, Message& out) {
  out.set_source(provenance.source.Reveal());
  Write(provenance.told, *out.mutable_told_time());
  out.set_actor(provenance.actor);
  Write(provenance.recorded, *out.mutable_create_time());
}

void WriteScope(DebtorId debtor, const ContactScope& scope, v1::ContactScope& out);
void WriteHours(const std::vector<DayWindow>& hours,
                google::protobuf::RepeatedPtrField<v1::WeeklyHours>& out);
v1::Place WritePlace(Place place);
v1::PointClass WritePointClass(PointClass kind);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_RECORD_WORDS_H_
