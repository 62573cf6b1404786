// SPDX-License-Identifier: Apache-2.0
#include "adapters/policy/policy_file.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "adapters/policy/built_in.h"

namespace parley::policy {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> PathsAt(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error)) return {path};
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".textproto") paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string Content(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

bool IsOfMessage(const PolicyFile& file, std::string_view message) {
  return file.text.find(absl::StrCat("proto-message: ", std::string(message), "\n")) !=
         std::string_view::npos;
}

std::vector<PolicyFile> BuiltInFiles() {
  std::vector<PolicyFile> files;
  for (const BuiltIn& file : BuiltIns()) {
    files.push_back({absl::StrCat(std::string(file.name), ".textproto"), file.content});
  }
  return files;
}

absl::StatusOr<FolderFiles> ReadFiles(const std::string& path) {
  const std::vector<fs::path> paths = PathsAt(path);
  if (paths.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.textproto in the folder ", path));
  }
  FolderFiles read;
  read.contents.reserve(paths.size());
  for (const fs::path& one : paths) {
    read.contents.push_back(Content(one));
    read.files.push_back({one.string(), read.contents.back()});
  }
  return read;
}

}  // namespace parley::policy
