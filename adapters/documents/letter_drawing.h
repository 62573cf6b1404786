// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_LETTER_DRAWING_H_
#define PARLEY_ADAPTERS_DOCUMENTS_LETTER_DRAWING_H_

#include "adapters/documents/sheet.h"
#include "application/ports/documents.h"

namespace parley::documents {

// What an envelope's window shows ends above this.
inline constexpr double kBelowWindow = 290;

// Draws the address where the window of an envelope is: 20 mm from the left, 45 mm from the top, 85
// by 45 mm. A line that is too long gets smaller.
void Draw(Sheet& sheet, const PaperWindow& window);

// A slip, from the line along which it is torn off to its last field.
double HeightOf(const Sheet& sheet, const PaperSlip& slip);
void Draw(Sheet& sheet, const PaperSlip& slip, double top);

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_LETTER_DRAWING_H_
