// SPDX-License-Identifier: Apache-2.0
#include "domain/language/folded_text.h"

#include <array>

#include "domain/language/characters.h"
#include "domain/language/look_alikes.h"
#include "unicode/uchar.h"
#include "unicode/unorm2.h"

namespace parley::language {
namespace {

constexpr char32_t kFirstBeyondAscii = 0x80;
constexpr char16_t kFirstSurrogate = 0xD800;
constexpr char16_t kLastSurrogate = 0xDFFF;

// The letter that a digit or sign within a word stands for; 0 for every other one.
char LetterMeant(char byte) {
  switch (byte) {
    case '0':
      return 'o';
    case '1':
    case '!':
      return 'i';
    case '3':
      return 'e';
    case '4':
    case '@':
      return 'a';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    case '|':
      return 'l';
    default:
      return '\0';
  }
}

// What nobody sees: zero-width characters, soft hyphens, joiners, marks on letters.
bool IsInvisible(char32_t code_point) {
  const auto type = u_charType(static_cast<UChar32>(code_point));
  return type == U_FORMAT_CHAR || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
         (type == U_CONTROL_CHAR && !u_isWhitespace(static_cast<UChar32>(code_point)));
}

}  // namespace

FoldedText::FoldedText(std::string_view original) : original_(original) {
  folded_.reserve(original.size() + 1);
  origins_.reserve(original.size() + 1);
  std::size_t at = 0;
  while (at < original.size()) {
    const std::size_t begin = at;
    const char32_t code_point = NextCodePoint(original, at);
    AppendFolded(code_point, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  JoinSpacedLetters();
  ReadDigitsAsLetters();
}

TextSpan FoldedText::OriginOf(TextSpan folded) const {
  if (folded.begin >= folded.end || folded.end > origins_.size()) return {};
  return {origins_[folded.begin].begin, origins_[folded.end - 1].end};
}

// A letter thrice in a row or more is one: no word of ours has three.
void FoldedText::Append(char byte, const Origin& origin) {
  constexpr int kDrawnOut = 3;
  run_ = IsSmallLetter(byte) && !folded_.empty() && folded_.back() == byte ? run_ + 1 : 1;
  if (run_ < kDrawnOut) {
    folded_.push_back(byte);
    origins_.push_back(origin);
    return;
  }
  if (run_ == kDrawnOut) {
    folded_.pop_back();
    origins_.pop_back();
  }
  origins_.back().end = origin.end;
}

void FoldedText::AppendSpace(const Origin& origin) {
  const std::size_t size = folded_.size();
  if (size >= 2 && folded_[size - 1] == ' ' && folded_[size - 2] == ' ') return;
  folded_.push_back(' ');
  origins_.push_back(origin);
}

void FoldedText::AppendFolded(char32_t code_point, Origin origin) {
  if (code_point == U'\n') {
    folded_.push_back('\n');
    origins_.push_back(origin);
  } else if (code_point < kFirstBeyondAscii) {
    const char byte = static_cast<char>(code_point);
    origin.upper = origin.upper || IsCapitalLetter(byte);
    if (IsBlank(byte)) {
      AppendSpace(origin);
    } else if (IsPrintable(byte)) {
      Append(ToSmallLetter(byte), origin);
    }
  } else {
    AppendOther(code_point, origin);
  }
}

void FoldedText::AppendOther(char32_t code_point, Origin origin) {
  const auto point = static_cast<UChar32>(code_point);
  if (u_isUWhiteSpace(point)) return AppendSpace(origin);
  if (IsInvisible(code_point)) return;
  origin.upper = origin.upper || u_isupper(point) || u_istitle(point);
  if (const std::string_view letters = LookAlike(code_point); !letters.empty()) {
    for (const char letter : letters) {
      letter == ' ' ? AppendSpace(origin) : Append(letter, origin);
    }
    return;
  }
  if (AppendParts(code_point, origin)) return;
  const auto small = static_cast<char32_t>(u_foldCase(point, U_FOLD_CASE_DEFAULT));
  for (const char byte : Utf8Of(small)) {
    folded_.push_back(byte);
    origins_.push_back(origin);
  }
}

// A letter with its accents, or a compatibility form, as the letters that it is made of.
bool FoldedText::AppendParts(char32_t code_point, const Origin& origin) {
  constexpr std::int32_t kMostParts = 32;
  std::array<UChar, kMostParts> parts{};
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const forms = unorm2_getNFKDInstance(&error);
  if (U_FAILURE(error)) return false;
  const std::int32_t length = unorm2_getDecomposition(forms, static_cast<UChar32>(code_point),
                                                      parts.data(), kMostParts, &error);
  if (length <= 0 || U_FAILURE(error)) return false;
  const std::u16string_view units(parts.data(), static_cast<std::size_t>(length));
  for (const char16_t unit : units) {
    // Parts beyond the basic plane are in no alphabet of ours.
    if (unit >= kFirstSurrogate && unit <= kLastSurrogate) continue;
    AppendFolded(unit, origin);
  }
  return true;
}

// How many bytes from here on are four letters or more with the same separator between them.
std::size_t FoldedText::SpacedRunAt(std::size_t at) const {
  constexpr std::string_view kSeparators = " .-_*";
  constexpr std::size_t kFewestLetters = 4;
  const std::size_t size = folded_.size();
  if (at + 2 >= size || !IsSmallLetter(folded_[at]) || (at > 0 && IsLetterOrDigit(folded_[at - 1])))
    return 0;
  const char separator = folded_[at + 1];
  if (kSeparators.find(separator) == std::string_view::npos) return 0;
  std::size_t last = at;
  while (last + 2 < size && folded_[last + 1] == separator && IsSmallLetter(folded_[last + 2]))
    last += 2;
  // The last one may begin a longer word.
  if (last + 1 < size && IsLetterOrDigit(folded_[last + 1])) last -= last > at ? 2 : 0;
  const std::size_t length = last - at + 1;
  return length >= 2 * kFewestLetters - 1 ? length : 0;
}

void FoldedText::JoinSpacedLetters() {
  std::size_t kept = 0;
  std::size_t at = 0;
  const auto keep = [this, &kept](std::size_t from) {
    folded_[kept] = folded_[from];
    origins_[kept++] = origins_[from];
  };
  while (at < folded_.size()) {
    const std::size_t run = SpacedRunAt(at);
    for (std::size_t letter = at; letter < at + run; letter += 2) keep(letter);
    if (run == 0) keep(at);
    at += run == 0 ? 1 : run;
  }
  folded_.resize(kept);
  origins_.resize(kept);
}

// Only what stands between letters, or a sign or lone digit at the head of a long word: ordinals,
// times and references stay what they are.
void FoldedText::ReadDigitsAsLetters() {
  constexpr std::size_t kLongWord = 5;
  const std::size_t size = folded_.size();
  std::size_t letters_after = 0;
  for (std::size_t at = size; at-- > 0;) {
    const char byte = folded_[at];
    if (IsSmallLetter(byte)) {
      ++letters_after;
      continue;
    }
    const std::size_t after = letters_after;
    letters_after = 0;
    const char letter = LetterMeant(byte);
    if (letter == '\0' || after == 0) continue;
    const bool before =
        at > 0 && IsLetterOrDigit(folded_[at - 1]) &&
        (IsSmallLetter(folded_[at - 1]) ||
         (at > 1 && IsSmallLetter(folded_[at - 2]) && LetterMeant(folded_[at - 1]) != 0));
    const bool at_head = at == 0 || folded_[at - 1] == ' ' || folded_[at - 1] == '\n';
    const bool sign = !IsDigit(byte);
    if (before || (at_head && byte != '!' && after + (sign ? 2 : 0) >= kLongWord)) {
      folded_[at] = letter;
      letters_after = after + 1;
    }
  }
}

}  // namespace parley::language
