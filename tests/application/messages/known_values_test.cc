// SPDX-License-Identifier: Apache-2.0
// What the records know of a message, and whom it speaks to.
#include "application/messages/known_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "application/messages/composer.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/message_house.h"

namespace parley {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const Day kToday(2026, 11, 23);
const RepresentativeId kExecutor(NumberedUuid(7));

class KnownValues : public testing::Test {
 protected:
  KnownValues() {
    record_.person.debtor.display_name = SensitiveText("Otto Beispiel");
    record_.person.debtor.region = "GB";
    Representative executor;
    executor.id = kExecutor;
    executor.role = RepresentativeRole::kExecutor;
    executor.name = SensitiveText("Rita Muster");
    record_.person.representatives = {executor};
    for (const int number : {1, 2}) {
      record_.debts.push_back(ADebt(number).Build());
      debts_.push_back(record_.debts.back().id);
    }
  }

  KnownFacts Facts(std::optional<RepresentativeId> representative = {}) const {
    return {.record = record_,
            .debts = debts_,
            .creditors = {},
            .letterhead = house_.letterheads.letterhead,
            .signposts = house_.templates->catalogue().signposts,
            .today = kToday,
            .opt_out_link = "https://parley.example/unsubscribe/x",
            .representative = representative};
  }

  std::optional<TemplateValue> Known(std::string name, VariableType type,
                                     std::optional<RepresentativeId> representative = {}) const {
    Variable variable;
    variable.name = std::move(name);
    variable.type = type;
    return KnownValue(Facts(representative), variable, {});
  }

  std::string TextOf(std::string name, std::optional<RepresentativeId> representative = {}) const {
    const auto known = Known(std::move(name), VariableType::kText, representative);
    return known.has_value() ? std::get<SensitiveText>(known->value).Reveal() : "";
  }

  std::optional<Day> PausedSince() const {
    const auto known = Known("paused_since", VariableType::kDate);
    if (!known.has_value()) return std::nullopt;
    return std::get<Day>(known->value);
  }

  void Pause(HoldType type, std::optional<DebtId> debt, Day from) {
    Hold hold;
    hold.id = HoldId(NumberedUuid(record_.person.holds.size() + 1));
    hold.type = type;
    hold.debt = debt;
    hold.from = from;
    record_.person.holds.push_back(hold);
  }

  MessageHouse house_;
  ContactRecord record_;
  std::vector<DebtId> debts_;
};

TEST_F(KnownValues, GreetWhomTheyReachAndNameWhoseDebtsTheyAre) {
  EXPECT_EQ(TextOf("name"), "Otto Beispiel");
  EXPECT_EQ(TextOf("name", kExecutor), "Rita Muster");
  EXPECT_EQ(TextOf("debtor_name", kExecutor), "Otto Beispiel");
}

TEST_F(KnownValues, SpeakOfADeathToWhoSurvives) {
  const MessageOrder order{.template_key = "bereavement", .values = {}};
  for (const char* const language : {"en", "es", "fr", "de"}) {
    record_.person.debtor.language = language;
    const KnownFacts facts = Facts(kExecutor);
    const MessageWords words = ValueOf(Compose({.templates = *house_.templates,
                                                .facts = facts,
                                                .purpose = Purpose::kSupport,
                                                .order = order,
                                                .answer = {}}));
    EXPECT_EQ(words.language.language, language);
    EXPECT_EQ(words.language.source, LanguageSource::kDebt);
    const std::string text = words.parts.at(1).text.Reveal();
    const std::string greeting = text.substr(0, text.find('\n'));
    EXPECT_THAT(greeting, HasSubstr("Rita Muster"));
    EXPECT_THAT(greeting, Not(HasSubstr("Otto")));
    EXPECT_THAT(text, HasSubstr("Otto Beispiel"));
  }
}

TEST_F(KnownValues, TellOfHelpInDistressWhereThePersonLives) {
  const auto helpers = Known("helpers", VariableType::kRows);
  ASSERT_TRUE(helpers.has_value());
  const auto& rows = std::get<std::vector<ValueRow>>(helpers->value);
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(std::get<SensitiveText>(rows[0][0].value).Reveal(), "Samaritans");
  EXPECT_TRUE(IsKnown("helpers", {}));
  record_.person.debtor.region = "";
  EXPECT_FALSE(Known("helpers", VariableType::kRows).has_value());
}

TEST_F(KnownValues, NameTheEmergencyNumberWhereNoHelpIsListed) {
  const MessageOrder order{.template_key = "crisis_support", .values = {}};
  record_.person.debtor.region = "";
  for (const char* const language : {"en", "es", "fr", "de"}) {
    record_.person.debtor.language = language;
    const KnownFacts facts = Facts();
    const MessageWords words = ValueOf(Compose({.templates = *house_.templates,
                                                .facts = facts,
                                                .purpose = Purpose::kSupport,
                                                .order = order,
                                                .answer = {}}));
    EXPECT_THAT(words.parts.at(1).text.Reveal(), HasSubstr("112"));
  }
}

TEST_F(KnownValues, TellOfAPauseOnlyWhereEveryDebtHasOne) {
  EXPECT_EQ(PausedSince(), std::nullopt);
  Pause(HoldType::kDispute, debts_[0], Day(2026, 11, 2));
  EXPECT_EQ(PausedSince(), std::nullopt);
  Pause(HoldType::kDispute, debts_[1], Day(2026, 11, 9));
  EXPECT_EQ(PausedSince(), Day(2026, 11, 9));
  Pause(HoldType::kRespite, std::nullopt, Day(2026, 11, 24));  // It begins tomorrow.
  EXPECT_EQ(PausedSince(), Day(2026, 11, 9));
}

}  // namespace
}  // namespace parley
