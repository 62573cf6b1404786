// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/check_template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/communication/templates/limited.h"

namespace parley {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

auto Tells(const std::string& path, const std::string& what) {
  return Contains(
      AllOf(Field(&TemplateFault::path, path), Field(&TemplateFault::what, HasSubstr(what))));
}

// A template and what its one text uses: a reply by text message that shows an amount.
struct Written {
  Template words{.key = "thanks",
                 .language = "en",
                 .channel = Channel::kSms,
                 .variables = {{.name = "amount", .type = VariableType::kMoney}},
                 .parts = {{.text = "Thanks for {{amount}}"}}};
  TextReading reading{.variables = {{.name = "amount", .line = 3}},
                      .blocks = {{.name = "SELF_IDENTIFICATION"}, {.name = "OPT_OUT"}},
                      .faults = {}};

  std::vector<TemplateFault> Faults() const {
    const std::vector<ContentBlock> blocks = {
        {.block = Block::kSelfIdentification, .language = "en", .text = "A"},
        {.block = Block::kOptOut, .language = "en", .text = "B"},
        {.block = Block::kAbout,
         .language = "en",
         .variables = {{.name = "amount", .type = VariableType::kDate}},
         .text = "C"},
        {.block = Block::kCallerByName, .language = "en", .text = "D"}};
    const std::vector<TextReading> readings(words.parts.size(), reading);
    return CheckTemplate(words, readings, blocks);
  }

  Variable& variable() { return words.variables.front(); }
  VariableUse& use() { return reading.variables.front(); }
};

TEST(CheckTemplate, FindsNothingWrongWithASoundOne) { EXPECT_THAT(Written().Faults(), IsEmpty()); }

TEST(CheckTemplate, TellsAVariableThatIsNotDeclaredAndWhereItStands) {
  Written written;
  written.words.variables.clear();
  EXPECT_THAT(written.Faults(),
              Contains(TemplateFault{"parts[0].text", 3, "amount: is not declared"}));
}

TEST(CheckTemplate, TellsAVariableThatNothingUses) {
  Written written;
  written.words.variables.push_back({.name = "day", .type = VariableType::kDate});
  EXPECT_THAT(written.Faults(), Tells("variables[1]", "day: is declared and not used"));
}

TEST(CheckTemplate, TellsAnOptionalVariableThatCouldLeaveAHole) {
  Written written;
  written.variable().optional = true;
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "stands within its own section"));
  written.use().within = {"amount"};
  EXPECT_THAT(written.Faults(), IsEmpty());
}

TEST(CheckTemplate, TellsWhatAVariableOfThatTypeCannotDo) {
  Written written;
  written.use().usage = Usage::kPlural;
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "only a count"));
  written.use().usage = Usage::kSelect;
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "only a choice"));
  written.use().usage = Usage::kSection;
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "a section is for"));
  written.variable() = {.name = "amount", .type = VariableType::kChoice, .choices = {"A"}};
  written.use().usage = Usage::kShown;
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "never shown"));
  written.use().usage = Usage::kSelect;
  written.use().selectors = {"A", "B"};
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "B is none of its choices"));
}

TEST(CheckTemplate, KnowsColumnsWithinTheirRowsAlone) {
  Written written;
  written.variable() = {.name = "debts",
                        .type = VariableType::kRows,
                        .columns = {{.name = "amount", .type = VariableType::kMoney}}};
  written.reading.variables.insert(written.reading.variables.begin(),
                                   {.name = "debts", .usage = Usage::kSection});
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "amount: is not declared"));
  written.reading.variables.back().within = {"debts"};
  EXPECT_THAT(written.Faults(), IsEmpty());
}

TEST(CheckTemplate, TellsDeclarationsThatMakeNoSense) {
  Written written;
  const auto faults_of = [&](Variable variable) {
    written.words.variables = {std::move(variable)};
    return written.Faults();
  };
  EXPECT_THAT(faults_of({.name = "Amount"}), Tells("variables[0]", "small letters"));
  EXPECT_THAT(faults_of({.name = "amount", .type = VariableType{}}),
              Tells("variables[0]", "no type"));
  EXPECT_THAT(faults_of({.name = "amount", .type = VariableType::kRows}),
              Tells("variables[0]", "columns are for rows"));
  EXPECT_THAT(faults_of({.name = "amount", .choices = {"A"}}),
              Tells("variables[0]", "choices are for a choice"));
  EXPECT_THAT(faults_of({.name = "amount",
                         .type = VariableType::kRows,
                         .columns = {{.name = "words", .type = VariableType::kWords}}}),
              Tells("variables[0].columns[0]", "a column is one value"));
  written = {};
  written.words.variables.push_back(written.variable());
  EXPECT_THAT(written.Faults(), Tells("variables[1]", "declared twice"));
}

