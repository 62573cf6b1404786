// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CRYPTO_FILES_H_
#define PARLEY_ADAPTERS_CRYPTO_FILES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace parley {

// Who may read a file of keys.
enum class Secrecy : bool { kPublic, kSecret };

// The whole of a regular file of at most `most` bytes. A secret one must be closed to everybody but
// its owner and group. Errors: one sentence for an operator, with the path and never the content.
absl::StatusOr<std::string> ReadKeyMaterial(const std::string& path, Secrecy secrecy,
                                            std::size_t most);

// Makes a file, a secret one with mode 0600, and brings it and its name to the disk. Half a file is
// never left behind. Errors: ALREADY_EXISTS, else that of the system.
absl::Status WriteNewFile(const std::string& path, std::string_view content, Secrecy secrecy);

// Puts a public file in the place of another, so that a reader sees the old or the new one whole,
// also after a crash. Errors: that of the system.
absl::Status ReplaceFile(const std::string& path, std::string_view content);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_CRYPTO_FILES_H_
