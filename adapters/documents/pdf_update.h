// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_PDF_UPDATE_H_
#define PARLEY_ADAPTERS_DOCUMENTS_PDF_UPDATE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace parley::documents {

// What a screen reader needs of a PDF and cairo 1.16 does not write.
struct Accessibility {
  std::string language_code;
  // What stands for each figure, in their order.
  std::vector<std::string> figures;
};

// Adds it to a PDF that cairo wrote, as an incremental update (ISO 32000-1, 7.5.6): the language of
// the document, the title to be shown in place of the file's name, the figures' words, and that the
// titles of a table are those of its columns. Errors: INTERNAL for what cairo never wrote.
absl::StatusOr<std::string> AddAccessibility(std::string pdf, const Accessibility& accessibility);

// A text as a string of a PDF: UTF-16 in hexadecimal digits, so that every character is safe.
std::string PdfText(std::string_view utf8);

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_PDF_UPDATE_H_
