// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "adapters/documents/one_line.h"
#include "tests/adapters/documents/sample_paper.h"

namespace parley::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(OneLine, MakesSpacesOfWhatWouldBreakIt) {
  EXPECT_EQ(OneLine("  a\n\tb\r\n c\x7f\xC2\x85"
                    "d\xE2\x80\xA8"
                    "e\xE2\x80\xA9"
                    "é  "),
            "a b c d e é");
  EXPECT_EQ(OneLine("a\u202Eb\u2067c"), "abc") << "nothing turns the direction around";
  EXPECT_EQ(OneLine("\u2068ab\u2069"), "\u2068ab\u2069");
  EXPECT_EQ(OneLine(""), "");
  EXPECT_EQ(OneLine(" \n"), "");
}

TEST(ColumnsOf, CountsWhatALetterTakes) {
  EXPECT_EQ(ColumnsOf("né"), 2U);
  EXPECT_EQ(ColumnsOf("ne\xCC\x81"), 2U);
  EXPECT_EQ(ColumnsOf("山"), 2U);
  EXPECT_EQ(ColumnsOf("\xFF"), 1U);
}

TEST(Wrap, BreaksBetweenWordsAndWithinOneThatFitsOnNoLine) {
  EXPECT_THAT(Wrap("a line of some words", 9), ElementsAre("a line of", "some", "words"));
  EXPECT_THAT(Wrap("a verylongword b", 5), ElementsAre("a", "veryl", "ongwo", "rd b"));
  EXPECT_THAT(Wrap("ééééé", 2), ElementsAre("éé", "éé", "é"));
  EXPECT_THAT(Wrap("山山", 3), ElementsAre("山", "山"));
  EXPECT_THAT(Wrap("", 9), IsEmpty());
}

TEST(PlainText, TellsTheSameInEightyColumns) {
  const std::string text = PlainTextOf(ASamplePaper());
  EXPECT_THAT(text, HasSubstr("For        Erika Erfunden\n"
                              "Owed to    Example Lending\n"
                              "Reference  LOAN-4711\n"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "What it is made of\n"
          "------------------\n"
          "Part                                                    31 Dec 2025  30 Jun 2026\n"
          "--------------------------------------------------------------------------------\n"
          "Principal                                                  1,200.00       900.00\n"));
  EXPECT_THAT(text, HasSubstr("The balance went from €1,200.00 down to €924.31.\n"));
}

TEST(PlainText, StaysWithinItsColumns) {
  Paper paper = ASamplePaper();
  PaperTable table = ALongTable(6);
  table.rows[0].cells[1] = "A payment that somebody else made for the debtor, in two parts";
  table.rows[1].notes = {absl::StrCat(std::string(40, 'n'), " ", std::string(160, 'm'))};
  paper.blocks.emplace_back(table);
  table.rows[2].cells = {"31 Jan 2026", "Payment", "-40,000,000,000,000,000.00",
                         "40,000,000,000,000,000.00"};
  paper.blocks.emplace_back(table);
  paper.blocks.emplace_back(PaperTerms{{{std::string(50, 'l'), "text"}}});
  for (const absl::string_view line : absl::StrSplit(PlainTextOf(paper), '\n')) {
    EXPECT_LE(ColumnsOf(std::string(line)), 80U) << line;
    EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
  }
}

}  // namespace
}  // namespace parley::documents
