// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/pages.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace parley::documents {
namespace {

constexpr double kFootGap = 20;

}  // namespace

void Pages::Break() {
  DrawFoot();
  sheet_.EndPage();
  top_ = kMarginTop;
}

void Pages::Need(double height) {
  if (height > left_on_page() && !at_page_start()) Break();
}

void Pages::Flow(const SetText& text, double x, const char* tag) {
  const int lines = sheet_.LineCount(text);
  int next = 0;
  while (next < lines) {
    const int first = next;
    {
      const Tagged tagged(sheet_, tag);
      next = sheet_.DrawLines(text, first, x, top_, bottom());
    }
    if (next < lines) Break();
  }
}

// It is no part of the document's structure: a reader who listens need not hear it on each page.
void Pages::DrawFoot() {
  const std::string number = absl::StrReplaceAll(
      paper_.page_text,
      {{"{page}", absl::StrCat(sheet_.pages_ended() + 1)}, {"{pages}", absl::StrCat(count_)}});
  sheet_.Rule({kMarginLeft, kFootTop - 9}, {kPageWidth - kMarginRight, kFootTop - 9}, 0.6,
              kHairline);
  const SetText page = sheet_.Set(number, kFoot);
  const double width = kTextWidth - page.width() - kFootGap;
  sheet_.Draw(sheet_.SetToFit(paper_.foot, kFoot, width), {kMarginLeft, kFootTop});
  sheet_.Draw(page, {kPageWidth - kMarginRight - page.width(), kFootTop});
}

}  // namespace parley::documents
