// SPDX-License-Identifier: Apache-2.0
// What `parley check plans` reads: all that the format allows, and nothing else.
#include "infra/cli/plan/plan_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "nlohmann/json.hpp"
#include "tests/support/domain/builders.h"

namespace parley::cli {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

json ACase() {
  return json::parse(R"({
    "id": "one", "currency": "EUR", "balance": {"principal": 900, "fees": 101},
    "terms": {"start": "2026-01-15", "frequency": "MONTHLY", "days": [31],
              "first_due": "2026-01-31", "first_minor": null, "roll": "FOLLOWING",
              "holidays": ["2026-03-02", "2026-02-02"], "rate_e10": 0, "day_count": "ACT_365F",
              "remainder": "LAST"},
    "request": {"count": 2},
    "expect": {"instalments": [{"due": "2026-02-03", "amount_minor": 500},
                               {"due": "2026-03-03", "amount_minor": 501}],
               "total_minor": 1001, "end_date": "2026-03-03"}})");
}

// The case with another value at a place.
json With(std::string_view place, json value) {
  json one = ACase();
  one[json::json_pointer(std::string(place))] = std::move(value);
  return one;
}

json Without(std::string_view parent, const std::string& field) {
  json one = ACase();
  one[json::json_pointer(std::string(parent))].erase(field);
  return one;
}

// Why a line is refused; empty when it is not.
std::string Refusal(const json& one) {
  return std::string(ParsePlanCase(one.dump()).status().message());
}

std::vector<std::string> Differences(const json& one) {
  return CheckPlan(ParsePlanCase(one.dump()).value());
}

TEST(PlanCase, IsReadAsTheFormatSays) {
  EXPECT_EQ(Refusal(ACase()), "");
  EXPECT_THAT(Differences(ACase()), IsEmpty()) << "holidays come in any order";
}

TEST(PlanCase, TakesBucketsInEitherCase) {
  EXPECT_THAT(Differences(With("/balance", {{"PRINCIPAL", 900}, {"FEES", 101}})), IsEmpty());
}

TEST(PlanCase, PassesOverDaysOfARhythmThatNamesNone) {
  json one = With("/terms/frequency", "MONTH_END");
  EXPECT_THAT(Differences(one), IsEmpty());
}

TEST(PlanCase, MayLeaveOutWhatHasADefault) {
  for (const char* field :
       {"days", "first_minor", "holidays", "rate_e10", "day_count", "remainder"}) {
    EXPECT_EQ(Refusal(Without("/terms", field)), "") << field;
  }
}

TEST(PlanCase, NamesTheFieldThatIsMissing) {
  for (const char* field : {"id", "currency", "balance", "terms", "request", "expect"}) {
    EXPECT_EQ(Refusal(Without("", field)), std::string(field) + " is missing");
  }
  for (const char* field : {"start", "frequency", "first_due", "roll"}) {
    EXPECT_EQ(Refusal(Without("/terms", field)), "terms." + std::string(field) + " is missing");
  }
  for (const char* field : {"instalments", "total_minor", "end_date"}) {
    EXPECT_EQ(Refusal(Without("/expect", field)), "expect." + std::string(field) + " is missing");
  }
}

TEST(PlanCase, NamesTheFieldThatIsMalformed) {
  EXPECT_EQ(ParsePlanCase("{").status().message(), "the line is not JSON");
  EXPECT_EQ(Refusal(With("/note", 1)), "note is unknown");
  EXPECT_EQ(Refusal(With("/terms/order", 1)), "terms.order is unknown");
  EXPECT_EQ(Refusal(With("/currency", "XXX")), "currency is no currency with a minor unit");
  EXPECT_EQ(Refusal(With("/balance/taxes", 1)), "balance.taxes is no bucket");
  EXPECT_EQ(Refusal(With("/terms/frequency", "DAILY")), "terms.frequency has an unknown value");
  EXPECT_EQ(Refusal(With("/terms/roll", "")), "terms.roll has an unknown value");
  EXPECT_EQ(Refusal(With("/terms/days/0", -1)), "terms.days[0] is out of range");
  EXPECT_EQ(Refusal(With("/terms/holidays/1", "2026-02-30")),
            "terms.holidays[1] is no day such as 2026-11-22");
  EXPECT_EQ(Refusal(With("/request/end_date", "2026-05-01")),
            "request asks for one of instalment_minor, count and end_date");
  EXPECT_EQ(Refusal(With("/request", json::object())),
            "request asks for one of instalment_minor, count and end_date");
}

TEST(CheckPlan, TellsWhyThereIsNoSuchSchedule) {
  EXPECT_THAT(Differences(With("/terms/days/0", 32)),
              ElementsAre("FIELD_INVALID terms.rhythm.days[0] OUT_OF_RANGE"));
  EXPECT_THAT(Differences(With("/request", {{"end_date", "2026-01-30"}})),
              ElementsAre("FIELD_INVALID request.end_date DATE_ORDER"));
}

TEST(CheckPlan, TellsWhatIsTooMuchOrTooLittle) {
  json one = ACase();
  one["expect"]["instalments"].erase(1);
  EXPECT_THAT(Differences(one), ElementsAre("instalments: 1 expected, 2 found"));
}

TEST(CheckPlans, NamesTheLineOfEachFailure) {
  std::stringstream file;
  file << ACase().dump() << "\n\n{\n" << With("/expect/total_minor", 7).dump();
  const LineReport report = CheckPlans(file);
  EXPECT_EQ(report.passed, 1);
  ASSERT_EQ(report.failures.size(), 2U);
  EXPECT_EQ(report.failures[0].line, 3);
  EXPECT_EQ(report.failures[0].id, "");
  EXPECT_THAT(report.failures[0].differences, ElementsAre("the line is not JSON"));
  EXPECT_EQ(report.failures[1].line, 4);
  EXPECT_EQ(report.failures[1].id, "one");
  EXPECT_THAT(report.failures[1].differences, ElementsAre("total_minor: 7 expected, 1001 found"));
}

}  // namespace
}  // namespace parley::cli
