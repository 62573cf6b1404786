// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_IMPORT_IMPORT_SOURCE_H_
#define PARLEY_INFRA_CLI_IMPORT_IMPORT_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/intake/csv_reader.h"
#include "infra/cli/import/columns.h"
#include "infra/cli/import/field_setter.h"
#include "parley/v1/debt_import.pb.h"

namespace parley::cli {

// One row of the files, ready to be sent unless it has problems.
struct SourceRow {
  std::int64_t number = 0;  // Over all files, from 1.
  std::string file;         // The name of its file, without folders.
  std::int64_t line = 0;
  std::string external_ref;  // Of the debt; empty when the row is too broken to tell.
  std::string entry_ref;
  std::vector<CsvProblem> problems;
  v1::ImportRow message;
};

// The rows of debts.csv and, after them, of entries.csv. It is read once, from the start.
class ImportSource {
 public:
  // Opens the files and reads their headers; `entries_file` may be empty. Rows that name no
  // creditor get `creditor_code`. Errors: NOT_FOUND; FIELD_INVALID for a header, naming the file.
  static absl::StatusOr<ImportSource> Open(const std::string& debts_file,
                                           const std::string& entries_file,
                                           const std::string& creditor_code);

  // False at the end.
  bool Next(SourceRow& row);

  std::int64_t bytes_read() const;

  // Not OK when a file could not be read to its end.
  absl::Status status() const;

 private:
  enum class Kind : std::uint8_t { kDebts, kEntries };

  // A file with its columns. The stream stays where it is when the object moves.
  struct File {
    Kind kind;
    std::string name;
    std::unique_ptr<std::ifstream> stream;
    CsvReader reader;
    std::vector<std::pair<std::size_t, FieldSetter>> setters;
    std::size_t external_ref;
    std::optional<std::size_t> entry_ref;
  };

  explicit ImportSource(std::string creditor_code) : creditor_code_(std::move(creditor_code)) {}

  absl::Status Add(const std::string& path, Kind kind);
  void Fill(const File& file, SourceRow& row);
  void AddCreditor(Kind kind, v1::ImportRow& message) const;

  std::string creditor_code_;
  std::vector<File> files_;
  std::size_t current_ = 0;
  std::int64_t number_ = 0;
  CsvRow read_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_IMPORT_IMPORT_SOURCE_H_
