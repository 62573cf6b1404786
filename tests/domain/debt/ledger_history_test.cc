// SPDX-License-Identifier: Apache-2.0
// What `parley check ledger` reads: all that the format allows, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

#include "infra/cli/ledger/history.h"
#include "infra/cli/ledger/ledger_check.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// 365.00 bear 0.05 a day.
json AHistory() {
  return json::parse(R"({
    "id": "one", "currency": "EUR", "opened": "2026-01-31", "opening": {"principal": 36500},
    "terms": {"day_count": "ACT_365F", "base": "PRINCIPAL", "interest_from": "2026-01-31",
              "rates": [{"from": "2026-01-31", "rate_e10": 500000000}], "interest_cap_minor": null,
              "post_interest": "MONTH_END",
              "allocation": ["fees", "costs", "penalty", "interest", "principal"]},
    "entries": [{"ref": "e1", "kind": "FEE", "value_date": "2026-02-10", "booked_time": null,
                 "amount_minor": 700, "bucket": null, "reverses": null, "allocation": null}],
    "holds": [{"type": "CARE", "from": "2026-02-01", "until": null, "freezes_interest": false}],
    "as_of": "2026-02-28", "known_at": null,
    "expect": {"balance_minor": 37340, "credit_minor": 0, "accrued_interest_minor": 0,
               "buckets": {"principal": 36500, "interest": 140, "fees": 700}}})");
}

// The history with another value at a place.
json With(std::string_view place, json value) {
  json history = AHistory();
  history[json::json_pointer(std::string(place))] = std::move(value);
  return history;
}

json Without(std::string_view parent, const std::string& field) {
  json history = AHistory();
  history[json::json_pointer(std::string(parent))].erase(field);
  return history;
}

// Why a line is refused; empty when it is not.
std::string RefusalOf(const std::string& line) {
  return std::string(ParseLedgerHistory(line).status().message());
}
std::string Refusal(const json& history) { return RefusalOf(history.dump()); }

ShownLedger Played(const json& history) {
  return PlayHistory(ParseLedgerHistory(history.dump()).value()).value();
}

TEST(LedgerHistory, IsReadAsTheFormatSays) {
  EXPECT_EQ(Refusal(AHistory()), "");
  EXPECT_EQ(RefusalOf("\xEF\xBB\xBF" + AHistory().dump() + "\r"), "")
      << "as other systems end lines";
}

TEST(LedgerHistory, MayLeaveOutWhatMayBeNull) {
  for (const char* field : {"terms", "holds", "known_at"}) {
    EXPECT_EQ(Refusal(Without("", field)), "") << field;
  }
  for (const char* field : {"booked_time", "bucket", "reverses", "allocation"}) {
    EXPECT_EQ(Refusal(Without("/entries/0", field)), "") << field;
  }
  EXPECT_EQ(Refusal(Without("/terms", "interest_cap_minor")), "");
  for (const char* field : {"balance_minor", "credit_minor", "accrued_interest_minor", "buckets"}) {
    EXPECT_EQ(Refusal(Without("/expect", field)), "") << field;
  }
}

TEST(LedgerHistory, NamesTheFieldThatIsMissing) {
  for (const char* field : {"id", "currency", "opened", "opening", "entries", "as_of", "expect"}) {
    EXPECT_EQ(Refusal(Without("", field)), std::string(field) + " is missing");
  }
  for (const char* field :
       {"day_count", "base", "interest_from", "rates", "post_interest", "allocation"}) {
    EXPECT_EQ(Refusal(Without("/terms", field)), "terms." + std::string(field) + " is missing");
  }
  for (const char* field : {"ref", "kind", "value_date", "amount_minor"}) {
    EXPECT_EQ(Refusal(Without("/entries/0", field)),
              "entries[0]." + std::string(field) + " is missing");
  }
  EXPECT_EQ(Refusal(Without("/holds/0", "freezes_interest")),
            "holds[0].freezes_interest is missing");
}

TEST(LedgerHistory, KnowsNoOtherField) {
  EXPECT_EQ(Refusal(With("/note", 1)), "note is unknown");
  EXPECT_EQ(Refusal(With("/terms/monthly_minimum", 1)), "terms.monthly_minimum is unknown");
  EXPECT_EQ(Refusal(With("/terms/rates/0/until", "2026-03-01")), "terms.rates[0].until is unknown");
  EXPECT_EQ(Refusal(With("/entries/0/amount", 1)), "entries[0].amount is unknown");
  EXPECT_EQ(Refusal(With("/holds/0/id", "h")), "holds[0].id is unknown");
  EXPECT_EQ(Refusal(With("/expect/interest_minor", 1)), "expect.interest_minor is unknown");
}

