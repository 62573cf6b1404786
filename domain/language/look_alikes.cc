// SPDX-License-Identifier: Apache-2.0
#include "domain/language/look_alikes.h"

#include <algorithm>
#include <array>

namespace parley::language {
namespace {

struct Pair {
  char32_t code_point;
  std::string_view ascii;
};

// After Unicode Technical Standard 39, confusables.txt: what a Latin letter can be taken for.
// By code point.
constexpr auto kPairs = std::to_array<Pair>({
    {0x0060, "'"},  {0x00A1, " "},  {0x00AB, "\""}, {0x00B4, "'"},  {0x00B7, "*"},  {0x00BB, "\""},
    {0x00BF, " "},  {0x00C6, "ae"}, {0x00D8, "o"},  {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F8, "o"},
    {0x0110, "d"},  {0x0111, "d"},  {0x0126, "h"},  {0x0127, "h"},  {0x0131, "i"},  {0x0141, "l"},
    {0x0142, "l"},  {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},  {0x0167, "t"},  {0x0192, "f"},
    {0x0251, "a"},  {0x0261, "g"},  {0x0269, "i"},  {0x0274, "n"},  {0x0280, "r"},  {0x029F, "l"},
    {0x02B9, "'"},  {0x02BC, "'"},  {0x0391, "a"},  {0x0392, "b"},  {0x0395, "e"},  {0x0396, "z"},
    {0x0397, "h"},  {0x0399, "i"},  {0x039A, "k"},  {0x039C, "m"},  {0x039D, "n"},  {0x039F, "o"},
    {0x03A1, "p"},  {0x03A4, "t"},  {0x03A5, "y"},  {0x03A7, "x"},  {0x03B1, "a"},  {0x03B2, "b"},
    {0x03B3, "y"},  {0x03B5, "e"},  {0x03B6, "z"},  {0x03B7, "n"},  {0x03B9, "i"},  {0x03BA, "k"},
    {0x03BD, "v"},  {0x03BF, "o"},  {0x03C1, "p"},  {0x03C4, "t"},  {0x03C5, "u"},  {0x03C7, "x"},
    {0x03C9, "w"},  {0x0401, "e"},  {0x0405, "s"},  {0x0406, "i"},  {0x0408, "j"},  {0x0410, "a"},
    {0x0412, "b"},  {0x0415, "e"},  {0x041A, "k"},  {0x041C, "m"},  {0x041D, "h"},  {0x041E, "o"},
    {0x0420, "p"},  {0x0421, "c"},  {0x0422, "t"},  {0x0423, "y"},  {0x0425, "x"},  {0x0430, "a"},
    {0x0431, "b"},  {0x0432, "b"},  {0x0433, "r"},  {0x0435, "e"},  {0x0437, "z"},  {0x043A, "k"},
    {0x043C, "m"},  {0x043D, "h"},  {0x043E, "o"},  {0x043F, "n"},  {0x0440, "p"},  {0x0441, "c"},
    {0x0442, "t"},  {0x0443, "y"},  {0x0445, "x"},  {0x0449, "w"},  {0x0451, "e"},  {0x0455, "s"},
    {0x0456, "i"},  {0x0458, "j"},  {0x0475, "v"},  {0x0491, "r"},  {0x04BA, "h"},  {0x04BB, "h"},
    {0x04C0, "i"},  {0x04CF, "l"},  {0x0500, "d"},  {0x0501, "d"},  {0x051A, "q"},  {0x051B, "q"},
    {0x051C, "w"},  {0x051D, "w"},  {0x1D00, "a"},  {0x1D04, "c"},  {0x1D05, "d"},  {0x1D07, "e"},
    {0x1D0A, "j"},  {0x1D0B, "k"},  {0x1D0D, "m"},  {0x1D0F, "o"},  {0x1D18, "p"},  {0x1D1B, "t"},
    {0x1D1C, "u"},  {0x1D20, "v"},  {0x1D21, "w"},  {0x1D22, "z"},  {0x1E9E, "ss"}, {0x2010, "-"},
    {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},  {0x2015, "-"},  {0x2018, "'"},
    {0x2019, "'"},  {0x201A, "'"},  {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
    {0x201F, "\""}, {0x2022, "*"},  {0x2023, "*"},  {0x2032, "'"},  {0x2033, "\""}, {0x2039, "\""},
    {0x203A, "\""}, {0x2043, "-"},  {0x2212, "-"},  {0x25AA, "*"},  {0x301D, "\""}, {0x301E, "\""},
    {0xA731, "s"},
});

// Letters in boxes and circles, which stand in the alphabet's order.
constexpr auto kFirstEnclosed = std::to_array<char32_t>({0x1F130, 0x1F150, 0x1F170});
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

std::string_view LookAlike(char32_t code_point) {
  for (const char32_t first : kFirstEnclosed) {
    if (code_point >= first && code_point < first + kAlphabet.size()) {
      return kAlphabet.substr(code_point - first, 1);
    }
  }
  const auto found =
      std::lower_bound(kPairs.begin(), kPairs.end(), code_point,
                       [](const Pair& pair, char32_t wanted) { return pair.code_point < wanted; });
  return found != kPairs.end() && found->code_point == code_point ? found->ascii : "";
}

}  // namespace parley::language
