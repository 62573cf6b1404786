// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/table_setter.h"

#include <algorithm>
#include <string>

namespace parley::documents {
namespace {

constexpr double kColumnGap = 14;
constexpr double kCellPadding = 5.5;  // Above and below what stands in a row.
constexpr double kNoteGap = 2;
constexpr double kEdge = 6;  // Between a table's sides and its texts.
constexpr double kLeastTextWidth = 130;
constexpr double kSmallestScale = 0.6;
constexpr double kScaleStep = 0.05;

const Type& TypeOf(PaperRowKind kind) {
  return kind == PaperRowKind::kStrong ? kBodyStrong : kBody;
}

}  // namespace

TableSetter::TableSetter(Pages& pages, const PaperTable& table)
    : pages_(pages), sheet_(pages.sheet()), table_(table), columns_(table.columns.size()) {
  ChooseWidths();
}

Type TableSetter::Sized(Type type) const {
  type.size *= scale_;
  return type;
}

double TableSetter::NaturalWidth(std::size_t column) const {
  double width = sheet_.Set(table_.columns.at(column).title, Sized(kColumnTitle)).width();
  for (const PaperRow& row : table_.rows) {
    const SetText cell = sheet_.Set(row.cells.at(column), Sized(TypeOf(row.kind)));
    width = std::max(width, cell.width());
  }
  return width;
}

// Amounts may have any length; the whole table gets smaller rather than that one is broken.
void TableSetter::ChooseWidths() {
  double text_width = 0;
  for (scale_ = 1;; scale_ -= kScaleStep) {
    text_width = kTextWidth - 2 * kEdge;
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const PaperColumnKind kind = table_.columns.at(at).kind;
      columns_.at(at).side = kind == PaperColumnKind::kAmount ? Side::kEnd : Side::kStart;
      if (at > 0) text_width -= kColumnGap;
      if (kind == PaperColumnKind::kText) {
        text_column_ = at;
      } else {
        columns_.at(at).width = NaturalWidth(at);
        text_width -= columns_.at(at).width;
      }
    }
    if (text_width >= kLeastTextWidth || scale_ <= kSmallestScale) break;
  }
  columns_.at(text_column_).width = std::max(text_width, 1.0);
  double x = kMarginLeft + kEdge;
  for (Column& column : columns_) {
    column.x = x;
    x += column.width + kColumnGap;
  }
}

TableSetter::SetRow TableSetter::Set(const std::vector<std::string>& cells,
                                     const Type& type) const {
  SetRow row;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const Column& column = columns_.at(at);
    // A line that is as wide as its column must not be broken for a rounding's sake.
    const double width = at == text_column_ ? column.width : 0;
    row.cells.push_back(sheet_.Set(cells.at(at), Sized(type), {width, Side::kStart}));
    row.cells_height = std::max(row.cells_height, row.cells.back().height());
  }
  row.height = row.cells_height + 2 * kCellPadding;
  return row;
}

double TableSetter::note_x() const { return columns_.at(text_column_).x; }

SetText TableSetter::SetNote(const std::string& note) const {
  const double width = kPageWidth - kMarginRight - kEdge - note_x();
  return sheet_.Set(note, kNote, {width, Side::kStart});
}

double TableSetter::NotesHeight(const PaperRow& row) const {
  double height = 0;
  for (const std::string& note : row.notes) height += kNoteGap + SetNote(note).height();
  return height;
}

void TableSetter::DrawCells(const SetRow& row, const char* tag) {
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const Column& column = columns_.at(at);
    const SetText& cell = row.cells.at(at);
    const double indent = column.side == Side::kEnd ? column.width - cell.width() : 0;
    const Tagged tagged(sheet_, tag);
    sheet_.Draw(cell, {column.x + indent, pages_.top() + kCellPadding});
  }
}

void TableSetter::DrawTitles(bool tagged) {
  std::vector<std::string> titles;
  for (const PaperColumn& column : table_.columns) titles.push_back(column.title);
  const SetRow row = Set(titles, kColumnTitle);
  if (tagged) {
    const Tagged line(sheet_, "TR");
    DrawCells(row, "TH");
  } else {
    // What comes again on a further page is said once in the document's structure.
    for (std::size_t at = 0; at < columns_.size(); ++at) {
      const Column& column = columns_.at(at);
      const SetText& cell = row.cells.at(at);
      const double indent = column.side == Side::kEnd ? column.width - cell.width() : 0;
      sheet_.Draw(cell, {column.x + indent, pages_.top() + kCellPadding});
    }
  }
  pages_.MoveDown(row.height);
  sheet_.Rule({kMarginLeft, pages_.top()}, {kPageWidth - kMarginRight, pages_.top()}, 1.2, kAccent);
}

void TableSetter::DrawRow(const PaperRow& row) {
  const SetRow set = Set(row.cells, TypeOf(row.kind));
  const double note_height = NotesHeight(row);
  if (set.height + note_height > pages_.left_on_page() && !pages_.at_page_start()) {
    pages_.Break();
    DrawTitles(false);
  }
  if (row.kind == PaperRowKind::kStrong) {
    sheet_.Fill({kMarginLeft, pages_.top(), kTextWidth, set.height + note_height}, kTint);
  }
  const Tagged line(sheet_, "TR");
  DrawCells(set, "TD");
  pages_.MoveDown(kCellPadding + set.cells_height);
  for (const std::string& note : row.notes) {
    pages_.MoveDown(kNoteGap);
    pages_.Flow(SetNote(note), note_x(), "TD");
  }
  pages_.MoveDown(kCellPadding);
  sheet_.Rule({kMarginLeft, pages_.top()}, {kPageWidth - kMarginRight, pages_.top()}, 0.5,
              kHairline);
}

double TableSetter::least_height() const {
  double height = 30;  // The titles.
  for (std::size_t at = 0; at < std::min<std::size_t>(table_.rows.size(), 2); ++at) {
    const PaperRow& row = table_.rows.at(at);
    height += Set(row.cells, TypeOf(row.kind)).height + NotesHeight(row);
  }
  return height;
}

void TableSetter::Draw() {
  const Tagged tagged(sheet_, "Table");
  DrawTitles(true);
  for (const PaperRow& row : table_.rows) DrawRow(row);
}

}  // namespace parley::documents
