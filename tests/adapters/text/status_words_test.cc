// SPDX-License-Identifier: Apache-2.0
// Every status with every set of holds has its words in every language.
#include "application/words/status_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "tests/adapters/text/told_ledger.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::HasSubstr;

constexpr int kStatuses = static_cast<int>(DebtStatus::kClosed) + 1;

std::string Whole(const ToldStatus& told) {
  std::string text = told.state.sentence;
  for (const auto& assurance : told.assurances) text += " " + assurance.sentence;
  for (const auto& action : told.actions) text += " " + action.sentence;
  for (const auto& right : told.rights) text += " " + right.sentence;
  return text;
}

// A sentence begins with a capital letter or a figure, ends with a full stop, and is all filled in.
void ExpectSentence(const std::string& text) {
  ASSERT_FALSE(text.empty());
  ASSERT_EQ(text.back(), '.') << text;
  ASSERT_EQ(text.find_first_of("{}_"), std::string::npos) << text;
  for (const std::string_view group : {"state.", "assurance.", "action.", "right.", "coming."}) {
    ASSERT_FALSE(text.starts_with(group)) << text;
  }
}

// Three marks and the types of holds, bit by bit.
constexpr unsigned kInPart = 1;
constexpr unsigned kWeHold = 2;
constexpr unsigned kBearsInterest = 4;
constexpr unsigned kMarks = 3;

constexpr unsigned Bit(HoldType type) { return 1U << (static_cast<unsigned>(type) - 1 + kMarks); }
unsigned Sets() { return 1U << (HoldTable().size() + kMarks); }

Circumstances Combination(DebtStatus status, unsigned set) {
  Circumstances now{.status = status,
                    .in_part = (set & kInPart) != 0,
                    .we_hold = (set & kWeHold) != 0,
                    .bears_interest = (set & kBearsInterest) != 0};
  for (const HoldRow& row : HoldTable()) {
    if ((set & Bit(row.type)) == 0) continue;
    Hold hold;
    hold.type = row.type;
    if (row.type == HoldType::kDispute && now.in_part) hold.disputed = Money(1, CurrencyOf("EUR"));
    now.holds.Add(row.type);
    now.effects = Union(now.effects, EffectsOf(hold));
  }
  return now;
}

class StatusWords : public ::testing::TestWithParam<const char*> {};

TEST_P(StatusWords, CoverEveryStatusWithEverySetOfHolds) {
  const Voice& voice = Words().In(GetParam());
  for (int code = 1; code <= 5; ++code) {
    const auto closed =
        Explain({.status = DebtStatus::kClosed, .close_code = static_cast<CloseCode>(code)});
    ExpectSentence(TellStatus(closed, voice).state.sentence);
  }
  for (int status = 0; status < kStatuses; ++status) {
    for (unsigned set = 0; set < Sets(); ++set) {
      const auto plain = Explain(Combination(static_cast<DebtStatus>(status), set));
      const ToldStatus told = TellStatus(plain, voice);
      ASSERT_FALSE(told.actions.empty());
      ASSERT_FALSE(told.rights.empty());
      ExpectSentence(told.state.sentence);
      for (const auto& assurance : told.assurances) ExpectSentence(assurance.sentence);
      for (const auto& action : told.actions) ExpectSentence(action.sentence);
      for (const auto& right : told.rights) ExpectSentence(right.sentence);
    }
  }
}

TEST_P(StatusWords, TellEveryHoldAndItsDays) {
  const Voice& voice = Words().In(GetParam());
  for (const HoldRow& row : HoldTable()) {
    Hold hold;
    hold.type = row.type;
    hold.from = Day(2026, 3, 3);
    hold.until = Day(2026, 6, 1);
    hold.review = Day(2026, 4, 2);
    if (row.type == HoldType::kDispute) hold.disputed = Money(12'345, CurrencyOf("EUR"));
    const std::string told = TellHold(hold, voice);
    ExpectSentence(told);
    EXPECT_THAT(told, HasSubstr("2026"));
  }
  for (const auto kind :
       {ComingDay::Kind::kReview, ComingDay::Kind::kEnd, ComingDay::Kind::kMoneyExpected}) {
    ExpectSentence(TellComingDay({Day(2026, 4, 2), kind}, voice));
  }
}

TEST_P(StatusWords, NeitherThreatenNorBlame) {
  static constexpr auto kNever = std::to_array<std::string_view>(
      {"must pay",    "failed",        "immediately",    "court action", "default", "legal action",
       "at once",     "debe pagar",    "inmediatamente", "moroso",       "embargo", "incumpl",
       "devez payer", "immédiatement", "huissier",       "saisie",       "défaut",  "müssen zahlen",
       "sofort",      "Mahn",          "Pfänd",          "säumig",       "Verzug"});
  const Voice& voice = Words().In(GetParam());
  for (int status = 0; status < kStatuses; ++status) {
    for (unsigned set = 0; set < Sets(); set += 3) {
      const std::string text =
          Whole(TellStatus(Explain(Combination(static_cast<DebtStatus>(status), set)), voice));
      for (const std::string_view word : kNever) ASSERT_EQ(text.find(word), std::string::npos);
    }
  }
}

TEST_P(StatusWords, TellBalancesOfEveryNumberOfDecimals) {
  const Voice& voice = Words().In(GetParam());
  for (const char* currency : {"JPY", "EUR", "KWD"}) {
    ExpectSentence(TellBalance(Owing(1'234'567), 500, CurrencyOf(currency), voice));
    ExpectSentence(TellBalance(Holding(50), 0, CurrencyOf(currency), voice));
    ExpectSentence(TellBalance(Owing(0), 0, CurrencyOf(currency), voice));
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, StatusWords, ::testing::ValuesIn(kLanguages));

TEST(StatusWordsInEnglish, TellADebtWithThreeHolds) {
  const unsigned holds = Bit(HoldType::kDispute) | Bit(HoldType::kHardship) |
                         Bit(HoldType::kStopContact) | kBearsInterest;
  const ToldStatus told =
      TellStatus(Explain(Combination(DebtStatus::kActive, holds)), Words().In("en"));
  EXPECT_EQ(Whole(told),
            "You told us that this debt is not right. We are looking into it. "
            "We are not asking you to pay at the moment. "
            "At the moment no new interest builds up. "
            "Interest from earlier days can still be added. "
            "At the moment no new fees are added. "
            "We write to you only if the law requires it or if you ask us to. "
            "If you pay, we do not treat it as accepting the debt. "
            "You do not need to do anything now. "
            "You can pay if you wish, and still say that the debt is not right. "
            "We are not asking you to pay. "
            "You can send us anything that supports what you told us. "
            "You can wait for our answer. "
            "You can ask us for proof of this debt. "
            "You can ask for a statement that shows each step to the balance. "
            "You can ask us to reach you in another way. "
            "If you want to hear from us again, you can tell us at any time. "
            "You can name somebody who speaks with us for you. "
            "If you are not happy with how we treat you, you can complain. "
            "If our answer does not satisfy you, you can ask us which independent body can look "
            "at your complaint. "
            "You can get free, independent advice about debts. "
            "You can ask what we have stored about you. "
            "If something in it is wrong, you can ask us to correct it.");
}

}  // namespace
}  // namespace parley
