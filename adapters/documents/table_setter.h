// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_TABLE_SETTER_H_
#define PARLEY_ADAPTERS_DOCUMENTS_TABLE_SETTER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "adapters/documents/pages.h"
#include "adapters/documents/sheet.h"
#include "application/ports/documents.h"

namespace parley::documents {

// Sets a table: days and amounts on one line each, the text in what they leave. The titles of its
// columns come again on each page, and a row is kept on one.
class TableSetter {
 public:
  TableSetter(Pages& pages, const PaperTable& table);

  void Draw();
  // What has to be free for the titles and the first rows to stand together.
  double least_height() const;

 private:
  struct Column {
    double x = 0;
    double width = 0;
    Side side = Side::kStart;
  };
  struct SetRow {
    std::vector<SetText> cells;
    double cells_height = 0;
    double height = 0;
  };

  void ChooseWidths();
  double NaturalWidth(std::size_t column) const;
  Type Sized(Type type) const;
  SetRow Set(const std::vector<std::string>& cells, const Type& type) const;
  void DrawTitles(bool tagged);
  void DrawRow(const PaperRow& row);
  void DrawCells(const SetRow& row, const char* tag);
  SetText SetNote(const std::string& note) const;
  double NotesHeight(const PaperRow& row) const;
  double note_x() const;

  Pages& pages_;
  Sheet& sheet_;
  const PaperTable& table_;
  double scale_ = 1;
  std::size_t text_column_ = 0;
  std::vector<Column> columns_;
};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_TABLE_SETTER_H_
