// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_TYPEFACE_H_
#define PARLEY_ADAPTERS_DOCUMENTS_TYPEFACE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/documents/owned.h"

namespace parley::documents {

// The one typeface of papers, from files of its own: what else is installed on the machine, or how
// it prefers its fonts, changes nothing.
class Typeface {
 public:
  static constexpr const char* kFamily = "DejaVu Sans";

  // The files of the Debian package fonts-dejavu-core: regular and bold.
  static std::vector<std::string> DefaultFiles();

  // Errors: FAILED_PRECONDITION for a file that is missing or no font.
  static absl::StatusOr<Typeface> Open(const std::vector<std::string>& files);

  // What finds the fonts while one document is made. Threads do not share it.
  OwnedObject<PangoFontMap> NewFontMap() const;

 private:
  explicit Typeface(OwnedFontConfig fonts) : fonts_(std::move(fonts)) {}

  OwnedFontConfig fonts_;
};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_TYPEFACE_H_
