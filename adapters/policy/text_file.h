// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_TEXT_FILE_H_
#define PARLEY_ADAPTERS_POLICY_TEXT_FILE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "google/protobuf/text_format.h"

namespace parley::policy {

// A file in protobuf's text format, and what is wrong with it and where.
class TextFile {
 public:
  explicit TextFile(std::string_view name) : name_(name) {}

  // Reads the text into the message; what does not parse is a fault.
  void Parse(std::string_view text, google::protobuf::Message& message);

  // Notes a fault at a path such as "rules[3].frequency_cap.limit": at the line of the longest part
  // of it that the file holds.
  void Fault(std::string_view path, std::string_view what);

  bool sound() const { return faults_.empty(); }
  // OK, or INVALID_ARGUMENT with one fault a line.
  absl::Status ToStatus() const;

 private:
  std::string name_;
  const google::protobuf::Message* message_ = nullptr;
  google::protobuf::TextFormat::ParseInfoTree places_;
  std::vector<std::string> faults_;
};

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_TEXT_FILE_H_
