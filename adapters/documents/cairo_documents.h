// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_CAIRO_DOCUMENTS_H_
#define PARLEY_ADAPTERS_DOCUMENTS_CAIRO_DOCUMENTS_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "adapters/documents/typeface.h"
#include "application/ports/documents.h"

namespace parley {

// Makes documents by pango and cairo, in one typeface that it embeds.
class CairoDocuments final : public Documents {
 public:
  explicit CairoDocuments(documents::Typeface typeface) : typeface_(std::move(typeface)) {}

  absl::StatusOr<std::string> Pdf(const Paper& paper) const override;
  std::string PlainText(const Paper& paper) const override;

 private:
  documents::Typeface typeface_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_DOCUMENTS_CAIRO_DOCUMENTS_H_
