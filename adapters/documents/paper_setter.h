// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_PAPER_SETTER_H_
#define PARLEY_ADAPTERS_DOCUMENTS_PAPER_SETTER_H_

#include <vector>

#include "adapters/documents/pages.h"
#include "adapters/documents/sheet.h"
#include "application/ports/documents.h"

namespace parley::documents {

// Sets a paper on the pages of a sheet, block by block, and ends the last one.
class PaperSetter {
 public:
  // `page_count` is what the foot of each page says; 0 when that is being found out.
  PaperSetter(Sheet& sheet, const Paper& paper, int page_count)
      : sheet_(sheet), paper_(paper), pages_(sheet, paper, page_count) {}

  void Draw();

 private:
  void DrawHead();
  void DrawLetterHead(const PaperWindow& window);
  void Draw(const PaperTerms& terms);
  void Draw(const PaperFigure& figure);
  void Draw(const PaperHeading& heading, const PaperBlock* next);
  void Draw(const PaperParagraph& paragraph);
  void Draw(const PaperTable& table);
  void Draw(const PaperChart& chart);
  void Draw(const PaperSlip& slip);
  void Draw(const PaperPageEnd& end);
  // What has to stand on the same page as the heading above it.
  double LeastHeight(const PaperBlock& block);

  Sheet& sheet_;
  const Paper& paper_;
  Pages pages_;
};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_PAPER_SETTER_H_
