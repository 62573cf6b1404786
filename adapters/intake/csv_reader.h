// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_INTAKE_CSV_READER_H_
#define PARLEY_ADAPTERS_INTAKE_CSV_READER_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/intake/csv_record.h"
#include "domain/common/violations.h"

namespace parley {

// What is wrong with one field of a row, or with the row as a whole (then `column` is empty).
struct CsvProblem {
  std::string column;
  Fault fault;

  friend bool operator==(const CsvProblem&, const CsvProblem&) = default;
};

// One row below the header.
struct CsvRow {
  std::int64_t line = 0;             // The line on which it begins; the header's is 1.
  std::vector<std::string> fields;   // As many as the header has; none where the row is broken.
  std::vector<CsvProblem> problems;  // None in a row that may be used.
};

// The columns that a file must and may have, in any order.
struct CsvColumns {
  std::vector<std::string> required;
  std::vector<std::string> optional;
};

// Reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark, LF or CRLF) row by row, in
// memory that does not grow with the file. A bad row is handed out with its problems, and the rows
// after it are read as if it had been good: a row whose quotes are broken is taken to be one line.
class CsvReader {
 public:
  // Longer rows are refused, so that one lost quote does not swallow the rest of the file.
  static constexpr std::size_t kLongestRow = 65536;

  // Reads the header. Errors: FIELD_INVALID, naming every column that is missing, unknown or there
  // twice. `in` must outlive the reader.
  static absl::StatusOr<CsvReader> Open(std::istream& in, const CsvColumns& columns);

  // False at the end. Blank lines are passed over. Faults: ROW_WIDTH, NOT_UTF8, CONTROL_CHARACTER
  // (a NUL), MALFORMED (quotes), TOO_LONG.
  bool Next(CsvRow& row);

  // Where a column stands in a row; none when the file lacks it.
  std::optional<std::size_t> Find(std::string_view column) const;

  // The name of the column at an index; empty when there is none.
  std::string ColumnAt(std::size_t index) const;

  // Of the file, so far.
  std::int64_t bytes_read() const { return bytes_read_; }

  // Not OK when the file could not be read to its end.
  absl::Status status() const;

 private:
  explicit CsvReader(std::istream& in) : in_(&in) {}

  bool NextRecord();
  bool SkipBlankLines();
  bool Fill();
  void Consume(std::size_t size);
  void ConsumeLine();
  void SetHeader(std::vector<std::string> names);
  void CheckFields(CsvRow& row) const;
  std::string_view rest() const {
    const std::string_view held = buffer_;
    return held.substr(begin_);
  }

  std::istream* in_;  // Never null; a pointer so that a reader can be moved.
  std::string buffer_;
  std::size_t begin_ = 0;
  bool at_end_ = false;
  std::int64_t line_ = 1;
  std::int64_t bytes_read_ = 0;
  CsvRecord record_;
  std::int64_t record_line_ = 0;
  std::optional<Fault> record_fault_;
  std::vector<std::string> header_;
  absl::flat_hash_map<std::string, std::size_t> index_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_INTAKE_CSV_READER_H_
