// SPDX-License-Identifier: Apache-2.0
// Every word of a rule, every decision and every standing rule has its sentence in every language.
#include "application/words/contact_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <variant>

#include "application/words/authority_words.h"
#include "domain/communication/rulebooks.h"
#include "tests/adapters/text/told_ledger.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

ToldRule ARule(Word word) {
  return {"BOOK", "1", "BOOK.RULE", "§ 4", word, std::nullopt, std::nullopt, std::nullopt};
}

void ExpectSentence(const std::string& text) {
  EXPECT_THAT(text, AllOf(Not(StartsWith("rule.")), Not(StartsWith("gate.")),
                          Not(StartsWith("standing.")), Not(HasSubstr("{"))));
  EXPECT_EQ(text.back(), '.') << text;
}

absl::TimeZone Vienna() {
  absl::TimeZone zone;
  EXPECT_TRUE(absl::LoadTimeZone("Europe/Vienna", &zone));
  return zone;
}

TEST(ContactWords, TellEveryDecisionInEveryLanguage) {
  for (const char* const language : kLanguages) {
    for (int number = 0; number <= static_cast<int>(GateDecision::kRefuse); ++number) {
      Answered answer;
      answer.decision = static_cast<GateDecision>(number);
      if (answer.decision == GateDecision::kDefer) answer.until = TestNow();
      ExpectSentence(TellAnswer(answer, Vienna(), Words().In(language)));
    }
    EXPECT_THAT(LimitedVoicemail(Words().In(language)), Not(StartsWith("voicemail.")));
  }
}

TEST(ContactWords, TellEveryWordOfARuleInEveryLanguage) {
  for (const char* const language : kLanguages) {
    for (int number = 1; number <= static_cast<int>(Word::kRefuses); ++number) {
      ToldRule told = ARule(static_cast<Word>(number));
      if (told.word == Word::kDefers) told.until = TestNow();
      ExpectSentence(TellRule(told, Vienna(), Words().In(language)));
      EXPECT_THAT(TellRule(told, Vienna(), Words().In(language)), HasSubstr("BOOK.RULE (§ 4)"));
      told.count = 3;
      told.limit = 3;
      ExpectSentence(TellRule(told, Vienna(), Words().In(language)));
    }
  }
}

TEST(ContactWords, TellEveryStandingRuleInEveryLanguage) {
  const Rulebooks none = Rulebooks::Make({}, {}).value();
  for (const Rule& rule : none.standing().rules) {
    // The gate passes by what is owed by a day.
    if (std::holds_alternative<DutyRule>(rule.kind)) continue;
    ToldRule told = ARule(Word::kRefuses);
    told.rule = rule.id;
    for (const char* const language : kLanguages) {
      ExpectSentence(TellRule(told, Vienna(), Words().In(language)));
      EXPECT_THAT(TellRule(told, Vienna(), Words().In(language)), Not(HasSubstr(rule.id)));
    }
  }
}

TEST(AuthorityWords, TellEveryReasonInEveryLanguage) {
  for (const char* const language : kLanguages) {
    for (std::size_t number = 1; number < WordsOf<AuthorityReason>().size(); ++number) {
      Authority authority;
      authority.reason = static_cast<AuthorityReason>(number);
      const std::string told = TellAuthority(authority, Words().In(language));
      EXPECT_THAT(told, Not(StartsWith("authority.")));
      ExpectSentence(told);
    }
  }
}

TEST(ContactWords, TellTimesByTheClockOfThePerson) {
  ToldRule full = ARule(Word::kDefers);
  full.count = 1;
  full.limit = 1;
  full.until = TestNow();
  EXPECT_EQ(TellRule(full, Vienna(), Words().In("en")),
            "BOOK.RULE (§ 4) allows 1, and there were 1. There is room again from "
            "22\u00A0November\u00A02026 at 13:00.");
}

}  // namespace
}  // namespace parley
