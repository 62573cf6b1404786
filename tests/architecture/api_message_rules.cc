// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "parley/v1/options.pb.h"
#include "tests/architecture/api_descriptors.h"
#include "tests/architecture/api_rules.h"

namespace parley::architecture {

namespace pb = google::protobuf;

namespace {

using Field = pb::FieldDescriptor;

bool IsPersonal(const Field& field) { return field.options().GetExtension(v1::pii); }

void CheckDates(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachField(file, [&](const Field& field) {
    const bool day = field.name() == "date" || absl::EndsWith(field.name(), "_date");
    if (day && field.type() != Field::TYPE_STRING) {
      complaints.push_back(absl::StrCat(field.full_name(), ": a civil day is a string"));
    }
  });
}

void CheckTimes(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachField(file, [&](const Field& field) {
    const bool stamp = field.message_type() != nullptr &&
                       field.message_type()->full_name() == "google.protobuf.Timestamp";
    if (stamp != absl::EndsWith(field.name(), "_time")) {
      complaints.push_back(
          absl::StrCat(field.full_name(), ": *_time, and nothing else, is a Timestamp"));
    }
  });
}

void CheckNumbers(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachField(file, [&](const Field& field) {
    if (field.cpp_type() == Field::CPPTYPE_DOUBLE || field.cpp_type() == Field::CPPTYPE_FLOAT) {
      complaints.push_back(absl::StrCat(field.full_name(), ": there is no floating point"));
    }
    if (field.name() == "minor_units" && field.type() != Field::TYPE_INT64) {
      complaints.push_back(absl::StrCat(field.full_name(), ": minor units are an int64"));
    }
  });
}

void CheckZeroValues(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachEnum(file, [&](const pb::EnumDescriptor& declared) {
    const pb::EnumValueDescriptor& first = *declared.value(0);
    if (first.number() != 0 || !absl::EndsWith(first.name(), "_UNSPECIFIED")) {
      complaints.push_back(absl::StrCat(declared.full_name(), ": begins at _UNSPECIFIED"));
    }
  });
}

void CheckStates(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachField(file, [&](const Field& field) {
    const bool of_resource = field.containing_type()->FindFieldByName("name") != nullptr;
    const bool state = of_resource && (field.name() == "status" || field.name() == "state");
    if (state && !field.options().GetExtension(v1::field).output_only()) {
      complaints.push_back(absl::StrCat(field.full_name(), ": a state is output only"));
    }
  });
}

void CheckResources(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMessage(file, [&](const pb::Descriptor& message) {
    const bool changes = message.FindFieldByName("update_time") != nullptr;
    const Field* etag = message.FindFieldByName("etag");
    if (changes && (etag == nullptr || etag->type() != Field::TYPE_STRING)) {
      complaints.push_back(absl::StrCat(message.full_name(), ": what can change has an etag"));
    }
  });
}

void CheckPersonalFields(const pb::FileDescriptor& file, Complaints& complaints) {
  constexpr auto kPersonal = std::to_array<std::string_view>(
      {"agreement_reference", "birth_date", "email", "phone_number", "postal_address"});
  ForEachField(file, [&](const Field& field) {
    const bool known = std::count(kPersonal.begin(), kPersonal.end(), field.name()) > 0;
    if (known && !IsPersonal(field)) {
      complaints.push_back(absl::StrCat(field.full_name(), ": is personal data, so mark it"));
    }
    const bool can_be = field.type() == Field::TYPE_STRING || field.type() == Field::TYPE_BYTES;
    if (IsPersonal(field) && !can_be) {
      complaints.push_back(
          absl::StrCat(field.full_name(), ": only a text or bytes are marked personal"));
    }
  });
}

// Adds what is personal in a message and in all that it holds.
void FindPersonal(const pb::Descriptor& message, const std::string& path,
                  std::set<const pb::Descriptor*>& seen, Complaints& complaints) {
  if (!seen.insert(&message).second) return;
  for (int at = 0; at < message.field_count(); ++at) {
    const Field& field = *message.field(at);
    const std::string here = absl::StrCat(path, ".", field.name());
    if (IsPersonal(field)) complaints.push_back(here + ": an event holds no personal data");
    if (field.message_type() != nullptr) {
      FindPersonal(*field.message_type(), here, seen, complaints);
    }
  }
}

void CheckEvents(const pb::FileDescriptor& file, Complaints& complaints) {
  const pb::Descriptor* event = file.FindMessageTypeByName("Event");
  std::set<const pb::Descriptor*> seen;
  if (event != nullptr) FindPersonal(*event, event->full_name(), seen, complaints);
}

void CheckImports(const pb::FileDescriptor& file, Complaints& complaints) {
  for (int at = 0; at < file.dependency_count(); ++at) {
    const std::string& imported = file.dependency(at)->name();
    if (!absl::StartsWith(imported, "parley/") && !absl::StartsWith(imported, "google/protobuf/")) {
      complaints.push_back(absl::StrCat(file.name(), ": imports ", imported));
    }
  }
}

void CheckExtensionNumbers(const pb::FileDescriptor& file, Complaints& complaints) {
  constexpr int kFirstPrivate = 50000;
  constexpr int kLastPrivate = 99999;
  for (int at = 0; at < file.extension_count(); ++at) {
    const Field& extension = *file.extension(at);
    if (extension.number() < kFirstPrivate || extension.number() > kLastPrivate) {
      complaints.push_back(absl::StrCat(extension.full_name(), ": its number is not private"));
    }
  }
}

// True for a comment whose first word is a verb in the third person and that ends as a sentence.
bool IsSentence(std::string_view comment) {
  const std::size_t start = comment.find_first_not_of(' ');
  if (start == std::string_view::npos) return false;
  const std::string_view text = comment.substr(start);
  const std::string_view word = text.substr(0, text.find(' '));
  return word.size() >= 2 && std::isupper(static_cast<unsigned char>(word.front())) != 0 &&
         word.back() == 's' && text.find('.') != std::string_view::npos;
}

template <typename Declaration>
void CheckComment(const Declaration& declaration, Complaints& complaints) {
  if (!IsSentence(CommentOf(declaration))) {
    complaints.push_back(absl::StrCat(declaration.full_name(),
                                      ": its comment is to begin with a verb in the third person"));
  }
}

void CheckComments(const pb::FileDescriptor& file, Complaints& complaints) {
  ForEachMessage(file, [&](const pb::Descriptor& message) {
    CheckComment(message, complaints);
    for (int at = 0; at < message.real_oneof_decl_count(); ++at) {
      CheckComment(*message.oneof_decl(at), complaints);
    }
  });
  ForEachField(file, [&](const Field& field) { CheckComment(field, complaints); });
  ForEachMethod(file,
                [&](const pb::MethodDescriptor& method) { CheckComment(method, complaints); });
  ForEachEnum(file, [&](const pb::EnumDescriptor& declared) {
    CheckComment(declared, complaints);
    for (int at = 0; at < declared.value_count(); ++at) {
      CheckComment(*declared.value(at), complaints);
    }
  });
  for (int at = 0; at < file.service_count(); ++at) CheckComment(*file.service(at), complaints);
  for (int at = 0; at < file.extension_count(); ++at) CheckComment(*file.extension(at), complaints);
}

}  // namespace

std::vector<ApiRule> MessageRulesOfTheApi() {
  return {
      {"ACivilDayIsAString", CheckDates},
      {"AnInstantIsATimestamp", CheckTimes},
      {"MoneyIsCountedInWholeMinorUnits", CheckNumbers},
      {"AnEnumBeginsAtUnspecified", CheckZeroValues},
      {"AStateIsOutputOnly", CheckStates},
      {"WhatCanChangeHasAnEtag", CheckResources},
      {"PersonalDataIsMarked", CheckPersonalFields},
      {"AnEventHoldsNoPersonalData", CheckEvents},
      {"TheProtosStandAlone", CheckImports},
      {"AnOptionHasAPrivateNumber", CheckExtensionNumbers},
      {"EveryElementIsExplained", CheckComments},
  };
}

}  // namespace parley::architecture