TEST(LedgerHistory, HasEachFieldOnce) {
  const std::string line = AHistory().dump();
  const auto twice = [&](const std::string& field, const std::string& again) {
    std::string doubled = line;
    return doubled.insert(doubled.find(field), again + ",");
  };
  EXPECT_EQ(RefusalOf(twice(R"("id")", R"("id":"two")")), "id is there twice");
  EXPECT_EQ(RefusalOf(twice(R"("principal")", R"("principal":1)")).substr(0, 18),
            "expect.buckets.pri");
  EXPECT_EQ(RefusalOf(twice(R"("ref")", R"("ref":"e2")")), "entries[0].ref is there twice");
  EXPECT_EQ(RefusalOf(twice(R"("rate_e10")", R"("rate_e10":500000000)")),
            "terms.rates[0].rate_e10 is there twice");
}

TEST(LedgerHistory, NamesTheFieldThatIsMalformed) {
  EXPECT_EQ(RefusalOf("{"), "the line is not JSON");
  EXPECT_EQ(RefusalOf("{} {}"), "the line is not JSON");
  EXPECT_EQ(RefusalOf("[]"), "the line is no object");
  EXPECT_EQ(Refusal(With("/currency", "XAU")), "currency is no currency with a minor unit");
  EXPECT_EQ(Refusal(With("/opened", "2026-02-29")), "opened is no day such as 2026-11-22");
  EXPECT_EQ(Refusal(With("/opening", json::array())), "opening is no object");
  EXPECT_EQ(Refusal(With("/opening/Principal", 1)), "opening.Principal is no bucket");
  EXPECT_EQ(Refusal(With("/opening/fees", "1")), "opening.fees is no whole number of 64 bits");
  EXPECT_EQ(Refusal(With("/opening/fees", 1.5)), "opening.fees is no whole number of 64 bits");
  EXPECT_EQ(Refusal(With("/opening/fees", 9'223'372'036'854'775'808U)),
            "opening.fees is no whole number of 64 bits");
  EXPECT_EQ(Refusal(With("/entries", json::object())), "entries is no list");
  EXPECT_EQ(Refusal(With("/known_at", "2026-02-28")),
            "known_at is no instant such as 2026-11-22T10:00:00Z");
  EXPECT_EQ(Refusal(With("/expect/buckets/rent", 1)), "expect.buckets.rent is no bucket");
}

TEST(LedgerHistory, NamesTheTermThatIsMalformed) {
  EXPECT_EQ(Refusal(With("/terms/day_count", "ACT_365")), "terms.day_count has an unknown value");
  EXPECT_EQ(Refusal(With("/terms/base", "FEES")), "terms.base has an unknown value");
  EXPECT_EQ(Refusal(With("/terms/post_interest", "DAILY")),
            "terms.post_interest has an unknown value");
  EXPECT_EQ(Refusal(With("/terms/interest_cap_minor", -1)),
            "terms.interest_cap_minor is below zero");
  EXPECT_EQ(Refusal(With("/terms/allocation", {"fees", "principal"})),
            "terms.allocation does not name each bucket once");
  EXPECT_EQ(Refusal(With("/terms/allocation/0", "principal")),
            "terms.allocation does not name each bucket once");
  EXPECT_EQ(Refusal(With("/terms/rates/0/rate_e10", -1)),
            "terms.rates[0].rate_e10 is out of range");
  json rate = {{"from", "2026-01-31"}, {"rate_e10", 1}};
  EXPECT_EQ(Refusal(With("/terms/rates/1", rate)), "terms.rates[1].from has another rate");
}

