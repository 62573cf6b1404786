// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_OWNED_H_
#define PARLEY_ADAPTERS_DOCUMENTS_OWNED_H_

#include <cairo/cairo.h>
#include <fontconfig/fontconfig.h>
#include <glib-object.h>
#include <pango/pango.h>

#include <memory>

namespace parley::documents {

// Frees what the C libraries gave.
template <auto kFree>
struct FreeBy {
  template <typename T>
  void operator()(T* owned) const {
    kFree(owned);
  }
};

template <typename T>
using OwnedObject = std::unique_ptr<T, FreeBy<g_object_unref>>;
using OwnedSurface = std::unique_ptr<cairo_surface_t, FreeBy<cairo_surface_destroy>>;
using OwnedCairo = std::unique_ptr<cairo_t, FreeBy<cairo_destroy>>;
using OwnedFontConfig = std::unique_ptr<FcConfig, FreeBy<FcConfigDestroy>>;
using OwnedFontDescription =
    std::unique_ptr<PangoFontDescription, FreeBy<pango_font_description_free>>;
using OwnedAttributes = std::unique_ptr<PangoAttrList, FreeBy<pango_attr_list_unref>>;
using OwnedFontOptions = std::unique_ptr<cairo_font_options_t, FreeBy<cairo_font_options_destroy>>;
using OwnedLines = std::unique_ptr<PangoLayoutIter, FreeBy<pango_layout_iter_free>>;

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_OWNED_H_
