// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/array_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "adapters/postgres/json_text.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/session.h"
#include "domain/common/fingerprint.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

using testing::ElementsAre;

template <typename T>
std::string Element(const T& value) {
  std::string out;
  AppendElement(out, value);
  return out;
}

TEST(ArrayText, WritesEachTypeInPostgresForm) {
  EXPECT_EQ(Element(std::string_view("a")), R"("a")");
  EXPECT_EQ(Element(std::string_view("")), R"("")");
  EXPECT_EQ(Element(std::string_view("NULL")), R"("NULL")");
  EXPECT_EQ(Element(std::string_view(R"(say "\" {1,2})")), R"("say \"\\\" {1,2}")");
  EXPECT_EQ(Element(Bytes{std::string_view("\0\xff", 2)}), R"("\\x00ff")");
  EXPECT_EQ(Element(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(Element(DayOf("2026-11-22")), "2026-11-22");
  EXPECT_EQ(Element(Day::max()), "infinity");
  EXPECT_EQ(Element(std::numeric_limits<absl::int128>::max()),
            "170141183460469231731687303715884105727");
  EXPECT_EQ(Element(absl::int128{0}), "0");
  EXPECT_EQ(Element(absl::FromUnixMicros(1'700'000'000'123'456)), "1700000000123456");
  EXPECT_EQ(Element(NumberedId<DebtId>(7)), NumberedId<DebtId>(7).ToString());
  EXPECT_EQ(Element(std::optional<int>()), "NULL");
  EXPECT_EQ(Element(std::optional<int>(3)), "3");
}

TEST(ArrayText, IsBracedAndSeparated) {
  EXPECT_EQ(ArrayText(std::vector<int>()), "{}");
  EXPECT_EQ(ArrayText(std::vector<int>{1, 2, 3}), "{1,2,3}");
  EXPECT_EQ(ArrayText(std::vector<std::string>{"", "a"}), R"({"","a"})");
}

TEST(RowArrays, TurnRowsIntoColumns) {
  RowArrays rows;
  EXPECT_TRUE(rows.empty());
  rows.Add(1, std::string("a"), std::optional<int>());
  rows.Add(2, std::string("b"), std::optional<int>(5));
  EXPECT_EQ(rows.size(), 2U);
  EXPECT_THAT(std::move(rows).Take(), ElementsAre("{1,2}", R"({"a","b"})", "{NULL,5}"));
}

TEST(RowReader, ReadsNumbersOfArraysAndBytesExactly) {
  EXPECT_EQ(IntegersFromText("{}"), std::vector<std::int64_t>());
  EXPECT_EQ(IntegersFromText("{-9223372036854775808,0,9007199254740993}"),
            (std::vector<std::int64_t>{std::numeric_limits<std::int64_t>::min(), 0,
                                       9'007'199'254'740'993}));
  for (const char* text : {"", "{", "}", "1", "{1", "{1,x}", "{1,NULL}", "{,}", "{1.5}"}) {
    EXPECT_EQ(IntegersFromText(text), std::nullopt) << text;
  }
  EXPECT_EQ(DaysFromText("{}"), std::vector<Day>());
  EXPECT_EQ(DaysFromText("{2024-02-29,infinity}"),
            (std::vector<Day>{Day(2024, 2, 29), Day::max()}));
  for (const char* text : {"", "2024-02-29", "{2023-02-29}", "{-infinity}", "{NULL}"}) {
    EXPECT_EQ(DaysFromText(text), std::nullopt) << text;
  }
  EXPECT_EQ(BytesFromText("\\x"), "");
  EXPECT_EQ(BytesFromText("\\x00ff7A").has_value(), false) << "PostgreSQL writes small letters";
  EXPECT_EQ(BytesFromText("\\x00ff"), std::string("\0\xff", 2));
  for (const char* text : {"", "\\", "00", "\\x0", "\\xzz"}) {
    EXPECT_EQ(BytesFromText(text), std::nullopt) << text;
  }
}

TEST(RowReader, TellsWhenARowIsNotWhatItShouldBe) {
  const std::vector<Cell> cells = {{"7", false}, {"", true}, {"x", false}};
  RowReader reader(cells);
  EXPECT_EQ(reader.Integer(), 7);
  EXPECT_TRUE(reader.sound());
  EXPECT_TRUE(reader.NextIsNull());
  EXPECT_EQ(reader.IntegerOrNone(), std::nullopt);
  EXPECT_TRUE(reader.sound());
  EXPECT_EQ(reader.Integer(), 0);
  EXPECT_FALSE(reader.sound());
  EXPECT_EQ(reader.Text(), "") << "past the end";
}

TEST(RowReader, ReadsNumbersOf128Bits) {
  const std::vector<Cell> cells = {{"170141183460469231731687303715884105727", false},
                                   {"0", false},
                                   {"170141183460469231731687303715884105728", false}};
  RowReader reader(cells);
  EXPECT_EQ(reader.WideInteger(), std::numeric_limits<absl::int128>::max());
  EXPECT_EQ(reader.WideInteger(), 0);
  EXPECT_TRUE(reader.sound());
  EXPECT_EQ(reader.WideInteger(), 0);
  EXPECT_FALSE(reader.sound());
}

// Any text, also one that PostgreSQL's array syntax gives a meaning to, without NUL.
rc::Gen<std::string> AnyText() {
  const auto character = rc::gen::oneOf(rc::gen::elementOf(std::string("\"\\{},' \t\n%:;$")),
                                        rc::gen::inRange<char>(1, 127));
  return rc::gen::container<std::string>(character);
}

class RoundTripsOfValues : public PostgresFixture {};

TEST_F(RoundTripsOfValues, KeepTextsNumbersBytesAndInstants) {
  const auto session = Session::Open(database_->PoolOf().connection);
  ASSERT_THAT(session, IsOk());
  constexpr Query kEcho{R"sql(
select t, n, b, micros(instant(i)) from unnest(:t::text[], :n::bigint[], :b::bytea[], :i::bigint[])
  as u(t, n, b, i))sql",
                        4};
  rc::check([&](std::int64_t number, const std::string& bytes) {
    const std::string text = *AnyText();
    const std::int64_t micros = *rc::gen::inRange<std::int64_t>(0, 9'000'000'000'000'000);
    RowArrays rows;
    rows.Add(text, number, Bytes{bytes}, micros);
    const std::vector<std::string> arrays = std::move(rows).Take();
    int seen = 0;
    RC_ASSERT((*session)
                  ->Select(kEcho,
                           {{"t", arrays[0]}, {"n", arrays[1]}, {"b", arrays[2]}, {"i", arrays[3]}},
                           [&](RowReader& row) {
                             ++seen;
                             RC_ASSERT(row.Text() == text);
                             RC_ASSERT(row.Integer() == number);
                             RC_ASSERT(row.Bytes() == bytes);
                             RC_ASSERT(row.Integer() == micros);
                             return absl::OkStatus();
                           })
                  .ok());
    RC_ASSERT(seen == 1);
  });
}

TEST(JsonText, KeepsAnOrigin) {
  Origin origin;
  origin.original_creditor = "Example \"Bank\" \\ Söhne";
  origin.product = "Kreditkarte";
  origin.language = "es-MX";
  origin.agreement_date = DayOf("2019-02-03");
  origin.charge_off = ChargeOff{DayOf("2021-02-03"), 4'000'000'000'000'000'000};
  origin.transfers = {
      {TransferKind::kOwnership, "A", "B", DayOf("2022-01-01"), std::nullopt},
      {TransferKind::kServicing, "B", "C", DayOf("2023-01-01"), DayOf("2023-01-05")}};
  EXPECT_EQ(OriginFromJson(JsonOf(origin)), origin);
  EXPECT_EQ(OriginFromJson(JsonOf(Origin())), Origin());
}

TEST(JsonText, NeverHoldsTheAgreementReference) {
  Origin origin;
  origin.agreement_reference = Secret("4711-0815");
  EXPECT_EQ(JsonOf(origin).find("4711"), std::string::npos);
}

TEST(JsonText, KeepsHowALineOfInterestCameAbout) {
  InterestDetail detail{.rule = "rule \"1\"",
                        .version = 7,
                        .basis = "§ 288",
                        .day_count = DayCount::kActActIsda,
                        .pieces = {},
                        .carried_millionths = -500'000,
                        .topped_up = 3};
  EXPECT_EQ(InterestDetailFromJson(JsonOf(detail)), detail);
  detail.pieces = {{DayOf("2023-12-30"), DayOf("2024-01-02"), 1'000, 500'000'000, {1, 2}},
                   {DayOf("2024-01-02"), DayOf("2024-01-31"), 2'000, 1, {0, 29}}};
  EXPECT_EQ(InterestDetailFromJson(JsonOf(detail)), detail);
  detail.day_count = DayCount();
  EXPECT_EQ(InterestDetailFromJson(JsonOf(detail)), std::nullopt);
  EXPECT_EQ(InterestDetailFromJson("{}"), std::nullopt);
}

TEST(JsonText, OfAnotherShapeIsNone) {
  EXPECT_EQ(OriginFromJson("{}"), Origin()) << "an early release may lack everything";
  for (const char* json :
       {"", "[", "7", R"({"agreement_date":"2019-02-30"})", R"({"charge_off":{}})",
        R"({"transfers":[{"kind":3,"from":"A","to":"B","date":"2019-01-01"}]})"}) {
    EXPECT_EQ(OriginFromJson(json), std::nullopt) << json;
  }
  EXPECT_EQ(CoDebtorsFromJson(R"([{"debtor":"nobody","share":1}])"), std::nullopt);
  EXPECT_EQ(TextsFromJson("[1]"), std::nullopt);
}

}  // namespace
}  // namespace parley::postgres
