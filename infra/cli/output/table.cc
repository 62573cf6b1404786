// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

constexpr std::size_t kGap = 2;

std::string Padded(const std::string& cell, std::size_t width, Align align) {
  const std::string blanks(width - std::min(width, WidthOf(cell)), ' ');
  return align == Align::kRight ? blanks + cell : cell + blanks;
}

}  // namespace

void Table::Add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = Printable(cell);
  rows_.push_back({.cells = std::move(cells)});
}

void Table::AddRule(const std::vector<std::size_t>& under) {
  rows_.push_back({.cells = std::vector<std::string>(columns_.size()), .ruled = under});
}

std::vector<std::size_t> Table::Widths() const {
  std::vector<std::size_t> widths(columns_.size());
  for (const Row& row : rows_) {
    for (std::size_t at = 0; at < widths.size(); ++at) {
      widths[at] = std::max(widths[at], WidthOf(row.cells[at]));
    }
  }
  return widths;
}

std::string Table::Render() const {
  const std::vector<std::size_t> widths = Widths();
  std::string text;
  for (const Row& row : rows_) {
    std::string line;
    for (std::size_t at = 0; at < widths.size(); ++at) {
      const bool ruled = std::find(row.ruled.begin(), row.ruled.end(), at) != row.ruled.end();
      if (at > 0) line.append(kGap, ' ');
      line +=
          ruled ? std::string(widths[at], '-') : Padded(row.cells[at], widths[at], columns_[at]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

}  // namespace parley::cli
