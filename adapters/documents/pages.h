// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_PAGES_H_
#define PARLEY_ADAPTERS_DOCUMENTS_PAGES_H_

#include <string>

#include "adapters/documents/sheet.h"
#include "application/ports/documents.h"

namespace parley::documents {

// The pages of a document as they fill from the top down, each with its foot.
class Pages {
 public:
  // `count` is how many pages there will be; 0 when that is being found out.
  Pages(Sheet& sheet, const Paper& paper, int count)
      : sheet_(sheet), paper_(paper), count_(count) {}

  Sheet& sheet() { return sheet_; }

  double top() const { return top_; }  // Of what comes next.
  static double bottom() { return kPageHeight - kMarginBottom; }
  double left_on_page() const { return bottom() - top_; }
  bool at_page_start() const { return top_ <= kMarginTop; }
  void MoveDown(double by) { top_ += by; }

  // Ends the page.
  void Break();
  // Ends the page when less is left on it; nothing is higher than a page.
  void Need(double height);

  // Draws a text as a part of that name; over several pages if need be.
  void Flow(const SetText& text, double x, const char* tag);

 private:
  void DrawFoot();

  Sheet& sheet_;
  const Paper& paper_;
  int count_;
  double top_ = kMarginTop;
};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_PAGES_H_
