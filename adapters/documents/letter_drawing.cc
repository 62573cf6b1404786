// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/letter_drawing.h"

#include <algorithm>
#include <string>

namespace parley::documents {
namespace {

constexpr double kMillimetre = 72 / 25.4;
constexpr double kWindowLeft = 25 * kMillimetre;
constexpr double kWindowWidth = 78 * kMillimetre;
constexpr double kReturnTop = 46 * kMillimetre;
constexpr double kAddressTop = 62.7 * kMillimetre;  // Lower is fine for few lines, not for many.
constexpr double kAddressBottom = 89 * kMillimetre;
constexpr double kLineHeight = 13;
constexpr Type kReturnLine{7, false, kQuiet};

constexpr double kDash = 5;
constexpr double kSlipTop = 16;  // Between where it is torn and its title.
constexpr double kSlipGap = 5;
constexpr double kFieldHeight = 30;  // Room to write by hand.
constexpr double kLongestFieldName = kTextWidth * 0.4;

SetText TitleOf(const Sheet& sheet, const PaperSlip& slip) {
  return sheet.Set(slip.title, kSectionTitle, {kTextWidth, Side::kStart});
}

SetText TextOf(const Sheet& sheet, const PaperSlip& slip) {
  return sheet.Set(slip.text, kBody, {kTextWidth, Side::kStart});
}

// An envelope's window grows with nobody's letters.
Type ForWindow(const Sheet& sheet, Type type) {
  type.size /= sheet.magnification();
  return type;
}

void DrawTagged(Sheet& sheet, const SetText& text, Point top_left, const char* tag) {
  const Tagged tagged(sheet, tag);
  sheet.Draw(text, top_left);
}

}  // namespace

void Draw(Sheet& sheet, const PaperWindow& window) {
  DrawTagged(sheet, sheet.SetToFit(window.return_line, ForWindow(sheet, kReturnLine), kWindowWidth),
             {kWindowLeft, kReturnTop}, "P");
  const double height = kLineHeight * static_cast<double>(window.lines.size());
  double top = std::min(kAddressTop, kAddressBottom - height);
  const Tagged address(sheet, "P");
  for (const std::string& line : window.lines) {
    sheet.Draw(sheet.SetToFit(line, ForWindow(sheet, kBody), kWindowWidth), {kWindowLeft, top});
    top += kLineHeight;
  }
}

double HeightOf(const Sheet& sheet, const PaperSlip& slip) {
  return kSlipTop + TitleOf(sheet, slip).height() + kSlipGap + TextOf(sheet, slip).height() +
         kFieldHeight * static_cast<double>(slip.fields.size());
}

void Draw(Sheet& sheet, const PaperSlip& slip, double top) {
  for (double x = 0; x + kDash < kPageWidth; x += 2 * kDash) {
    sheet.Rule({x, top}, {x + kDash, top}, 0.8, kQuiet);
  }
  top += kSlipTop;
  const SetText title = TitleOf(sheet, slip);
  DrawTagged(sheet, title, {kMarginLeft, top}, "H2");
  top += title.height() + kSlipGap;
  const SetText text = TextOf(sheet, slip);
  DrawTagged(sheet, text, {kMarginLeft, top}, "P");
  top += text.height();
  for (const std::string& field : slip.fields) {
    top += kFieldHeight;
    const SetText name = sheet.SetToFit(field, kTermName, kLongestFieldName);
    DrawTagged(sheet, name, {kMarginLeft, top - name.height()}, "P");
    sheet.Rule({kMarginLeft + name.width() + kSlipGap, top}, {kPageWidth - kMarginRight, top}, 0.6,
               kQuiet);
  }
}

}  // namespace parley::documents
