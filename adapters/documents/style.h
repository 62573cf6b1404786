// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_STYLE_H_
#define PARLEY_ADAPTERS_DOCUMENTS_STYLE_H_

namespace parley::documents {

// How papers look. People read them who are worried: much white, one calm colour that is as clear
// in black and white, never red, and letters that nobody needs to strain for. Lengths are points of
// 1/72 inch.

inline constexpr double kPageWidth = 595.28;  // A4.
inline constexpr double kPageHeight = 841.89;
inline constexpr double kMarginLeft = 58;
inline constexpr double kMarginRight = 58;
inline constexpr double kMarginTop = 56;
inline constexpr double kMarginBottom = 76;
inline constexpr double kTextWidth = kPageWidth - kMarginLeft - kMarginRight;
inline constexpr double kFootTop = kPageHeight - 52;

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};

inline constexpr Colour kInk{0.11, 0.16, 0.19};
inline constexpr Colour kQuiet{0.32, 0.38, 0.41};   // For what is read second; 6.5:1 on white.
inline constexpr Colour kAccent{0.05, 0.34, 0.40};  // A deep teal; 8:1 on white.
inline constexpr Colour kTint{0.915, 0.952, 0.955};
inline constexpr Colour kHairline{0.80, 0.85, 0.87};

struct Type {
  double size = 11;
  bool bold = false;
  Colour colour = kInk;
};

// Large print begins at 16 points (UK Association for Accessible Formats): texts are set so much
// larger.
inline constexpr double kLargePrint = 1.5;

inline constexpr Type kBody{11, false, kInk};
inline constexpr Type kBodyStrong{11, true, kInk};
inline constexpr Type kTermName{11, false, kQuiet};
inline constexpr Type kNote{10, false, kQuiet};
inline constexpr Type kColumnTitle{10, true, kAccent};
inline constexpr Type kFoot{9, false, kQuiet};
inline constexpr Type kAxis{9, false, kQuiet};
inline constexpr Type kLetterhead{12, true, kAccent};
inline constexpr Type kTitle{24, true, kInk};
inline constexpr Type kSubtitle{13, false, kQuiet};
inline constexpr Type kSectionTitle{14, true, kAccent};
inline constexpr Type kFigureName{11, false, kInk};
inline constexpr Type kFigureAmount{34, true, kAccent};

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_STYLE_H_
