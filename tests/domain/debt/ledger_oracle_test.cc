// SPDX-License-Identifier: Apache-2.0
// The ledger against an oracle that another hand wrote in another language with another arithmetic:
// tests/support/oracle/make_histories.py tells the form of the histories.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/debt/ledger.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

using nlohmann::json;

constexpr int kFewestHistories = 300;

// One history, played on a ledger of our own.
class Played {
 public:
  explicit Played(const json& history)
      : currency_(CurrencyOf(history.at("currency").get<std::string>())),
        ledger_(PlacementOf(history.at("opening")), Before(history.at("opening"))) {
    ledger_.SetToday(Day(kLastYear, 12, 31));
    for (const json& step : history.at("steps")) Play(step);
  }

  void Expect(const json& question) const {
    const Day as_of = DayOf(question.at(0).get<std::string>());
    const absl::Time known_at = absl::FromUnixMicros(question.at(1).get<std::int64_t>());
    const json& shown = question.at(2);
    const Position position = ledger_.AsOf(as_of, known_at);
    EXPECT_EQ(Net(position), Units(shown.at("balance")));
    EXPECT_EQ(position.credit, Units(shown.at("credit")));
    for (const Bucket bucket : kBuckets) {
      const std::string name(NameOf(bucket));
      EXPECT_EQ(position.owed[bucket], shown.contains(name) ? Units(shown.at(name)) : 0) << name;
    }
  }

  const TestLedger& ledger() const { return ledger_; }

 private:
  // Changes of a test's ledger happen a second after its clock.
  static absl::Time Before(const json& step) {
    return absl::FromUnixMicros(step.at("at").get<std::int64_t>()) - absl::Seconds(1);
  }

  static std::uint64_t NumberOf(const json& name) {
    return std::stoull(name.get<std::string>().substr(1));
  }

  std::int64_t Units(const json& text) const {
    return std::get<Money>(ParseDecimalMoney(text.get<std::string>(), currency_)).minor_units();
  }

  Placement PlacementOf(const json& opening) const {
    Placement placement =
        APlacement()
            .With(&Placement::currency, currency_)
            .With(&Placement::itemisation_date, DayOf(opening.at("date").get<std::string>()))
            .With(&Placement::opening, Buckets());
    for (const auto& [name, amount] : opening.at("amounts").items()) {
      placement.opening[BucketNamed(name).value()] = Units(amount);
    }
    return placement;
  }

  void Play(const json& step) {
    ledger_.SetNow(Before(step));
    const absl::Status status =
        step.contains("facts") ? Post(step.at("facts")) : Undo(step.at("reversal"));
    EXPECT_TRUE(status.ok()) << status << " of " << step;
  }

  absl::Status Post(const json& told) {
    std::vector<Fact> facts;
    for (const json& fact : told) {
      facts.push_back({.id = E(NumberOf(fact.at(0))),
                       .external_ref = fact.at(0).get<std::string>(),
                       .kind = EntryKindNamed(fact.at(1).get<std::string>()).value(),
                       .value_date = DayOf(fact.at(2).get<std::string>()),
                       .amount = Units(fact.at(4))});
      if (!fact.at(3).is_null()) {
        facts.back().bucket = BucketNamed(fact.at(3).get<std::string>());
      }
    }
    return ledger_.Post(std::move(facts));
  }

  absl::Status Undo(const json& told) {
    Reversal reversal{.id = E(NumberOf(told.at(0))), .reverses = E(NumberOf(told.at(1)))};
    if (!told.at(2).is_null()) reversal.value_date = DayOf(told.at(2).get<std::string>());
    return ledger_.Undo(reversal);
  }

  Currency currency_;
  TestLedger ledger_;
};

void ExpectAgreement(const std::string& path) {
  std::ifstream file(path);
  int count = 0;
  for (std::string line; std::getline(file, line); ++count) {
    SCOPED_TRACE(path + ":" + std::to_string(count + 1));
    const json history = json::parse(line);
    const Played played(history);
    for (const json& question : history.at("expected")) {
      SCOPED_TRACE(question.dump());
      played.Expect(question);
    }
    EXPECT_EQ(NameOf(played.ledger().debt().status), history.at("status").get<std::string>());
    EXPECT_TRUE(played.ledger().Findings().empty());
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GE(count, kFewestHistories) << "of " << path;
}

TEST(LedgerOracle, AgreesOnTheKeptHistories) {
  ExpectAgreement("tests/data/ledger/histories.jsonl");
}

// A script of this folder's makes fresh ones and names their file.
TEST(LedgerOracle, AgreesOnFreshHistories) {
  const char* path = std::getenv("PARLEY_LEDGER_HISTORIES");
  if (path == nullptr) GTEST_SKIP() << "PARLEY_LEDGER_HISTORIES names no file of histories";
  ExpectAgreement(path);
}

}  // namespace
}  // namespace parley
