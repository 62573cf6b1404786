// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/paper_setter.h"

#include <algorithm>
#include <cstddef>
#include <variant>

#include "adapters/documents/chart_drawing.h"
#include "adapters/documents/letter_drawing.h"
#include "adapters/documents/table_setter.h"

namespace parley::documents {
namespace {

constexpr double kBlockGap = 14;
constexpr double kParagraphGap = 7;
constexpr double kTermGap = 3.5;
constexpr double kSectionGap = 10;  // Above a heading, on top of the block's own.
constexpr double kPanelPadding = 15;
constexpr double kPanelStripe = 4;
constexpr double kPanelTrim = 4;  // What the last line leaves free below its letters.
constexpr double kLongestTermName = kTextWidth * 0.4;
constexpr double kTermColumnGap = 18;
constexpr double kTwoLines = 32;

}  // namespace

void PaperSetter::Draw() {
  {
    const Tagged document(sheet_, "Document");
    DrawHead();
    for (std::size_t at = 0; at < paper_.blocks.size(); ++at) {
      const PaperBlock& block = paper_.blocks.at(at);
      if (const auto* heading = std::get_if<PaperHeading>(&block)) {
        const bool last = at + 1 == paper_.blocks.size();
        Draw(*heading, last ? nullptr : &paper_.blocks.at(at + 1));
        continue;
      }
      std::visit(
          [this](const auto& one) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, PaperHeading>) Draw(one);
          },
          block);
    }
  }
  pages_.Break();
}

void PaperSetter::DrawHead() {
  pages_.Flow(sheet_.Set(paper_.author, kLetterhead, {kTextWidth, Side::kStart}), kMarginLeft, "P");
  pages_.MoveDown(9);
  sheet_.Rule({kMarginLeft, pages_.top()}, {kPageWidth - kMarginRight, pages_.top()}, 1.2, kAccent);
  if (paper_.window.has_value()) return DrawLetterHead(*paper_.window);
  pages_.MoveDown(20);
  pages_.Flow(sheet_.Set(paper_.title, kTitle, {kTextWidth, Side::kStart}), kMarginLeft, "H1");
  pages_.MoveDown(3);
  pages_.Flow(sheet_.Set(paper_.subtitle, kSubtitle, {kTextWidth, Side::kStart}), kMarginLeft, "P");
  pages_.MoveDown(kBlockGap);
}

// The day and what it is about stand below the window, so that the envelope shows neither.
void PaperSetter::DrawLetterHead(const PaperWindow& window) {
  documents::Draw(sheet_, window);
  pages_.MoveDown(std::max(0.0, kBelowWindow - pages_.top()));
  pages_.Flow(sheet_.Set(paper_.subtitle, kTermName, {kTextWidth, Side::kStart}), kMarginLeft, "P");
  pages_.MoveDown(kBlockGap);
  pages_.Flow(sheet_.Set(paper_.title, kSectionTitle, {kTextWidth, Side::kStart}), kMarginLeft,
              "H1");
  pages_.MoveDown(kBlockGap);
}

void PaperSetter::Draw(const PaperTerms& terms) {
  double widest = 0;
  for (const PaperTerm& term : terms.terms) {
    widest = std::max(widest, sheet_.Set(term.name, kTermName).width());
  }
  const double name_width = std::min(widest + 1, kLongestTermName);
  const double text_x = kMarginLeft + name_width + kTermColumnGap;
  const double text_width = kPageWidth - kMarginRight - text_x;
  const Tagged list(sheet_, "L");
  for (const PaperTerm& term : terms.terms) {
    const SetText name = sheet_.Set(term.name, kTermName, {name_width, Side::kStart});
    const SetText text = sheet_.Set(term.text, kBody, {text_width, Side::kStart});
    const double height = std::max(name.height(), text.height());
    pages_.Need(height);
    const Tagged line(sheet_, "LI");
    {
      const Tagged label(sheet_, "Lbl");
      sheet_.Draw(name, {kMarginLeft, pages_.top()});
    }
    {
      const Tagged body(sheet_, "LBody");
      sheet_.Draw(text, {text_x, pages_.top()});
    }
    pages_.MoveDown(height + kTermGap);
  }
  pages_.MoveDown(kBlockGap - kTermGap);
}

