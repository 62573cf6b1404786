// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ARCHITECTURE_API_RULES_H_
#define PARLEY_TESTS_ARCHITECTURE_API_RULES_H_

#include <string>
#include <string_view>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace parley::architecture {

// What a rule has against a file: one sentence each, which begins with the declaration's full name.
using Complaints = std::vector<std::string>;

// A convention of the API that its descriptors must keep.
struct ApiRule {
  std::string_view name;
  void (*check)(const google::protobuf::FileDescriptor& file, Complaints& complaints);
};

// The rules about services and methods.
std::vector<ApiRule> MethodRulesOfTheApi();

// The rules about messages, fields, enums and files.
std::vector<ApiRule> MessageRulesOfTheApi();

}  // namespace parley::architecture

#endif  // PARLEY_TESTS_ARCHITECTURE_API_RULES_H_
