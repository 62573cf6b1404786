// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_FOLDED_TEXT_H_
#define PARLEY_DOMAIN_LANGUAGE_FOLDED_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/language/text_span.h"

namespace parley::language {

// A text as it is read, whatever it is dressed in: small letters without accents, compatibility
// forms and look-alikes of other scripts as the Latin letter that is seen, digits and signs within
// a word as the letter that they stand for (p4y), letters spaced out (p a y) or drawn out (paaay)
// as the word, no invisible characters, plain quotes and dashes, at most two spaces in a row.
// Each byte knows where it came from, so that what is found is shown in the original.
// Words of a lexicon are folded by the same rules.
class FoldedText {
 public:
  // The original, UTF-8, must outlive this; what is ill-formed in it reads as a space.
  explicit FoldedText(std::string_view original);

  std::string_view original() const { return original_; }
  // ASCII for what Latin letters can write; all else in UTF-8.
  std::string_view folded() const { return folded_; }

  // The part of the original behind a part of the folded text.
  TextSpan OriginOf(TextSpan folded) const;

  // Whether a byte of the folded text was a capital letter.
  bool IsUpper(std::size_t at) const { return origins_[at].upper; }

 private:
  struct Origin {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool upper = false;
  };

  void Append(char byte, const Origin& origin);
  void AppendSpace(const Origin& origin);
  void AppendFolded(char32_t code_point, Origin origin);
  void AppendOther(char32_t code_point, Origin origin);
  bool AppendParts(char32_t code_point, const Origin& origin);
  void JoinSpacedLetters();
  void ReadDigitsAsLetters();
  std::size_t SpacedRunAt(std::size_t at) const;

  std::string_view original_;
  std::string folded_;
  std::vector<Origin> origins_;  // One a byte of the folded text.
  int run_ = 0;                  // How often the last letter stands in a row.
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_FOLDED_TEXT_H_
