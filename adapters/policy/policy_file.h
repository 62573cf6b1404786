// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POLICY_POLICY_FILE_H_
#define PARLEY_ADAPTERS_POLICY_POLICY_FILE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace parley::policy {

struct PolicyFile {
  std::string name;
  std::string_view text;
};

// True for a file whose head, as the format has it, names that message.
bool IsOfMessage(const PolicyFile& file, std::string_view message);

// The files that the program carries with it.
std::vector<PolicyFile> BuiltInFiles();

// Files of a folder with their contents, which the views of `files` point to.
struct FolderFiles {
  std::vector<std::string> contents;
  std::vector<PolicyFile> files;
};

// A file, or all *.textproto of a folder and below, by name. Errors: NOT_FOUND for none.
absl::StatusOr<FolderFiles> ReadFiles(const std::string& path);

}  // namespace parley::policy

#endif  // PARLEY_ADAPTERS_POLICY_POLICY_FILE_H_
