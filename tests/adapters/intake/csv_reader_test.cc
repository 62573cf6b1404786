// SPDX-License-Identifier: Apache-2.0
#include "adapters/intake/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "domain/common/reason.h"

namespace parley {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const CsvColumns& Columns() {
  static const CsvColumns columns{{"ref", "amount"}, {"reason"}};
  return columns;
}

std::vector<CsvRow> ReadAll(const std::string& text) {
  std::istringstream in(text);
  absl::StatusOr<CsvReader> reader = CsvReader::Open(in, Columns());
  EXPECT_TRUE(reader.ok()) << reader.status();
  std::vector<CsvRow> rows;
  CsvRow row;
  while (reader.ok() && reader->Next(row)) rows.push_back(row);
  return rows;
}

absl::Status OpenError(const std::string& text) {
  std::istringstream in(text);
  return CsvReader::Open(in, Columns()).status();
}

TEST(CsvReader, ReadsRowsWithTheirLines) {
  const std::vector<CsvRow> rows = ReadAll("ref,amount\nA,1\n\nB,\"2\n\"\nC,3");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0].fields, ElementsAre("A", "1"));
  EXPECT_EQ(rows[0].line, 2);
  EXPECT_EQ(rows[1].line, 4);
  EXPECT_EQ(rows[2].line, 6);
  EXPECT_THAT(rows[2].fields, ElementsAre("C", "3"));
  EXPECT_THAT(rows[2].problems, IsEmpty());
}

TEST(CsvReader, ReadsALastRowOfSeveralLinesWithoutALineEnd) {
  const std::vector<CsvRow> rows = ReadAll("ref,amount\nA,\"1\n2\"");
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_THAT(rows[0].fields, ElementsAre("A", "1\n2"));
  EXPECT_THAT(rows[0].problems, IsEmpty());
}

TEST(CsvReader, TakesColumnsInAnyOrderAfterAByteOrderMark) {
  std::istringstream in(
      "\xEF\xBB\xBF"
      "amount,reason,ref\r\n1,why,A\r\n");
  absl::StatusOr<CsvReader> reader = CsvReader::Open(in, Columns());
  ASSERT_TRUE(reader.ok()) << reader.status();
  EXPECT_EQ(reader->Find("ref"), 2U);
  EXPECT_EQ(reader->Find("nothing"), std::nullopt);
  CsvRow row;
  ASSERT_TRUE(reader->Next(row));
  EXPECT_THAT(row.fields, ElementsAre("1", "why", "A"));
  EXPECT_FALSE(reader->Next(row));
}

TEST(CsvReader, NamesEveryColumnThatIsWrongAtOnce) {
  const absl::Status status = OpenError("ref,colour,size,ref\n");
  EXPECT_EQ(ReasonOf(status), Reason::kFieldInvalid);
  EXPECT_THAT(std::string(status.message()),
              AllOf(HasSubstr("lacks the column 'amount'"),
                    HasSubstr("unknown, the columns 'colour', 'size'"),
                    HasSubstr("twice the column 'ref'")));
}

TEST(CsvReader, RefusesAFileThatIsEmptyOrNoText) {
  EXPECT_THAT(std::string(OpenError("").message()), HasSubstr("empty"));
  EXPECT_THAT(std::string(OpenError("\n\r\n").message()), HasSubstr("empty"));
  const std::string utf16("\xFF\xFEr\0e\0f\0\n\0", 10);
  EXPECT_THAT(std::string(OpenError(utf16).message()), HasSubstr("not UTF-8"));
  EXPECT_THAT(std::string(OpenError("\"ref,amount\n").message()), HasSubstr("header"));
}

TEST(CsvReader, TellsARowOfAnotherWidthAndGoesOn) {
  const std::vector<CsvRow> rows = ReadAll("ref,amount\nA\nB,1,2\nC,3\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0].problems, ElementsAre(CsvProblem{"", Fault::kRowWidth}));
  EXPECT_THAT(rows[1].problems, ElementsAre(CsvProblem{"", Fault::kRowWidth}));
  EXPECT_THAT(rows[2].problems, IsEmpty());
}

TEST(CsvReader, TellsTheColumnThatIsNotUtf8OrHoldsANul) {
  const std::string nul("B,1\0\n", 5);
  const std::vector<CsvRow> rows = ReadAll("ref,amount\n\xC3(,1\n" + nul + "C\xC3\xA9,3\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0].problems, ElementsAre(CsvProblem{"ref", Fault::kNotUtf8}));
  EXPECT_THAT(rows[1].problems, ElementsAre(CsvProblem{"amount", Fault::kControlCharacter}));
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_THAT(rows[2].problems, IsEmpty());
}

TEST(CsvReader, LosesOneLineToALostQuote) {
  const std::vector<CsvRow> rows = ReadAll("ref,amount\nA,\"1\nB,2\nC,3\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0].problems, ElementsAre(CsvProblem{"amount", Fault::kMalformed}));
  EXPECT_THAT(rows[1].fields, ElementsAre("B", "2"));
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_THAT(rows[2].fields, ElementsAre("C", "3"));
}

TEST(CsvReader, LosesOneLineToAStrayQuoteThatPairsWithALaterOne) {
  const std::vector<CsvRow> rows = ReadAll("ref,amount\nA,\"1\nB,2\n\"C\",3\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[0].problems, ElementsAre(CsvProblem{"amount", Fault::kMalformed}));
  EXPECT_THAT(rows[2].fields, ElementsAre("C", "3"));
}

TEST(CsvReader, RefusesARowThatIsTooLongAndGoesOn) {
  const std::string longer(CsvReader::kLongestRow + 1, 'x');
  const std::string longest(CsvReader::kLongestRow * 3, 'x');
  const std::vector<CsvRow> rows =
      ReadAll("ref,amount\n" + longer + ",1\n" + longest + ",1\n\"" + longer + "\",1\nB,2\n");
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(rows[0].problems, ElementsAre(CsvProblem{"", Fault::kTooLong}));
  EXPECT_THAT(rows[1].problems, ElementsAre(CsvProblem{"", Fault::kTooLong}));
  EXPECT_THAT(rows[2].problems, SizeIs(1));
  EXPECT_THAT(rows[3].fields, ElementsAre("B", "2"));
  EXPECT_EQ(rows[3].line, 5);
}

TEST(CsvReader, ReadsALongFileWhateverChunksItComesIn) {
  std::string text = "ref,amount\n";
  for (int at = 0; at < 20000; ++at) {
    text += "R" + std::to_string(at) + (at % 3 == 0 ? ",\"1\n2\"\n" : ",12\r\n");
  }
  const std::vector<CsvRow> rows = ReadAll(text);
  ASSERT_THAT(rows, SizeIs(20000));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    ASSERT_THAT(rows[at].problems, IsEmpty());
    ASSERT_EQ(rows[at].fields[0], "R" + std::to_string(at));
    ASSERT_EQ(rows[at].fields[1], at % 3 == 0 ? "1\n2" : "12");
  }
}

}  // namespace
}  // namespace parley
