// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/letter/letter_paper.h"

#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace parley::messaging {

Paper LetterPaper(std::string_view address, const LetterWords& words) {
  Paper paper;
  paper.language_code = words.language_code;
  paper.author = words.sender;
  paper.title = words.subject.Reveal();
  paper.subtitle = words.day;
  paper.made = words.made;
  paper.large_print = words.large_print;
  paper.foot = words.sender;
  paper.page_text = words.page_text;
  paper.window = PaperWindow{.return_line = words.return_address,
                             .lines = absl::StrSplit(std::string(address), '\n')};
  const std::string text = words.text.Reveal();
  for (const auto paragraph : absl::StrSplit(text, "\n\n", absl::SkipWhitespace())) {
    paper.blocks.emplace_back(PaperParagraph{std::string(absl::StripAsciiWhitespace(paragraph))});
  }
  if (!words.slip_title.empty()) {
    paper.blocks.emplace_back(PaperSlip{words.slip_title, words.slip_text, words.slip_fields});
  }
  if (!words.rights_title.empty()) {
    paper.blocks.emplace_back(PaperPageEnd{});
    paper.blocks.emplace_back(PaperHeading{words.rights_title});
    for (const std::string& right : words.rights) paper.blocks.emplace_back(PaperParagraph{right});
  }
  return paper;
}

}  // namespace parley::messaging
