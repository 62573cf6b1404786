// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_INPUTS_DIGEST_H_
#define PARLEY_INFRA_CLI_IMPORT_INPUTS_DIGEST_H_

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/statusor.h"

namespace parley::cli {

struct InputsDigest {
  std::string text;        // "sha256:" and 64 hexadecimal digits.
  std::int64_t bytes = 0;  // Of all files.
};

// A digest of the content of files, in their order. Errors: those of OpenFile.
absl::StatusOr<InputsDigest> DigestOf(std::span<const std::string> files);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_INPUTS_DIGEST_H_