void PaperSetter::Draw(const PaperFigure& figure) {
  const double inner = kTextWidth - 2 * kPanelPadding;
  const SetText name = sheet_.Set(figure.name, kFigureName, {inner, Side::kStart});
  const SetText amount = sheet_.SetToFit(figure.amount, kFigureAmount, inner);
  const SetText sentence = sheet_.Set(figure.sentence, kBody, {inner, Side::kStart});
  const double height =
      2 * kPanelPadding + name.height() + 1 + amount.height() + 4 + sentence.height() - kPanelTrim;
  pages_.Need(height);
  const double top = pages_.top();
  sheet_.Fill({kMarginLeft, top, kTextWidth, height}, kTint);
  sheet_.Fill({kMarginLeft, top, kPanelStripe, height}, kAccent);
  pages_.MoveDown(kPanelPadding);
  const double x = kMarginLeft + kPanelPadding;
  pages_.Flow(name, x, "P");
  pages_.MoveDown(1);
  pages_.Flow(amount, x, "P");
  pages_.MoveDown(4);
  pages_.Flow(sentence, x, "P");
  pages_.MoveDown(kPanelPadding - kPanelTrim + kBlockGap);
}

void PaperSetter::Draw(const PaperHeading& heading, const PaperBlock* next) {
  const SetText title = sheet_.Set(heading.text, kSectionTitle, {kTextWidth, Side::kStart});
  const double below = next == nullptr ? 0 : LeastHeight(*next);
  const double height = kSectionGap + title.height() + kParagraphGap + below;
  pages_.Need(std::min(height, Pages::bottom() - kMarginTop));
  if (!pages_.at_page_start()) pages_.MoveDown(kSectionGap);
  pages_.Flow(title, kMarginLeft, "H2");
  pages_.MoveDown(kParagraphGap);
}

void PaperSetter::Draw(const PaperParagraph& paragraph) {
  const SetText text = sheet_.Set(paragraph.text, kBody, {kTextWidth, Side::kStart});
  pages_.Need(std::min(text.height(), kTwoLines));
  pages_.Flow(text, kMarginLeft, "P");
  pages_.MoveDown(kParagraphGap);
}

void PaperSetter::Draw(const PaperTable& table) {
  TableSetter setter(pages_, table);
  pages_.Need(std::min(setter.least_height(), Pages::bottom() - kMarginTop));
  setter.Draw();
  pages_.MoveDown(kBlockGap);
}

void PaperSetter::Draw(const PaperChart& chart) {
  const double height = HeightOf(sheet_, chart);
  pages_.Need(height);
  documents::Draw(sheet_, chart, pages_.top());
  pages_.MoveDown(height + kBlockGap);
}

void PaperSetter::Draw(const PaperSlip& slip) {
  const double height = HeightOf(sheet_, slip);
  pages_.Need(height);
  pages_.MoveDown(std::max(0.0, pages_.left_on_page() - height));
  documents::Draw(sheet_, slip, pages_.top());
  pages_.MoveDown(height);
}

void PaperSetter::Draw(const PaperPageEnd& /*end*/) {
  if (!pages_.at_page_start()) pages_.Break();
}

double PaperSetter::LeastHeight(const PaperBlock& block) {
  if (const auto* table = std::get_if<PaperTable>(&block)) {
    return TableSetter(pages_, *table).least_height();
  }
  if (const auto* chart = std::get_if<PaperChart>(&block)) return HeightOf(sheet_, *chart);
  return kTwoLines;
}

}  // namespace parley::documents
