// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "adapters/documents/cairo_documents.h"
#include "adapters/documents/letter_drawing.h"
#include "adapters/documents/style.h"
#include "adapters/documents/typeface.h"
#include "tests/adapters/documents/pdf_tools.h"

namespace parley {
namespace {

using documents::Typeface;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr double kMillimetre = 72 / 25.4;

Paper ALetter(std::vector<std::string> address) {
  Paper paper;
  paper.language_code = "en";
  paper.author = "Example Lending";
  paper.title = "About your account";
  paper.subtitle = "22 November 2026";
  paper.made = absl::FromUnixSeconds(1'795'000'000);
  paper.foot = "Example Lending";
  paper.page_text = "Page {page} of {pages}";
  paper.window = PaperWindow{"Example Lending, 1 Sample Street, Madrid", std::move(address)};
  paper.blocks = {PaperParagraph{"Dear Ada Example,"},
                  PaperSlip{"Reply slip", "Please send it back.", {"Name", "Telephone"}},
                  PaperPageEnd{}, PaperHeading{"Rights"}, PaperParagraph{"Ask for proof."}};
  return paper;
}

const CairoDocuments& Documents() {
  static const CairoDocuments documents(Typeface::Open(Typeface::DefaultFiles()).value());
  return documents;
}

std::vector<PdfFile::Word> WordsOf(const Paper& paper) {
  return PdfFile(Documents().Pdf(paper).value()).Words();
}

// What an envelope shows: DIN 5008, form B.
bool IsInWindow(const PdfFile::Word& word) {
  return word.page == 1 && word.bottom > 45 * kMillimetre && word.top < 90 * kMillimetre &&
         word.left >= 20 * kMillimetre && word.right <= 105 * kMillimetre;
}

double TallestOf(const std::vector<PdfFile::Word>& words, const std::string& text) {
  double height = 0;
  for (const PdfFile::Word& word : words) {
    if (word.text == text) height = std::max(height, word.bottom - word.top);
  }
  return height;
}

TEST(LetterPages, AreSetInLargePrintWithTheirWindowAsItWas) {
  Paper letter = ALetter({"Ada Example", "3 Invented Road"});
  const std::vector<PdfFile::Word> plain = WordsOf(letter);
  letter.large_print = true;
  const std::vector<PdfFile::Word> large = WordsOf(letter);
  EXPECT_NEAR(TallestOf(large, "proof."), 1.5 * TallestOf(plain, "proof."), 0.2);
  EXPECT_NEAR(TallestOf(large, "Invented"), TallestOf(plain, "Invented"), 0.1);
  EXPECT_NEAR(TallestOf(large, "Madrid"), TallestOf(plain, "Madrid"), 0.1);
}

TEST(LetterPages, ShowTheAddressAndNothingElseThroughTheWindow) {
  std::vector<std::string> shown;
  for (const PdfFile::Word& word : WordsOf(ALetter({"Ada Example", "3 Invented Road"}))) {
    if (IsInWindow(word)) shown.push_back(word.text);
  }
  EXPECT_THAT(shown, ElementsAre("Example", "Lending,", "1", "Sample", "Street,", "Madrid", "Ada",
                                 "Example", "3", "Invented", "Road"));
}

TEST(LetterPages, ShowAnAddressWholeHoweverLong) {
  const std::string line(90, 'x');
  int shown = 0;
  for (const PdfFile::Word& word : WordsOf(ALetter(std::vector<std::string>(8, line)))) {
    if (word.text.find("xxx") == std::string::npos) continue;
    EXPECT_TRUE(IsInWindow(word)) << word.left << " " << word.top << " " << word.right;
    ++shown;
  }
  EXPECT_EQ(shown, 8);
}

TEST(LetterPages, HaveTheSlipAtTheFootOfItsPageAndRightsOnTheNext) {
  double title_of_slip = 0;
  double last_field = 0;
  int page_of_rights = 0;
  for (const PdfFile::Word& word : WordsOf(ALetter({"Ada Example"}))) {
    if (word.text == "Reply") title_of_slip = word.top;
    if (word.text == "Telephone") last_field = word.bottom;
    if (word.text == "Rights") page_of_rights = word.page;
  }
  EXPECT_GT(title_of_slip, documents::kPageHeight / 2);
  EXPECT_GT(last_field, documents::kPageHeight - documents::kMarginBottom - 20);
  EXPECT_LT(last_field, documents::kPageHeight - documents::kMarginBottom + 1);
  EXPECT_EQ(page_of_rights, 2);
}

TEST(LetterPages, AreReadInTheOrderInWhichTheyStand) {
  const std::string structure =
      PdfFile(Documents().Pdf(ALetter({"Ada Example"})).value()).Structure();
  EXPECT_LT(structure.find("Ada Example"), structure.find("About your account"));
  EXPECT_LT(structure.find("About your account"), structure.find("Reply slip"));
  EXPECT_LT(structure.find("Telephone"), structure.find("Rights"));
}

TEST(LetterPages, SayTheSameAsText) {
  EXPECT_THAT(Documents().PlainText(ALetter({"Ada Example"})),
              AllOf(HasSubstr("Example Lending, 1 Sample Street, Madrid\n\nAda Example\n"),
                    HasSubstr("Reply slip\nPlease send it back.\n\nName:\n\nTelephone:\n"),
                    HasSubstr("Rights\n")));
}

}  // namespace
}  // namespace parley
