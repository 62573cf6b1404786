// SPDX-License-Identifier: Apache-2.0
#include "adapters/intake/csv_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
// rapidcheck's GoogleTest glue wants gtest first.
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CsvRecord Parse(std::string_view text) {
  CsvRecord record;
  ParseCsvRecord(text, record);
  return record;
}

TEST(ParseCsvRecord, TakesFieldsBetweenCommas) {
  const CsvRecord record = Parse("a,,c\nnext");
  EXPECT_EQ(record.form, CsvForm::kSound);
  EXPECT_THAT(record.fields, ElementsAre("a", "", "c"));
  EXPECT_EQ(record.size, 5U);
  EXPECT_FALSE(record.touches_end);
}

TEST(ParseCsvRecord, TakesCommasQuotesAndLineEndsInsideQuotes) {
  const CsvRecord record = Parse("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  EXPECT_EQ(record.form, CsvForm::kSound);
  EXPECT_THAT(record.fields, ElementsAre("a,b", "say \"no\"", "two\nlines"));
}

TEST(ParseCsvRecord, TakesTheReturnOfAWindowsLineEndOff) {
  EXPECT_THAT(Parse("a,b\r\nc").fields, ElementsAre("a", "b"));
  EXPECT_THAT(Parse("a,\"b\"\r\nc").fields, ElementsAre("a", "b"));
  EXPECT_THAT(Parse("a,\"b\"\r").fields, ElementsAre("a", "b"));
}

TEST(ParseCsvRecord, KeepsAReturnThatEndsNoLine) {
  EXPECT_THAT(Parse("a\rb,c\n").fields, ElementsAre("a\rb", "c"));
}

TEST(ParseCsvRecord, SaysThatItMetTheEndOfTheText) {
  EXPECT_TRUE(Parse("a,b").touches_end);
  EXPECT_TRUE(Parse("a,\"b\"").touches_end);
  EXPECT_TRUE(Parse("").touches_end);
}

TEST(ParseCsvRecord, TellsTheFieldsBeforeAStrayQuote) {
  const CsvRecord inside = Parse("a,b\"c,d\n");
  EXPECT_EQ(inside.form, CsvForm::kStrayQuote);
  EXPECT_THAT(inside.fields, ElementsAre("a"));
  const CsvRecord behind = Parse("\"a\"b,c\n");
  EXPECT_EQ(behind.form, CsvForm::kStrayQuote);
  EXPECT_THAT(behind.fields, IsEmpty());
}

TEST(ParseCsvRecord, TellsAnUnclosedQuote) {
  const CsvRecord record = Parse("a,\"b\nc,d\n");
  EXPECT_EQ(record.form, CsvForm::kUnclosedQuote);
  EXPECT_THAT(record.fields, ElementsAre("a"));
}

RC_GTEST_PROP(FormatCsvField, IsReadBackAsItWas, (const std::vector<std::string>& more)) {
  std::vector<std::string> fields = more;
  fields.emplace_back("last, \"quoted\"\r\nand long");
  std::string text;
  for (const std::string& field : fields) {
    text += (text.empty() ? "" : ",") + FormatCsvField(field);
    if (text.empty()) text = "\"\"";
  }
  text += "\n";
  RC_ASSERT(Parse(text).fields == fields);
}

}  // namespace
}  // namespace parley
