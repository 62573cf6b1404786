// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/cairo_documents.h"

#include <variant>

#include "adapters/documents/paper_setter.h"
#include "adapters/documents/pdf_update.h"
#include "adapters/documents/plain_text.h"
#include "adapters/documents/sheet.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using documents::Accessibility;
using documents::PaperSetter;
using documents::Sheet;
using documents::Typeface;

int CountPages(const Typeface& typeface, const Paper& paper) {
  Sheet sheet(typeface, paper);
  PaperSetter(sheet, paper, 0).Draw();
  return sheet.pages_ended();
}

Accessibility AccessibilityOf(const Paper& paper) {
  Accessibility accessibility{paper.language_code, {}};
  for (const PaperBlock& block : paper.blocks) {
    if (const auto* chart = std::get_if<PaperChart>(&block)) {
      accessibility.figures.push_back(chart->sentence);
    }
  }
  return accessibility;
}

}  // namespace

absl::StatusOr<std::string> CairoDocuments::Pdf(const Paper& paper) const {
  // Each page says how many there are, so they are set twice.
  const int pages = CountPages(typeface_, paper);
  Sheet sheet(typeface_, paper);
  PaperSetter(sheet, paper, pages).Draw();
  PARLEY_ASSIGN_OR_RETURN(std::string pdf, sheet.Finish());
  return documents::AddAccessibility(std::move(pdf), AccessibilityOf(paper));
}

std::string CairoDocuments::PlainText(const Paper& paper) const {
  return documents::PlainTextOf(paper);
}

}  // namespace parley
