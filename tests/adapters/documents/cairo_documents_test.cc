// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/cairo_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/documents/pdf_update.h"
#include "adapters/documents/style.h"
#include "adapters/documents/typeface.h"
#include "tests/adapters/documents/pdf_tools.h"
#include "tests/adapters/documents/sample_paper.h"

namespace parley {
namespace {

using documents::PdfText;
using documents::Typeface;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

CairoDocuments MakeDocuments() {
  return CairoDocuments(Typeface::Open(Typeface::DefaultFiles()).value());
}

std::string PdfOf(const Paper& paper) { return MakeDocuments().Pdf(paper).value(); }

Paper PaperOf(std::vector<PaperBlock> blocks) {
  Paper paper = ASamplePaper();
  paper.blocks = std::move(blocks);
  return paper;
}

std::vector<std::string> Overflows(const PdfFile& pdf) {
  std::vector<std::string> found;
  const std::vector<PdfFile::Word> words = pdf.Words();
  for (std::size_t at = 0; at < words.size(); ++at) {
    const PdfFile::Word& word = words.at(at);
    if (word.left < documents::kMarginLeft - 1 || word.top < documents::kMarginTop - 1 ||
        word.right > documents::kPageWidth - documents::kMarginRight + 1 ||
        word.bottom > documents::kPageHeight - 30) {
      found.push_back(absl::StrCat("outside: ", word.text));
    }
    for (std::size_t next = at + 1; next < words.size() && words.at(next).page == word.page;
         ++next) {
      const PdfFile::Word& other = words.at(next);
      // Lines may touch; their letters may not.
      if (word.left + 0.5 < other.right && other.left + 0.5 < word.right &&
          word.top + 3 < other.bottom && other.top + 3 < word.bottom) {
        found.push_back(absl::StrCat(word.text, " runs into ", other.text));
      }
    }
  }
  return found;
}

TEST(CairoDocuments, SayWhatTheyAreAndInWhichLanguage) {
  Paper paper = ASamplePaper();
  paper.language_code = "de";
  const std::string content = PdfOf(paper);
  EXPECT_THAT(PdfFile(content).Info(), AllOf(HasSubstr("Title:           Account statement\n"),
                                             HasSubstr("Author:          Example Lending\n"),
                                             HasSubstr("CreationDate:    2026-07-01T09:30:00Z\n"),
                                             HasSubstr("Tagged:          yes\n"),
                                             HasSubstr("Pages:           2\n"), HasSubstr("(A4)")));
  EXPECT_THAT(content, HasSubstr(absl::StrCat("/Lang ", PdfText("de"))));
  EXPECT_THAT(content, HasSubstr("/DisplayDocTitle true"));
}

TEST(CairoDocuments, AreReadInTheOrderInWhichTheyStand) {
  const PdfFile pdf(PdfOf(ASamplePaper()));
  const std::string text = pdf.Text();
  std::size_t at = 0;
  for (const std::string_view next :
       {"Example Lending", "Account statement", "1 January 2026 to 30 June 2026", "Erika Erfunden",
        "Balance on 30 June 2026", "€924.31", "What it is made of", "Principal", "1,200.00",
        "900.00", "The balance over time", "The balance went from", "Page 1 of 2", "What happened",
        "Payment 1", "Your rights", "You may ask", "Page 2 of 2"}) {
    const std::size_t found = text.find(next, at);
    EXPECT_NE(found, std::string::npos) << next << " after " << at << " in\n" << text;
    if (found != std::string::npos) at = found;
  }
}

TEST(CairoDocuments, TellAScreenReaderWhatEachPartIs) {
  const std::string content = PdfOf(ASamplePaper());
  const std::string structure = PdfFile(content).Structure();
  EXPECT_THAT(structure, AllOf(HasSubstr("Document\n"), HasSubstr("H1 (block)\n    \"Account st"),
                               HasSubstr("H2 (block)\n    \"What it is made of\""),
                               HasSubstr("TH:\n         /Scope /Column\n        \"Part\""),
                               HasSubstr("      TD\n        \"Principal\""),
                               HasSubstr("Lbl (block)\n        \"For\"\n"),
                               HasSubstr("LBody (block)\n        \"Erika Erfunden\"\n"),
                               HasSubstr("  Figure"), Not(HasSubstr("Page 1"))));
  EXPECT_THAT(content, HasSubstr(absl::StrCat(
                           "/Alt ", PdfText("The balance went from €1,200.00 down to €924.31."))));
  EXPECT_THAT(content, HasSubstr("/Scope /Column"));
}

TEST(CairoDocuments, HoldTheirFontsAndNoTextAsPictures) {
  const PdfFile pdf(PdfOf(ASamplePaper()));
  EXPECT_THAT(pdf.Fonts(), AllOf(HasSubstr("DejaVuSans"), HasSubstr("DejaVuSans-Bold"),
                                 Not(HasSubstr(" no  no")), Not(HasSubstr("Type 3"))));
  EXPECT_THAT(pdf.Images(), Not(HasSubstr("image")));
}

TEST(CairoDocuments, AreTheSameBytesEachTime) {
  const CairoDocuments documents = MakeDocuments();
  const std::string content = documents.Pdf(ASamplePaper()).value();
  EXPECT_EQ(documents.Pdf(ASamplePaper()).value(), content);
  EXPECT_EQ(PdfOf(ASamplePaper()), content);
}

TEST(CairoDocuments, AreMadeByManyThreadsAtOnce) {
  const CairoDocuments documents = MakeDocuments();
  const std::string content = documents.Pdf(ASamplePaper()).value();
  std::vector<std::string> contents(8);
  std::vector<std::thread> threads;
  threads.reserve(contents.size());
  for (std::string& mine : contents) {
    threads.emplace_back([&] { mine = documents.Pdf(ASamplePaper()).value(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& mine : contents) EXPECT_EQ(mine, content);
}

TEST(CairoDocuments, RepeatTheTitlesOfATableOnEachPage) {
  const PdfFile pdf(PdfOf(PaperOf({PaperHeading{"What happened"}, ALongTable(400)})));
  std::vector<int> titles(100);
  std::vector<int> numbers(100);
  int rows = 0;
  int pages = 0;
  for (const PdfFile::Word& word : pdf.Words()) {
    const auto page = static_cast<std::size_t>(word.page);
    if (word.text == "Change") ++titles.at(page);
    if (word.text == "Page") ++numbers.at(page);
    if (word.text == "-1.00") ++rows;
    pages = word.page;
  }
  EXPECT_EQ(rows, 400);
  EXPECT_GT(pages, 10);
  for (int page = 1; page <= pages; ++page) {
    EXPECT_EQ(titles.at(static_cast<std::size_t>(page)), 1) << page;
    EXPECT_EQ(numbers.at(static_cast<std::size_t>(page)), 1) << page;
  }
  EXPECT_THAT(pdf.Text(), HasSubstr(absl::StrCat("Page 2 of ", pages)));
  EXPECT_THAT(Overflows(pdf), testing::IsEmpty());
  // To who listens they are said once.
  const std::string structure = pdf.Structure();
  const std::size_t first = structure.find("\"What happened\"", structure.find("  Table"));
  EXPECT_EQ(structure.find("\"What happened\"", first + 1), std::string::npos);
}

TEST(CairoDocuments, KeepLongTextsWithinThePage) {
  const std::string name = "Maximiliane-Wilhelmine Freifrau von Langenfeld-Hohenstein ";
  const std::string wide(200, 'W');
  Paper paper = ASamplePaper();
  paper.author = name + name + name;
  paper.subtitle = wide;
  paper.foot = name + wide;
  PaperTable table = ALongTable(2);
  table.rows[0].cells = {"31 Jan 2026", wide, "-40,000,000,000,000,000.00",
                         "40,000,000,000,000,000.00"};
  table.rows[0].notes = {std::string(1000, 'W')};
  table.rows[1].notes = {name + "\n\n\tnext line\r\n" + name, "One more."};
  paper.blocks = {PaperTerms{{{wide, name + name}, {"Owed to", wide}}},
                  PaperFigure{wide, "40,000,000,000,000,000.00 €", wide}, PaperHeading{wide}, table,
                  PaperParagraph{std::string(20000, 'x')}};
  EXPECT_THAT(Overflows(PdfFile(PdfOf(paper))), testing::IsEmpty());
}

TEST(CairoDocuments, StandWithoutABlock) {
  EXPECT_THAT(PdfFile(PdfOf(PaperOf({}))).Text(), HasSubstr("Account statement"));
  EXPECT_THAT(PdfFile(PdfOf(PaperOf({ALongTable(0)}))).Text(), HasSubstr("Balance (EUR)"));
}

TEST(CairoDocuments, DrawALineThatNeverMoves) {
  PaperChart chart{.sentence = "The balance stayed at 0.",
                   .steps = {{0, 0}},
                   .until = 0,
                   .days = {{0, "1 Jan 2026"}},
                   .levels = {{0, "0"}, {1, "1"}}};
  EXPECT_THAT(PdfFile(PdfOf(PaperOf({chart}))).Text(), HasSubstr("The balance stayed at 0."));
}

TEST(Typeface, NeedsItsFiles) {
  EXPECT_EQ(Typeface::Open({"/nowhere/DejaVuSans.ttf"}).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

}  // namespace
}  // namespace parley
