// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/files.h"

#include <filesystem>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"

namespace parley::cli {

absl::StatusOr<std::ifstream> OpenFile(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return absl::InvalidArgumentError(absl::StrCat(path, " is a folder"));
  }
  std::ifstream file(path, std::ios::binary);
  if (file.is_open()) return file;
  if (std::filesystem::exists(path, ignored)) {
    return absl::PermissionDeniedError(absl::StrCat("the file ", path, " cannot be read"));
  }
  return absl::NotFoundError(absl::StrCat("there is no file ", path));
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  PARLEY_ASSIGN_OR_RETURN(std::ifstream file, OpenFile(path));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

absl::Status WriteFile(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file.is_open()) {
    return absl::PermissionDeniedError(absl::StrCat("the file ", path, " cannot be written"));
  }
  if (file << content << std::flush) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat("the file ", path, " could not be written whole"));
}

}  // namespace parley::cli
