// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/sheet.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "adapters/documents/one_line.h"

namespace parley::documents {
namespace {

constexpr float kLeading = 1.12F;       // Of a line's own height.
constexpr double kSmallestFitting = 7;  // Points.

cairo_status_t Append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void Describe(cairo_surface_t& pdf, cairo_pdf_metadata_t what, const std::string& text) {
  cairo_pdf_surface_set_metadata(&pdf, what, OneLine(text).c_str());
}

// The same outlines and widths on every machine and at every size.
OwnedFontOptions PlainOutlines() {
  OwnedFontOptions options(cairo_font_options_create());
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  return options;
}

double Points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }
int Units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

PangoRectangle ExtentsOf(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  return logical;
}

}  // namespace

double SetText::width() const { return Points(ExtentsOf(layout_.get()).width); }
double SetText::height() const { return Points(ExtentsOf(layout_.get()).height); }
double SetText::baseline() const { return Points(pango_layout_get_baseline(layout_.get())); }

Sheet::Sheet(const Typeface& typeface, const Paper& paper)
    : magnification_(paper.large_print ? kLargePrint : 1),
      fonts_(typeface.NewFontMap()),
      surface_(cairo_pdf_surface_create_for_stream(Append, &bytes_, kPageWidth, kPageHeight)),
      cairo_(cairo_create(surface_.get())),
      context_(pango_font_map_create_context(fonts_.get())),
      attributes_(pango_attr_list_new()) {
  const std::string made = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", paper.made, absl::UTCTimeZone());
  Describe(*surface_, CAIRO_PDF_METADATA_TITLE, paper.title);
  Describe(*surface_, CAIRO_PDF_METADATA_SUBJECT, absl::StrCat(paper.subtitle, ". ", paper.foot));
  Describe(*surface_, CAIRO_PDF_METADATA_AUTHOR, paper.author);
  Describe(*surface_, CAIRO_PDF_METADATA_CREATOR, "Parley");
  Describe(*surface_, CAIRO_PDF_METADATA_CREATE_DATE, made);
  Describe(*surface_, CAIRO_PDF_METADATA_MOD_DATE, made);
  pango_cairo_context_set_font_options(context_.get(), PlainOutlines().get());
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(),
                             pango_language_from_string(paper.language_code.c_str()));
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
  // A ligature is one glyph for several letters, which some readers of a PDF do not take apart.
  pango_attr_list_insert(attributes_.get(), pango_attr_font_features_new("liga 0, clig 0"));
}

SetText Sheet::Set(std::string_view text, const Type& type, Measure measure) const {
  OwnedObject<PangoLayout> layout(pango_layout_new(context_.get()));
  const OwnedFontDescription font(pango_font_description_new());
  pango_font_description_set_family_static(font.get(), Typeface::kFamily);
  pango_font_description_set_absolute_size(font.get(), Units(type.size * magnification_));
  if (type.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_attributes(layout.get(), attributes_.get());
  pango_layout_set_line_spacing(layout.get(), kLeading);
  pango_layout_set_auto_dir(layout.get(), FALSE);
  if (measure.width > 0) pango_layout_set_width(layout.get(), Units(measure.width));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (measure.side == Side::kEnd) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_RIGHT);
  const std::string line = OneLine(text);
  pango_layout_set_text(layout.get(), line.data(), static_cast<int>(line.size()));
  return SetText(std::move(layout), type.colour);
}

SetText Sheet::SetToFit(std::string_view text, Type type, double width) const {
  SetText set = Set(text, type);
  if (set.width() <= width) return set;
  type.size = std::max(type.size * width / set.width() * 0.995, kSmallestFitting);
  set = Set(text, type);
  if (set.width() <= width) return set;
  pango_layout_set_width(set.layout_.get(), Units(width));
  pango_layout_set_ellipsize(set.layout_.get(), PANGO_ELLIPSIZE_END);
  return set;
}

// What is drawn next begins anew, and not where a text has left off.
void Sheet::Use(Colour colour) {
  cairo_new_path(cairo_.get());
  cairo_set_source_rgb(cairo_.get(), colour.red, colour.green, colour.blue);
}

void Sheet::Draw(const SetText& text, Point top_left) {
  double top = top_left.y;
  DrawLines(text, 0, top_left.x, top, HUGE_VAL);
}

int Sheet::LineCount(const SetText& text) const {
  return pango_layout_get_line_count(text.layout_.get());
}

int Sheet::DrawLines(const SetText& text, int first, double x, double& top, double bottom) {
  Use(text.colour_);
  const OwnedLines lines(pango_layout_get_iter(text.layout_.get()));
  double above = 0;  // What lies above the first line that is drawn.
  double drawn = 0;
  int at = 0;
  do {
    int from = 0;
    int to = 0;
    pango_layout_iter_get_line_yrange(lines.get(), &from, &to);
    if (at == first) above = Points(from);
    if (at >= first) {
      if (top + Points(to) - above > bottom) break;
      PangoRectangle logical;
      pango_layout_iter_get_line_extents(lines.get(), nullptr, &logical);
      const double baseline = Points(pango_layout_iter_get_baseline(lines.get()));
      cairo_move_to(cairo_.get(), x + Points(logical.x), top + baseline - above);
      pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(lines.get()));
      drawn = Points(to) - above;
    }
    ++at;
  } while (pango_layout_iter_next_line(lines.get()) != FALSE);
  top += drawn;
  return at;
}

void Sheet::Rule(Point from, Point to, double thickness, Colour colour) {
  Path({from, to}, thickness, colour);
}

void Sheet::Fill(const Box& box, Colour colour) {
  Use(colour);
  cairo_rectangle(cairo_.get(), box.x, box.y, box.width, box.height);
  cairo_fill(cairo_.get());
}

void Sheet::Path(const std::vector<Point>& points, double thickness, Colour colour) {
  Use(colour);
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_set_line_join(cairo_.get(), CAIRO_LINE_JOIN_MITER);
  for (const Point& point : points) cairo_line_to(cairo_.get(), point.x, point.y);
  cairo_stroke(cairo_.get());
}

void Sheet::FillPath(const std::vector<Point>& points, Colour colour) {
  Use(colour);
  for (const Point& point : points) cairo_line_to(cairo_.get(), point.x, point.y);
  cairo_fill(cairo_.get());
}

void Sheet::Dot(Point centre, double radius, Colour colour) {
  Use(colour);
  cairo_arc(cairo_.get(), centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(cairo_.get());
}

void Sheet::EndPage() {
  cairo_show_page(cairo_.get());
  ++pages_ended_;
}

void Sheet::BeginTag(const char* name) { cairo_tag_begin(cairo_.get(), name, nullptr); }
void Sheet::EndTag(const char* name) { cairo_tag_end(cairo_.get(), name); }

absl::StatusOr<std::string> Sheet::Finish() {
  const cairo_status_t drawn = cairo_status(cairo_.get());
  cairo_surface_finish(surface_.get());
  const cairo_status_t written = cairo_surface_status(surface_.get());
  if (drawn == CAIRO_STATUS_SUCCESS && written == CAIRO_STATUS_SUCCESS) return std::move(bytes_);
  const cairo_status_t failed = drawn != CAIRO_STATUS_SUCCESS ? drawn : written;
  return absl::InternalError(absl::StrCat("cairo: ", cairo_status_to_string(failed)));
}

}  // namespace parley::documents
