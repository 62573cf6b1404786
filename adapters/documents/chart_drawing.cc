// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/chart_drawing.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace parley::documents {
namespace {

constexpr double kMarkGap = 8;
constexpr double kDayHeight = 22;  // Below the plot, for the days.
constexpr double kAboveTop = 8;    // Above it, so that the highest label has room.
constexpr double kSentenceGap = 6;

// Where days and levels lie in the plot.
class Scale {
 public:
  Scale(const PaperChart& chart, const Box& plot) : chart_(chart), plot_(plot) {}

  double X(std::int64_t day) const {
    return plot_.x + plot_.width * Part(day, chart_.steps.front().at, chart_.until);
  }
  double Y(std::int64_t level) const {
    const double part = Part(level, chart_.levels.front().at, chart_.levels.back().at);
    return plot_.y + plot_.height * (1 - part);
  }

 private:
  // Levels are 64 bits wide, so that a difference of two may not fit.
  static double Part(std::int64_t at, std::int64_t from, std::int64_t to) {
    const double whole = static_cast<double>(to) - static_cast<double>(from);
    if (whole <= 0) return 0;
    return (static_cast<double>(at) - static_cast<double>(from)) / whole;
  }

  const PaperChart& chart_;
  Box plot_;
};

SetText Sentence(const Sheet& sheet, const PaperChart& chart) {
  return sheet.Set(chart.sentence, kNote, {kTextWidth, Side::kStart});
}

double WidestLevel(const Sheet& sheet, const PaperChart& chart) {
  double width = 0;
  for (const PaperMark& mark : chart.levels) {
    width = std::max(width, sheet.Set(mark.text, kAxis).width());
  }
  return std::min(width, kTextWidth / 2);
}

std::vector<Point> LineOf(const PaperChart& chart, const Scale& scale) {
  std::vector<Point> line;
  for (const PaperStep& step : chart.steps) {
    if (!line.empty()) line.push_back({scale.X(step.at), line.back().y});
    line.push_back({scale.X(step.at), scale.Y(step.level)});
  }
  line.push_back({scale.X(chart.until), line.back().y});
  return line;
}

void DrawLevels(Sheet& sheet, const PaperChart& chart, const Scale& scale, const Box& plot) {
  for (const PaperMark& mark : chart.levels) {
    const double y = scale.Y(mark.at);
    const bool zero = mark.at == 0;
    sheet.Rule({plot.x, y}, {plot.x + plot.width, y}, zero ? 0.9 : 0.5, zero ? kQuiet : kHairline);
    const SetText label = sheet.SetToFit(mark.text, kAxis, plot.x - kMarginLeft - kMarkGap);
    sheet.Draw(label, {plot.x - kMarkGap - label.width(), y - label.height() / 2});
  }
}

// A label stays within the page, and does not run into the one before it.
void DrawDays(Sheet& sheet, const PaperChart& chart, const Scale& scale, const Box& plot) {
  const double base = plot.y + plot.height;
  double free_from = kMarginLeft;
  for (const PaperMark& mark : chart.days) {
    const double x = scale.X(mark.at);
    const SetText label = sheet.Set(mark.text, kAxis);
    const double most = kPageWidth - kMarginRight - label.width();
    const double left = std::clamp(x - label.width() / 2, kMarginLeft, std::max(kMarginLeft, most));
    if (left < free_from) continue;
    sheet.Rule({x, base}, {x, base + 4}, 0.7, kQuiet);
    sheet.Draw(label, {left, base + 7});
    free_from = left + label.width() + kMarkGap;
  }
}

}  // namespace

double HeightOf(const Sheet& sheet, const PaperChart& chart) {
  return kChartHeight + kSentenceGap + Sentence(sheet, chart).height();
}

void Draw(Sheet& sheet, const PaperChart& chart, double top) {
  const Tagged figure(sheet, "Figure");
  const double side = WidestLevel(sheet, chart) + kMarkGap;
  const Box plot{kMarginLeft + side, top + kAboveTop, kTextWidth - side - 4,
                 kChartHeight - kAboveTop - kDayHeight};
  const Scale scale(chart, plot);
  const std::vector<Point> line = LineOf(chart, scale);
  const std::int64_t ground =
      std::clamp<std::int64_t>(0, chart.levels.front().at, chart.levels.back().at);
  std::vector<Point> area = line;
  area.push_back({line.back().x, scale.Y(ground)});
  area.push_back({line.front().x, scale.Y(ground)});
  sheet.FillPath(area, kTint);
  DrawLevels(sheet, chart, scale, plot);
  DrawDays(sheet, chart, scale, plot);
  sheet.Path(line, 2, kAccent);
  sheet.Dot(line.back(), 3.6, kAccent);
  sheet.Draw(Sentence(sheet, chart), {kMarginLeft, top + kChartHeight + kSentenceGap});
}

}  // namespace parley::documents
