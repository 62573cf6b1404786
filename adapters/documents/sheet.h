// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_SHEET_H_
#define PARLEY_ADAPTERS_DOCUMENTS_SHEET_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/documents/owned.h"
#include "adapters/documents/style.h"
#include "adapters/documents/typeface.h"
#include "application/ports/documents.h"

namespace parley::documents {

enum class Side : std::uint8_t { kStart, kEnd };

// Where and how wide a text is set.
struct Measure {
  double width = 0;  // Lines are broken at it, within a word if need be; 0 for one line.
  Side side = Side::kStart;
};

// A text in its type, broken into lines.
class SetText {
 public:
  explicit SetText(OwnedObject<PangoLayout> layout, Colour colour)
      : layout_(std::move(layout)), colour_(colour) {}

  double width() const;
  double height() const;
  double baseline() const;  // Of the first line, below the top.

 private:
  friend class Sheet;

  OwnedObject<PangoLayout> layout_;
  Colour colour_;
};

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

// The pages of a PDF while they are drawn: from left to right and from the top down, in points.
class Sheet {
 public:
  Sheet(const Typeface& typeface, const Paper& paper);

  // How much larger than its type every text is set.
  double magnification() const { return magnification_; }

  // Control characters and line ends become spaces.
  SetText Set(std::string_view text, const Type& type, Measure measure = {}) const;
  // On one line that is at most so wide: smaller if need be, and cut at the end if still too wide.
  SetText SetToFit(std::string_view text, Type type, double width) const;

  void Draw(const SetText& text, Point top_left);
  // Draws lines from `first` on as long as they end above `bottom`; gives the line that is next and
  // moves `top` below the last.
  int DrawLines(const SetText& text, int first, double x, double& top, double bottom);
  int LineCount(const SetText& text) const;

  void Rule(Point from, Point to, double thickness, Colour colour);
  void Fill(const Box& box, Colour colour);
  void Path(const std::vector<Point>& points, double thickness, Colour colour);
  void FillPath(const std::vector<Point>& points, Colour colour);
  void Dot(Point centre, double radius, Colour colour);

  void EndPage();
  int pages_ended() const { return pages_ended_; }

  // What a screen reader finds: every begin has its end.
  void BeginTag(const char* name);
  void EndTag(const char* name);

  // The whole file. Nothing is drawn after it. Errors: INTERNAL.
  absl::StatusOr<std::string> Finish();

 private:
  void Use(Colour colour);

  double magnification_;
  std::string bytes_;
  OwnedObject<PangoFontMap> fonts_;
  OwnedSurface surface_;
  OwnedCairo cairo_;
  OwnedObject<PangoContext> context_;
  OwnedAttributes attributes_;
  int pages_ended_ = 0;
};

// A part of the document's structure, as long as it lives.
class Tagged {
 public:
  Tagged(Sheet& sheet, const char* name) : sheet_(sheet), name_(name) { sheet_.BeginTag(name_); }
  ~Tagged() { sheet_.EndTag(name_); }
  Tagged(const Tagged&) = delete;
  Tagged& operator=(const Tagged&) = delete;

 private:
  Sheet& sheet_;
  const char* name_;
};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_SHEET_H_
