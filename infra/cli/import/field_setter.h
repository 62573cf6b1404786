// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_FIELD_SETTER_H_
#define PARLEY_INFRA_CLI_IMPORT_FIELD_SETTER_H_

#include <optional>
#include <string>
#include <vector>

#include "domain/common/violations.h"
#include "google/protobuf/descriptor.h"
#include "infra/cli/import/columns.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

// Puts the cells of one column where they belong in an ImportRow.
class FieldSetter {
 public:
  explicit FieldSetter(const Column& column);

  // False when the column's path names no text and no enum of an ImportRow.
  bool IsSound() const { return sound_; }

  // A fault is told where the cell cannot be put on the wire at all: a word that is none of an
  // enum's. Whether it makes sense is the server's to judge.
  std::optional<Fault> Set(std::string cell, v1::ImportRow& row) const;

 private:
  struct Step {
    const google::protobuf::FieldDescriptor* field;
    int index;  // Of the element, where the field is repeated.
  };

  void AddStep(const google::protobuf::Descriptor& type, const std::string& part);
  google::protobuf::Message& Holder(v1::ImportRow& row) const;
  std::optional<Fault> SetEnum(const std::string& cell, google::protobuf::Message& holder) const;

  v1::Bucket bucket_;
  std::vector<Step> steps_;  // From the row to the field itself.
  bool sound_ = true;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_FIELD_SETTER_H_
