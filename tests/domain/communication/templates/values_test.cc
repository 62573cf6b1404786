// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/communication/templates/limited.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Money Euros(std::int64_t cents) { return {cents, *Currency::Find("EUR")}; }

std::vector<Violation> FaultsOf(const std::vector<Variable>& variables,
                                const TemplateValues& values) {
  Violations violations;
  CheckValues(violations, variables, values);
  return violations.all();
}

Fault OnlyFaultOf(VariableType type, const std::string& text) {
  const std::vector<Variable> variables = {{.name = "it", .type = type, .choices = {"A", "B"}}};
  const std::vector<Violation> faults = FaultsOf(variables, {{"it", SensitiveText(text)}});
  EXPECT_EQ(faults.size(), 1U) << text;
  EXPECT_EQ(faults.front().field, "values.it");
  return faults.front().fault;
}

TEST(TemplateValues, OfTheDeclaredTypesAreSound) {
  const std::vector<Variable> variables = {
      {.name = "name", .type = VariableType::kText},
      {.name = "answer", .type = VariableType::kProse},
      {.name = "amount", .type = VariableType::kMoney},
      {.name = "day", .type = VariableType::kDate},
      {.name = "at", .type = VariableType::kTime},
      {.name = "count", .type = VariableType::kCount},
      {.name = "choice", .type = VariableType::kChoice, .choices = {"A"}},
      {.name = "link", .type = VariableType::kLink},
      {.name = "phone", .type = VariableType::kPhone},
      {.name = "words", .type = VariableType::kWords},
      {.name = "rows",
       .type = VariableType::kRows,
       .columns = {{.name = "amount", .type = VariableType::kMoney}}},
      {.name = "more", .optional = true}};
  const TemplateValues values = {{"name", SensitiveText("Ana Ejemplo")},
                                 {"answer", SensitiveText("One\nTwo")},
                                 {"amount", Euros(100)},
                                 {"day", Day(2026, 12, 1)},
                                 {"at", MinuteOfDay{870}},
                                 {"count", std::int64_t{3}},
                                 {"choice", SensitiveText("A")},
                                 {"link", SensitiveText("https://pay.example/1")},
                                 {"phone", SensitiveText("+44 20 7946 0000")},
                                 {"words", std::vector<SensitiveText>{SensitiveText("a")}},
                                 {"rows", std::vector<ValueRow>{{{"amount", Euros(1)}}}}};
  EXPECT_THAT(FaultsOf(variables, values), IsEmpty());
}

TEST(TemplateValues, ThatAreMissingUnknownOrGivenTwiceAreTold) {
  const std::vector<Variable> variables = {{.name = "name"}};
  EXPECT_THAT(FaultsOf(variables, {}), ElementsAre(Violation{"values.name", Fault::kRequired}));
  EXPECT_THAT(FaultsOf(variables, {{"name", SensitiveText("a")},
                                   {"name", SensitiveText("b")},
                                   {"nome", SensitiveText("c")}}),
              ElementsAre(Violation{"values.name", Fault::kDuplicate},
                          Violation{"values.nome", Fault::kUnknownValue}));
}

TEST(TemplateValues, OfAnotherTypeAreTold) {
  const std::vector<Variable> variables = {{.name = "amount", .type = VariableType::kMoney}};
  EXPECT_THAT(FaultsOf(variables, {{"amount", SensitiveText("12.00")}}),
              ElementsAre(Violation{"values.amount", Fault::kMalformed}));
  EXPECT_THAT(FaultsOf(variables, {{"amount", std::int64_t{12}}}),
              ElementsAre(Violation{"values.amount", Fault::kMalformed}));
}

TEST(TemplateValues, HaveTheFormOfTheirType) {
  EXPECT_EQ(OnlyFaultOf(VariableType::kText, " "), Fault::kRequired);
  EXPECT_EQ(OnlyFaultOf(VariableType::kText, "a\r\nBcc: b"), Fault::kControlCharacter);
  EXPECT_EQ(OnlyFaultOf(VariableType::kProse, "a\rb"), Fault::kControlCharacter);
  EXPECT_EQ(OnlyFaultOf(VariableType::kLink, "http://pay.example"), Fault::kMalformed);
  EXPECT_EQ(OnlyFaultOf(VariableType::kLink, "https://a\" onclick=b"), Fault::kMalformed);
  EXPECT_EQ(OnlyFaultOf(VariableType::kPhone, "020 7946 0000"), Fault::kMalformed);
  EXPECT_EQ(OnlyFaultOf(VariableType::kPhone, "+44 call 7946000"), Fault::kMalformed);
  EXPECT_EQ(OnlyFaultOf(VariableType::kChoice, "C"), Fault::kUnknownValue);
}

TEST(TemplateValues, OfRowsAreToldByRowAndColumn) {
  const std::vector<Variable> variables = {
      {.name = "debts",
       .type = VariableType::kRows,
       .columns = {{.name = "amount", .type = VariableType::kMoney}}}};
  const std::vector<ValueRow> rows = {{{"amount", Euros(1)}}, {{"sum", Euros(1)}}};
  EXPECT_THAT(FaultsOf(variables, {{"debts", rows}}),
              ElementsAre(Violation{"values.debts[1].sum", Fault::kUnknownValue},
                          Violation{"values.debts[1].amount", Fault::kRequired}));
  EXPECT_THAT(FaultsOf(variables, {{"debts", std::vector<ValueRow>{}}}),
              ElementsAre(Violation{"values.debts", Fault::kRequired}));
  EXPECT_THAT(FaultsOf(variables, {{"debts", std::vector<ValueRow>(kMostRows + 1)}}),
              ElementsAre(Violation{"values.debts", Fault::kTooLong}));
}

TEST(LimitedValues, AreThoseThatATemplateDeclares) {
  const LimitedValues limited{.firm = "Acme", .agent = "Sam", .phone = "+1 617 555 0100"};
  const std::vector<Variable> declared = {{.name = "phone", .type = VariableType::kPhone}};
  const TemplateValues values = ValueOf(ToValues(limited, declared));
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(values.front().name, "phone");
}

TEST(LimitedValues, TakeNothingThatTheyDoNotKnow) {
  LimitedValues limited;
  Violations violations;
  TakeValue({"day", Day(2026, 11, 9)}, "values[0]", limited, violations);
  TakeValue({"amount", Euros(1)}, "values[1]", limited, violations);
  TakeValue({"phone", Day(2026, 11, 9)}, "values[2]", limited, violations);
  EXPECT_EQ(limited.day, Day(2026, 11, 9));
  EXPECT_THAT(ViolationsOf(violations.ToStatus()),
              ElementsAre(Violation{"values[1]", Fault::kUnknownValue},
                          Violation{"values[2]", Fault::kMalformed}));
}

TEST(LimitedValues, HaveNoRoomForAnAmountInAName) {
  for (const char* name : {"Acme 120.50", "Acme €", "pay $"}) {
    EXPECT_THAT(ToValues({.firm = name, .phone = "+1 617 555 0100"}, LimitedVariables()),
                IsRefused(Reason::kFieldInvalid))
        << name;
  }
}

}  // namespace
}  // namespace parley
