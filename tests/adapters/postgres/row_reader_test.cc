// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/row_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "tests/support/domain/builders.h"

namespace parley::postgres {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::string_view_literals;

Cell Binary(std::string_view bytes) { return {bytes, false, true}; }

// A smallint[] of {3,-1}: one dimension, no NULL, type 21, two elements from 1 on, each sized.
constexpr std::string_view kTwoNumbers =
    "\0\0\0\1\0\0\0\0\0\0\0\25\0\0\0\2\0\0\0\1\0\0\0\2\0\3\0\0\0\2\377\377"sv;

TEST(RowReader, ReadsTheBinaryFormOfEachType) {
  const std::array cells = {Binary("\377\376"sv),
                            Binary("\0\0\0\7"sv),
                            Binary("\0\0\0\0\0\0\1\0"sv),
                            Binary("\0\0\0\1"sv),
                            Binary("\377\377\377\377\377\377\377\377"sv),
                            Binary("a text"),
                            Binary("\0\377"sv),
                            Binary("\1{}"sv),
                            Binary("\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20"sv),
                            Binary(kTwoNumbers)};
  RowReader row(cells);
  EXPECT_EQ(row.Integer(), -2);
  EXPECT_EQ(row.Integer(), 7);
  EXPECT_EQ(row.Integer(), 256);
  EXPECT_EQ(row.ReadDay(), DayOf("2000-01-02"));
  EXPECT_EQ(row.Time(), absl::FromUnixMicros(946'684'800'000'000 - 1));
  EXPECT_EQ(row.Text(), "a text");
  EXPECT_EQ(row.Bytes(), "\0\377"sv);
  EXPECT_EQ(row.Json(), "{}");
  EXPECT_EQ(row.ReadUuid().ToString(), "01020304-0506-0708-090a-0b0c0d0e0f10");
  EXPECT_THAT(row.Integers(), ElementsAre(3, -1));
  EXPECT_TRUE(row.sound());
}

// A uuid[] of one element: type 2950.
constexpr std::string_view kOneId =
    "\0\0\0\1\0\0\0\0\0\0\13\206\0\0\0\1\0\0\0\1\0\0\0\20"
    "\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20"sv;

TEST(RowReader, ReadsIdsInBothForms) {
  const std::string text = "01020304-0506-0708-090a-0b0c0d0e0f10";
  const std::string two = "{" + text + "," + text + "}";
  const std::array cells = {Binary(kOneId), Cell{two}, Cell{"{}"}};
  RowReader row(cells);
  const Uuid id = Uuid::Parse(text).value();
  EXPECT_THAT(row.Uuids(), ElementsAre(id));
  EXPECT_THAT(row.Uuids(), ElementsAre(id, id));
  EXPECT_THAT(row.Uuids(), IsEmpty());
  EXPECT_TRUE(row.sound());
  EXPECT_EQ(UuidsFromBinary(kTwoNumbers), std::nullopt);
  EXPECT_EQ(UuidsFromText("{1}"), std::nullopt);
}

TEST(RowReader, FindsBinaryFormsUnsound) {
  for (const std::string_view bytes : {""sv, "\1\2\3"sv, "\1\2\3\4\5\6\7\10\11"sv}) {
    const std::array cells = {Binary(bytes)};
    const auto spoils = [&cells](auto read) {
      RowReader row(cells);
      read(row);
      return !row.sound();
    };
    EXPECT_TRUE(spoils([](RowReader& row) { row.Integer(); }));
    EXPECT_TRUE(spoils([](RowReader& row) { row.ReadDay(); }));
    EXPECT_TRUE(spoils([](RowReader& row) { row.Time(); }));
    EXPECT_TRUE(spoils([](RowReader& row) { row.ReadUuid(); }));
    EXPECT_TRUE(spoils([](RowReader& row) { row.Digest(); }));
    EXPECT_TRUE(spoils([](RowReader& row) { row.Integers(); }));
  }
}

TEST(RowReader, ReadsNoPartOfAnArray) {
  EXPECT_THAT(IntegersFromBinary("\0\0\0\0\0\0\0\0\0\0\0\25"sv), testing::Optional(IsEmpty()));
  for (std::size_t size = 0; size < kTwoNumbers.size(); ++size) {
    EXPECT_EQ(IntegersFromBinary(kTwoNumbers.substr(0, size)), std::nullopt) << size;
  }
}

TEST(RowReader, RefusesDaysThatALedgerHasNot) {
  for (const std::string_view bytes : {"\177\377\377\377"sv, "\200\0\0\0"sv, "\0\74\0\0"sv}) {
    const std::array cells = {Binary(bytes)};
    RowReader row(cells);
    row.ReadDay();
    EXPECT_FALSE(row.sound());
  }
}

}  // namespace
}  // namespace parley::postgres
