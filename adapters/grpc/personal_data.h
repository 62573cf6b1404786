// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_PERSONAL_DATA_H_
#define PARLEY_ADAPTERS_GRPC_PERSONAL_DATA_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/common/id.h"

namespace parley::grpc_api {

// Where a message type holds personal data, by its fields marked (parley.v1.pii); found once, so
// that a type without any costs nothing.
class PersonalData {
 public:
  bool possible() const { return !own_.empty() || !nested_.empty(); }

  // Takes all of it out of a message.
  void Clear(google::protobuf::Message& message) const;

  // The debtors whose data the message shows, each once for every record that shows some. A record
  // belongs to the debtor of its `name`; one without a name to `under`.
  void CollectSubjects(const google::protobuf::Message& message, std::optional<DebtorId> under,
                       std::vector<DebtorId>& subjects) const;

 private:
  friend class PersonalDataIndex;

  struct Nested {
    const google::protobuf::FieldDescriptor* field;
    const PersonalData* data;
  };

  std::vector<const google::protobuf::FieldDescriptor*> own_;
  std::vector<Nested> nested_;
  const google::protobuf::FieldDescriptor* name_ = nullptr;
};

// The personal data of message types, each found once.
class PersonalDataIndex {
 public:
  const PersonalData& Of(const google::protobuf::Descriptor& type);

 private:
  void Compile(const google::protobuf::Descriptor& type, PersonalData& data);

  std::map<const google::protobuf::Descriptor*, std::unique_ptr<PersonalData>> data_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_PERSONAL_DATA_H_
