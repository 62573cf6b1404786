// SPDX-License-Identifier: Apache-2.0
// A line of interest is told so that a person can check it. Here somebody does, who knows nothing
// but the sentence: every product, the sum and the rounding are worked out again from its figures.
#include "application/words/interest_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <regex>

#include "absl/numeric/int128.h"
#include "tests/adapters/text/told_ledger.h"

namespace parley {
namespace {

using ::testing::HasSubstr;

// Long division, digit by digit, of what the sentence says; all in 10^-12.
constexpr int kPlaces = 12;
constexpr absl::int128 kOne = 1'000'000'000'000;

absl::int128 Number(std::string text) {
  std::erase(text, ',');
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  const std::size_t point = text.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
  if (point != std::string::npos) text.erase(point, 1);
  absl::int128 number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  for (int i = decimals; i < kPlaces; ++i) number *= 10;
  return negative ? -number : number;
}

// "31/365" or "(10/365 + 21/366)", times a figure.
absl::int128 TimesFraction(absl::int128 figure, const std::string& fraction) {
  static const std::regex kTerm(R"((\d+)/(\d+))");
  absl::int128 sum = 0;
  for (std::sregex_iterator at(fraction.begin(), fraction.end(), kTerm), end; at != end; ++at) {
    sum += figure * std::atoll((*at)[1].str().c_str()) / std::atoll((*at)[2].str().c_str());
  }
  return sum;
}

std::string Amount(const std::string& name) { return "(-?)(?:" + name + ")(-?[\\d,.]*\\d)"; }

// Checks the sentence alone; `unit` is the currency's smallest unit and `sign` how it begins.
void CheckByHand(const std::string& told, const std::string& sign, absl::int128 unit) {
  const std::regex line("Interest of " + Amount(sign) + " was added");
  const std::regex product(Amount(sign) + " × ([\\d.]+)% × ([\\d/ +()]+) = " + Amount(sign));
  const std::regex carried("Left over from rounding before: " + Amount(sign));
  const std::regex rounded("Rounded: " + Amount(sign));
  absl::int128 exact = 0;
  for (std::sregex_iterator at(told.begin(), told.end(), product), end; at != end; ++at) {
    const absl::int128 yearly = Number((*at)[2].str()) * Number((*at)[3].str()) / kOne / 100;
    const absl::int128 worked_out = TimesFraction(yearly, (*at)[4].str());
    const absl::int128 difference = worked_out - Number((*at)[6].str());
    // What is told is rounded at the sixth decimal, or finer.
    EXPECT_LE(difference < 0 ? -difference : difference, kOne / 10'000) << at->str();
    exact += worked_out;
  }
  std::smatch match;
  if (std::regex_search(told, match, carried)) {
    exact += match[1].length() > 0 ? -Number(match[2].str()) : Number(match[2].str());
  }
  ASSERT_TRUE(std::regex_search(told, match, rounded)) << told;
  const absl::int128 off = Number(match[2].str()) - exact;
  EXPECT_LE(off < 0 ? -off : off, unit / 2 + unit / 500) << told;
  const std::string rounded_to = match[2].str();
  ASSERT_TRUE(std::regex_search(told, match, line)) << told;
  EXPECT_EQ(match[2].str(), rounded_to) << told;
}

Buckets Principal(std::int64_t amount) {
  Buckets buckets;
  buckets[Bucket::kPrincipal] = amount;
  return buckets;
}

TEST(InterestWords, CanBeCheckedByHand) {
  ToldLedger ledger("EUR", Principal(100'000), FivePercent());
  ledger.PostInterestThrough(Day(2026, 2, 28));
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "Interest of €3.84 was added. 28 days from 1\u00a0February\u00a02026 to "
            "28\u00a0February\u00a02026 on "
            "€1,000.00 at 5% a year: €1,000.00 × 5% × 28/365 = €3.835616. Rounded: €3.84. Rule: "
            "statutory, version 1.");
  ledger.PostInterestThrough(Day(2026, 3, 31));
  EXPECT_EQ(ledger.Tell(ledger.last()),
            "Interest of €4.24 was added. 31 days from 1\u00a0March\u00a02026 to "
            "31\u00a0March\u00a02026 on €1,000.00 "
            "at 5% a year: €1,000.00 × 5% × 31/365 = €4.246575. Left over from rounding before: "
            "-€0.004384. Together: €4.242192. Rounded: €4.24. Rule: statutory, version 1.");
}

TEST(InterestWords, AreToldInFourLanguages) {
  ToldLedger ledger("EUR", Principal(100'000), FivePercent());
  ledger.PostInterestThrough(Day(2026, 2, 28));
  EXPECT_EQ(
      ledger.Tell(ledger.last(), "de"),
      "Es kamen 3,84\u00a0€ Zinsen hinzu. 28 Tage vom 1.\u00a0Februar\u00a02026 bis zum "
      "28.\u00a0Februar"
      "\u00a02026 auf 1.000,00\u00a0€ zu 5\u00a0% im Jahr: 1.000,00\u00a0€ × 5\u00a0% × 28/365 = "
      "3,835616\u00a0€. Gerundet: 3,84\u00a0€. Regel: statutory, Fassung 1.");
  EXPECT_THAT(ledger.Tell(ledger.last(), "fr"),
              HasSubstr("28 jours du 1er\u00a0février\u00a02026 au 28\u00a0"));
  EXPECT_THAT(ledger.Tell(ledger.last(), "es"),
              HasSubstr("28 días del 1\u00a0de\u00a0febrero\u00a0de\u00a02026 al "
                        "28\u00a0de\u00a0febrero\u00a0de\u00a02026"));
}

TEST(InterestWords, NameTheLeastForAMonth) {
  InterestTerms terms = FivePercent();
  terms.monthly_minimum = 500;
  ToldLedger ledger("EUR", Principal(100'000), terms);
  ledger.PostInterestThrough(Day(2026, 2, 28));
  EXPECT_THAT(ledger.Tell(ledger.last()),
              HasSubstr("Rounded: €3.84. The least for a month adds €1.16: €5.00 in all."));
}

TEST(InterestWords, NameTheLimit) {
  InterestTerms terms = FivePercent();
  terms.cap = 200;
  ToldLedger ledger("EUR", Principal(100'000), terms);
  ledger.PostInterestThrough(Day(2026, 2, 28));
  EXPECT_THAT(ledger.Tell(ledger.last()),
              HasSubstr("There is a limit to the interest, so only €2.00 was added."));
}

TEST(InterestWords, SayHowMonthsOf30DaysAreCounted) {
  InterestTerms terms = FivePercent();
  terms.day_count = DayCount::k30360Us;
  terms.basis = "clause 4 of an invented contract";
  ToldLedger ledger("EUR", Principal(100'000), terms);
  ledger.PostInterestThrough(Day(2026, 4, 30));
  EXPECT_THAT(ledger.Tell(ledger.last()),
              HasSubstr("Each month counts as 30 days and the year as 360. Rule: statutory, "
                        "version 1. Basis: clause 4 of an invented contract."));
}

TEST(InterestWords, AreCheckedByHandOverManyHistories) {
  struct Of {
    const char* currency;
    const char* sign;
    absl::int128 unit;
  };
  std::mt19937 random(20260310);
  const auto up_to = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<unsigned>(most)) + 1;
  };
  int checked = 0;
  for (const auto& [currency, sign, unit] :
       {Of{"EUR", "€", kOne / 100}, Of{"JPY", "JP¥", kOne}, Of{"KWD", "KWD\u00a0", kOne / 1000}}) {
    for (int history = 0; history < 40; ++history) {
      InterestTerms terms = FivePercent();
      terms.day_count = static_cast<DayCount>(up_to(4));
      terms.rates = {{ToldLedger::kOpened, up_to(2'000) * 1'000'000},
                     {Day(2026, 4, 10), up_to(2'000) * 1'000'000}};
      ToldLedger ledger(currency, Principal(up_to(5'000'000)), terms);
      for (int i = 0; i < 5; ++i) {
        const Day day = ToldLedger::kOpened + up_to(300);
        const auto kind = up_to(2) == 1 ? EntryKind::kPayment : EntryKind::kCharge;
        ledger.Post(kind, std::max(day, ledger.last().value_date), up_to(400'000));
      }
      ledger.PostInterestThrough(Day(2028, 3, 31));
      for (const Entry& entry : ledger.journal()) {
        if (entry.kind != EntryKind::kInterest) continue;
        CheckByHand(ledger.Tell(entry), sign, unit);
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 1'000);
}

}  // namespace
}  // namespace parley
