// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_TABLE_H_
#define PARLEY_INFRA_CLI_OUTPUT_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace parley::cli {

enum class Align : std::uint8_t { kLeft, kRight };

// Rows of text in columns that line up. Amounts of one currency stand to the right, so that their
// decimal points are below each other.
class Table {
 public:
  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}

  // A row has as many cells as there are columns. Control characters are replaced.
  void Add(std::vector<std::string> cells);

  // A line of dashes under the columns named by their index.
  void AddRule(const std::vector<std::size_t>& under);

  // Each line ends in a line feed and has no blanks at its end.
  std::string Render() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    std::vector<std::size_t> ruled;
  };

  std::vector<std::size_t> Widths() const;

  std::vector<Align> columns_;
  std::vector<Row> rows_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_TABLE_H_