TEST(CheckTemplate, WantsTheBlocksOfTheHouse) {
  Written written;
  written.reading.blocks.pop_back();
  EXPECT_THAT(written.Faults(), Tells("parts", "lacks the block OPT_OUT"));
  written.words.purpose = Purpose::kReminder;
  EXPECT_THAT(written.Faults(), Tells("parts", "lacks the block FOR_WHOM"));
  written.words.purpose = Purpose::kLocation;
  EXPECT_THAT(written.Faults(), Tells("parts", "lacks the block CALLER_BY_NAME"));
}

TEST(CheckTemplate, TellsABlockThatIsUnknownOrCouldBeLeftOut) {
  Written written;
  written.reading.blocks.push_back({.name = "GREETING", .line = 2});
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "no block GREETING"));
  written.reading.blocks.back() = {.name = "OPT_OUT", .in_section = true};
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "OPT_OUT could be left out"));
}

TEST(CheckTemplate, TellsANameThatMeansTwoThings) {
  Written written;
  written.reading.blocks.push_back({.name = "ABOUT"});
  EXPECT_THAT(written.Faults(), Tells("variables", "of another type in the block ABOUT"));
}

TEST(CheckTemplate, TellsPartsThatTheChannelLacks) {
  Written written;
  written.words.parts.push_back({.kind = PartKind::kSubject, .text = "Hello"});
  EXPECT_THAT(written.Faults(), Tells("parts", "no subject on this channel"));
  written.words.channel = Channel::kEmail;
  written.words.parts.pop_back();
  EXPECT_THAT(written.Faults(), Tells("parts", "one subject"));
  written.words.parts.push_back({.kind = PartKind::kSection, .text = "Hello"});
  EXPECT_THAT(written.Faults(), Tells("parts", "sections are for letters"));
  written.words.channel = Channel::kPublicPost;
  EXPECT_THAT(written.Faults(), Tells("channel", "no templates"));
}

TEST(CheckTemplate, RefusesASubjectOfManyLettersOrLines) {
  Written written;
  written.words.channel = Channel::kEmail;
  written.words.parts.push_back({.kind = PartKind::kSubject, .text = std::string(300, 'a')});
  EXPECT_THAT(written.Faults(), Tells("parts[1].text", "long"));
  written.words.parts.back().text = "Hello\r\nBcc: everybody@example.com";
  EXPECT_THAT(written.Faults(), Tells("parts[1].text", "control"));
}

TEST(CheckTemplate, LetsNothingOfADebtIntoLimitedContent) {
  Written written;
  written.words.variant = Variant::kLimited;
  EXPECT_THAT(written.Faults(), Tells("variables[0]", "a message of limited content knows"));
  written.words.variables = {{.name = "phone", .type = VariableType::kText}};
  EXPECT_THAT(written.Faults(), Tells("variables[0]", "a message of limited content knows"));
  written.words.variables = {{.name = "phone", .type = VariableType::kPhone}};
  written.use().name = "phone";
  EXPECT_THAT(written.Faults(), IsEmpty());
  written.reading.blocks.push_back({.name = "REQUIRED"});
  EXPECT_THAT(written.Faults(), Tells("parts[0].text", "no slot in limited content"));
}

TEST(CheckBlock, LetsNoBlockStandInAnother) {
  const ContentBlock block{.block = Block::kAbout, .language = "en", .text = "a"};
  const TextReading reading{.variables = {}, .blocks = {{.name = "ABOUT"}}, .faults = {}};
  EXPECT_THAT(CheckBlock(block, reading), Tells("text", "no block stands in another one"));
}

TEST(CheckTemplate, TellsAllFaultsInOneStatus) {
  const std::vector<TemplateFault> faults = {{"parts[0].text", 3, "a"}, {"variables[1]", 0, "b"}};
  const absl::Status status = ToStatus(faults);
  EXPECT_EQ(ReasonOf(status), Reason::kTemplateUnsound);
  EXPECT_EQ(MetadataOf(status)["faults"], "parts[0].text, line 3: a\nvariables[1]: b");
  EXPECT_TRUE(ToStatus({}).ok());
}

}  // namespace
}  // namespace parley
