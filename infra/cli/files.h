// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_FILES_H_
#define PARLEY_INFRA_CLI_FILES_H_

#include <fstream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace parley::cli {

// Opens a file for reading. Errors: NOT_FOUND, or PERMISSION_DENIED when it is there.
absl::StatusOr<std::ifstream> OpenFile(const std::string& path);

// A whole file. Errors: those of OpenFile.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// Writes a whole file, over what was there. Errors: PERMISSION_DENIED, DATA_LOSS.
absl::Status WriteFile(const std::string& path, const std::string& content);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_FILES_H_
