// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_CHART_DRAWING_H_
#define PARLEY_ADAPTERS_DOCUMENTS_CHART_DRAWING_H_

#include "adapters/documents/sheet.h"
#include "application/ports/documents.h"

namespace parley::documents {

inline constexpr double kChartHeight = 150;

// Draws a line of steps with its axes, kChartHeight high and as wide as the page's text, and tells
// it in a sentence below, which is also what a screen reader says in its place.
double HeightOf(const Sheet& sheet, const PaperChart& chart);
void Draw(Sheet& sheet, const PaperChart& chart, double top);

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_CHART_DRAWING_H_
