// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_VERDICT_FILE_H_
#define PARLEY_INFRA_CLI_IMPORT_VERDICT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "infra/cli/import/verdict.h"

namespace parley::cli {

// What an import is about. A verdict file belongs to one import and goes on with no other.
struct ImportIdentity {
  std::string inputs;   // A digest of the files.
  std::string options;  // Those that change verdicts.
  std::string server;   // The address.
};

// The verdicts of an import, kept as they come: a CSV file behind a first line that says what
// import it belongs to. An import that was interrupted goes on where its file ends.
class VerdictFile {
 public:
  enum class Start : bool { kResume, kAfresh };

  // Makes the file, or reads the one that is there. A line that was cut off by a crash is taken
  // away. Errors: FAILED_PRECONDITION when the file is no verdict file, belongs to another import
  // (telling what differs) or is in use by another process; else that of the system.
  static absl::StatusOr<VerdictFile> Open(const std::string& path, const ImportIdentity& identity,
                                          Start start);

  VerdictFile(VerdictFile&& other) noexcept;
  VerdictFile& operator=(VerdictFile&&) = delete;
  VerdictFile(const VerdictFile&) = delete;
  VerdictFile& operator=(const VerdictFile&) = delete;
  ~VerdictFile();

  // True when the row with this number has its verdict.
  bool Has(std::int64_t row) const;

  // Of all verdicts in the file.
  const Tally& tally() const { return tally_; }

  // Adds verdicts and hands them to the system before it returns. Errors: that of the system.
  absl::Status Append(std::span<const Verdict> verdicts);

 private:
  VerdictFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  absl::Status Lock() const;
  absl::Status Load(const ImportIdentity& identity);
  absl::Status LoadVerdicts(std::string_view content);
  absl::Status Begin(const ImportIdentity& identity);
  absl::Status Truncate(std::size_t size) const;
  absl::Status Write(std::string_view text) const;
  absl::Status SystemError(const std::string& what) const;
  void Count(std::int64_t row, const std::string& outcome);

  std::string path_;
  int descriptor_;  // -1 once it was moved from.
  absl::flat_hash_set<std::int64_t> has_;
  Tally tally_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_VERDICT_FILE_H_