TEST(LedgerHistory, NamesTheEntryAndTheHoldThatAreMalformed) {
  EXPECT_EQ(Refusal(With("/entries/0/kind", "INTEREST")), "entries[0].kind has an unknown value");
  EXPECT_EQ(Refusal(With("/entries/0/bucket", "costs")),
            "entries[0].bucket is not that of the kind");
  EXPECT_EQ(Refusal(With("/entries/0/reverses", "e0")), "entries[0].reverses is for reversals");
  EXPECT_EQ(Refusal(With("/entries/0/kind", "REVERSAL")), "entries[0].reverses is no text");
  EXPECT_EQ(Refusal(With("/entries/0/amount_minor", 0)),
            "entries[0].amount_minor is not above zero");
  EXPECT_EQ(Refusal(With("/entries/0/ref", "")), "entries[0].ref is empty");
  EXPECT_EQ(Refusal(With("/holds/0/until", "2026-01-31")),
            "holds[0].until is before the hold begins");
  EXPECT_EQ(Refusal(With("/holds/0/freezes_interest", 1)),
            "holds[0].freezes_interest is neither true nor false");
}

TEST(LedgerHistory, MayHaveItsRatesInAnyOrderAndFromBeforeTheDebt) {
  json rates = {{{"from", "2026-02-11"}, {"rate_e10", 1'000'000'000}},
                {{"from", "2020-01-01"}, {"rate_e10", 500'000'000}}};
  const ShownLedger shown = Played(With("/terms/rates", rates));
  EXPECT_EQ(shown.position.owed[Bucket::kInterest], 10 * 5 + 18 * 10);
}

// Before it was opened nothing is owed that would bear interest.
TEST(LedgerHistory, MayBearInterestFromBeforeItWasOpened) {
  const ShownLedger shown = Played(With("/terms/interest_from", "2019-12-31"));
  EXPECT_EQ(shown.position.owed[Bucket::kInterest], 28 * 5);
  EXPECT_EQ(shown.accrued_interest, 0);
}

TEST(LedgerHistory, MayOpenWithMoneyThatPaysTheOtherBuckets) {
  const json opening = {{"principal", -1'000}, {"fees", 400}, {"costs", 100}};
  json history = With("/opening", opening);
  history["entries"] = json::array();
  EXPECT_EQ(Played(history).balance, -500);
  EXPECT_EQ(Played(history).position.credit, 500);
  history["opening"] = {{"principal", 1'000}, {"interest", -400}};
  EXPECT_EQ(Played(history).balance, 600 + 2) << "600 bear 0.08 a day";
}

TEST(LedgerHistory, MayHaveAnEntryFromBeforeItWasOpened) {
  json history = With("/entries/0/kind", "PAYMENT");
  history["entries"][0]["value_date"] = "2026-01-15";
  history["entries"][0]["amount_minor"] = 7'300;
  const ShownLedger shown = Played(history);
  EXPECT_EQ(shown.position.owed[Bucket::kPrincipal], 29'200);
  EXPECT_EQ(shown.position.owed[Bucket::kInterest], 28 * 4);
  history["as_of"] = "2026-01-20";
  EXPECT_EQ(Played(history).position.credit, 7'300);
}

TEST(LedgerHistory, ShowsNothingBeforeItWasOpened) {
  EXPECT_EQ(Played(With("/as_of", "2026-01-30")).balance, 0);
}

TEST(CheckLedgers, NamesTheLineOfEachFailure) {
  json twice = AHistory();
  twice["entries"].push_back(twice["entries"][0]);
  json above = With("/entries/0/kind", "WAIVER");
  above["entries"][0]["bucket"] = "fees";
  std::stringstream file;
  file << AHistory().dump() << "\n\n"
       << "no history\n"
       << twice.dump() << "\n"
       << above.dump() << "\n"
       << With("/expect/credit_minor", 7).dump();
  const LineReport report = CheckLedgers(file);
  EXPECT_EQ(report.passed, 1);
  ASSERT_EQ(report.failures.size(), 4U);
  EXPECT_EQ(report.failures[0].line, 3);
  EXPECT_THAT(report.failures[0].id, IsEmpty());
  EXPECT_THAT(report.failures[0].differences, ElementsAre("the line is not JSON"));
  EXPECT_EQ(report.failures[1].line, 4);
  EXPECT_EQ(report.failures[1].id, "one");
  EXPECT_THAT(report.failures[1].differences, ElementsAre("entry e1: has a ref twice"));
  EXPECT_THAT(report.failures[2].differences, ElementsAre("entry e1: WAIVER_ABOVE_BUCKET"));
  EXPECT_EQ(report.failures[3].line, 6);
  EXPECT_THAT(report.failures[3].differences, ElementsAre("credit_minor: 7 expected, 0 found"));
}

}  // namespace
}  // namespace parley::cli
