// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/typeface.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <utility>

#include "absl/strings/str_cat.h"

namespace parley::documents {

std::vector<std::string> Typeface::DefaultFiles() {
  return {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
          "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"};
}

absl::StatusOr<Typeface> Typeface::Open(const std::vector<std::string>& files) {
  OwnedFontConfig fonts(FcConfigCreate());
  for (const std::string& file : files) {
    const auto* const path = reinterpret_cast<const FcChar8*>(file.c_str());
    if (FcConfigAppFontAddFile(fonts.get(), path) == FcTrue) continue;
    return absl::FailedPreconditionError(
        absl::StrCat("no font in ", file, ": install fonts-dejavu-core"));
  }
  return Typeface(std::move(fonts));
}

OwnedObject<PangoFontMap> Typeface::NewFontMap() const {
  OwnedObject<PangoFontMap> map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), fonts_.get());
  return map;
}

}  // namespace parley::documents
