// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/mustache_typesetter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "adapters/text/markup.h"
#include "adapters/text/template_text.h"
#include "domain/communication/templates/sample_values.h"
#include "tests/support/domain/status_matchers.h"

namespace parley::text {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Catalogue& Words() {
  static const Catalogue* const kWords = Catalogue::Load()->release();
  return *kWords;
}

Money Euros(std::int64_t cents) { return {cents, *Currency::Find("EUR")}; }

std::vector<ContentBlock> Blocks() {
  return {{.block = Block::kSelfIdentification,
           .language = "en",
           .variables = {{.name = "firm"}},
           .text = "From {{firm}}."},
          {.block = Block::kOptOut, .language = "en", .meets = {"US.OUT"}, .text = "Reply STOP."},
          {.block = Block::kFreeAdvice,
           .language = "en",
           .meets = {"free"},
           .variables = {{.name = "helper"}},
           .text = "Ask {{helper}}."}};
}

// A reply by e-mail with that text.
Template Reply(const std::string& text, std::vector<Variable> variables = {}) {
  return {.key = "reply",
          .language = "en",
          .variables = std::move(variables),
          .parts = {{.kind = PartKind::kSubject, .text = "Hello"},
                    {.text = "{{> SELF_IDENTIFICATION}}{{> OPT_OUT}}|" + text}}};
}

const TemplateValue kFirm{"firm", SensitiveText("Acme & Sons")};

absl::StatusOr<std::vector<SetPart>> Fill(const Template& words, TemplateValues values,
                                          const Typesetting& setting = {"en", {}}) {
  absl::StatusOr<std::unique_ptr<SetTemplate>> set =
      MustacheTypesetter(Words()).Set(words, Blocks());
  if (!set.ok()) return set.status();
  values.push_back(kFirm);
  return (*set)->Fill(values, setting);
}

// What such a text becomes.
std::string TextOf(const std::string& text, const std::vector<Variable>& variables,
                   const TemplateValues& values, std::string_view language = "en") {
  const std::string whole =
      ValueOf(Fill(Reply(text, variables), values, {language, {}}))[1].text.Reveal();
  return whole.substr(whole.find('|') + 1);
}

std::string WhatIsWrong(const std::string& text, const std::vector<Variable>& variables = {}) {
  return MetadataOf(Fill(Reply(text, variables), {}).status())["faults"];
}

TEST(MustacheTypesetter, WritesValuesAsTheLanguageAndRegionDo) {
  const std::vector<Variable> variables = {{.name = "amount", .type = VariableType::kMoney},
                                           {.name = "day", .type = VariableType::kDate},
                                           {.name = "at", .type = VariableType::kTime}};
  const TemplateValues values = {
      {"amount", Euros(123'450)}, {"day", Day(2026, 12, 1)}, {"at", MinuteOfDay{14 * 60 + 5}}};
  const std::string text = "{{amount}}, {{day}}, {{at}}";
  EXPECT_EQ(Plain(TextOf(text, variables, values)), "€1,234.50, 1 December 2026, 2:05 pm");
  EXPECT_EQ(Plain(TextOf(text, variables, values, "de")), "1.234,50 €, 1. Dezember 2026, 14:05");
  EXPECT_EQ(Plain(TextOf(text, variables, values, "en-US")),
            "€1,234.50, December 1, 2026, 2:05 PM");
}

TEST(MustacheTypesetter, ChoosesPluralsAndWordsAndJoinsLists) {
  const std::vector<Variable> variables = {
      {.name = "count", .type = VariableType::kCount},
      {.name = "kind", .type = VariableType::kChoice, .choices = {"A", "B"}},
      {.name = "papers", .type = VariableType::kWords}};
  TemplateValues values = {
      {"count", std::int64_t{1}},
      {"kind", SensitiveText("B")},
      {"papers",
       std::vector<SensitiveText>{SensitiveText("a"), SensitiveText("b"), SensitiveText("c")}}};
  const std::string text =
      "{count, plural, one {# day} other {# days}} {kind, select, A {x} other {y}} {{papers}}";
  EXPECT_EQ(TextOf(text, variables, values), "1 day y a, b and c");
  values[0].value = std::int64_t{2};
  EXPECT_EQ(TextOf(text, variables, values, "en-US"), "2 days y a, b, and c");
}

TEST(MustacheTypesetter, RepeatsRowsAndLeavesOutWhatHasNoValue) {
  const std::vector<Variable> variables = {
      {.name = "debts",
       .type = VariableType::kRows,
       .columns = {{.name = "owner"}, {.name = "note", .optional = true}}},
      {.name = "more", .optional = true}};
  const std::vector<ValueRow> rows = {{{"owner", SensitiveText("A")}, {"note", SensitiveText("n")}},
                                      {{"owner", SensitiveText("B")}}};
  const std::string text =
      "Yours:\n{{#debts}}\n- {{owner}}{{#note}} ({{note}}){{/note}}\n{{/debts}}\n"
      "{{#more}}More: {{more}}{{/more}}\n{{^more}}No more{{/more}}\n";
  EXPECT_EQ(TextOf(text, variables, {{"debts", rows}}), "Yours:\n- A (n)\n- B\n\nNo more");
  EXPECT_EQ(TextOf(text, variables, {{"debts", rows}, {"more", SensitiveText("x")}}),
            "Yours:\n- A (n)\n- B\nMore: x");
}

TEST(MustacheTypesetter, TakesNothingFromAroundForAColumnWithoutAValue) {
  const std::vector<Variable> variables = {
      {.name = "rows",
       .type = VariableType::kRows,
       .columns = {{.name = "owner"}, {.name = "note", .optional = true}}},
      {.name = "note"}};
  const std::vector<ValueRow> rows = {{{"owner", SensitiveText("A")}}};
  EXPECT_EQ(TextOf("{{#rows}}{{owner}}{{#note}} {{note}}{{/note}}.{{/rows}} {{note}}", variables,
                   {{"rows", rows}, {"note", SensitiveText("n")}}),
            "A. n");
}

TEST(MustacheTypesetter, MakesHtmlOfATextAndEscapesValues) {
  const std::vector<SetPart> set = ValueOf(
      Fill(Reply("\n\nDear {{name}}\n- https://pay.example/?a=1&b=2.\n- b", {{.name = "name"}}),
           {{"name", SensitiveText("<b>\"Ana\"</b>")}}));
  ASSERT_EQ(set.size(), 3U);
  EXPECT_EQ(set[2].kind, PartKind::kHtml);
  const std::string& html = set[2].text.Reveal();
  EXPECT_THAT(html, HasSubstr("<p>From Acme &amp; Sons.Reply STOP.|</p>"));
  EXPECT_THAT(html, HasSubstr("<p>Dear &lt;b&gt;&quot;Ana&quot;&lt;/b&gt;</p>"));
  EXPECT_THAT(html, HasSubstr("<ul>\n<li><a href=\"https://pay.example/?a=1&amp;b=2\">"
                              "https://pay.example/?a=1&amp;b=2</a>.</li>\n<li>b</li>\n</ul>"));
}

TEST(MustacheTypesetter, EscapesValuesInHtmlThatSomebodyWrote) {
  Template words = Reply("{{name}}", {{.name = "name"}});
  words.parts.push_back({.kind = PartKind::kHtml, .text = "<p title=\"{{name}}\">{{name}}</p>"});
  const std::vector<SetPart> set = ValueOf(Fill(words, {{"name", SensitiveText("\"><script>")}}));
  ASSERT_EQ(set.size(), 3U);
  EXPECT_EQ(set[2].text.Reveal(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&quot;&gt;&lt;script&gt;</p>");
  EXPECT_THAT(set[1].text.Reveal(), HasSubstr("\"><script>"));
}

TEST(MustacheTypesetter, TakesUpWhatAVerdictDemands) {
  const std::vector<std::string_view> demanded = {"US.OUT", "free"};
  const TemplateValue helper{"helper", SensitiveText("MABS")};
  const Template words = Reply("Bye. {{> REQUIRED}} x");
  EXPECT_THAT(ValueOf(Fill(words, {helper}, {"en", demanded}))[1].text.Reveal(),
              HasSubstr("Bye. Ask MABS. x"));
  EXPECT_THAT(ViolationsOf(Fill(words, {}, {"en", demanded}).status()),
              ElementsAre(Violation{"values.helper", Fault::kRequired}));
  EXPECT_THAT(ValueOf(Fill(words, {}))[1].text.Reveal(), HasSubstr("Bye. x"));
  EXPECT_THAT(Fill(Reply("Bye."), {helper}, {"en", demanded}),
              IsRefused(Reason::kTemplateBlockMissing));
}

TEST(MustacheTypesetter, RefusesASubjectThatGrewTooLong) {
  Template words = Reply("a", {{.name = "name"}});
  words.parts[0].text = "For {{name}}";
  EXPECT_THAT(Fill(words, {{"name", SensitiveText(std::string(140, 'a'))}}), IsOk());
  EXPECT_THAT(ViolationsOf(Fill(words, {{"name", SensitiveText(std::string(300, 'a'))}}).status()),
              ElementsAre(Violation{"subject", Fault::kTooLong}));
  EXPECT_THAT(
      ViolationsOf(Fill(words, {{"name", SensitiveText("a\r\nBcc: b@example.com")}}).status()),
      ElementsAre(Violation{"values.name", Fault::kControlCharacter}));
}

TEST(MustacheTypesetter, TellsWhatIsWrongAndInWhichLine) {
  EXPECT_EQ(WhatIsWrong("\nb {{nobody}}"), "parts[1].text, line 2: nobody: is not declared");
  EXPECT_EQ(WhatIsWrong("a\n{{#x}}\n\n{{y}}\n{{/x}}\n", {{.name = "x", .optional = true}}),
            "parts[1].text, line 4: y: is not declared");
  EXPECT_THAT(WhatIsWrong("a\n{{#open}}"), HasSubstr("line 2: Unclosed section \"open\""));
  EXPECT_THAT(WhatIsWrong("a {{"), HasSubstr("line 1: Unclosed tag"));
  EXPECT_THAT(WhatIsWrong("{{{raw}}}"), HasSubstr("raw would stand there unescaped"));
  EXPECT_THAT(WhatIsWrong("{{=<% %>=}}"), HasSubstr("other delimiters"));
  EXPECT_THAT(WhatIsWrong("{{ =<% %>= }}"), HasSubstr("other delimiters"));
  EXPECT_THAT(WhatIsWrong("a }"), HasSubstr("a brace that closes nothing"));
  EXPECT_THAT(WhatIsWrong("it's"), HasSubstr("a straight apostrophe"));
  EXPECT_THAT(WhatIsWrong("{count, plural, one {x}}"), HasSubstr("U_DEFAULT_KEYWORD_MISSING"));
}

TEST(MustacheTypesetter, BoundsHowDeepAndHowLongATextIs) {
  std::string deep;
  for (int at = 0; at < 5; ++at) deep += "{{#x}}";
  for (int at = 0; at < 5; ++at) deep += "{{/x}}";
  const std::vector<Variable> variables = {{.name = "x", .optional = true}};
  EXPECT_THAT(WhatIsWrong(deep, variables), HasSubstr("too deep"));
  std::string many;
  for (int at = 0; at < 3000; ++at) many += "{{#";
  EXPECT_THAT(ReadTemplateText(many).reading.faults,
              ElementsAre(Field(&TextFault::what, HasSubstr("more than 500"))));
  EXPECT_THAT(ReadTemplateText(std::string(30'000, 'a')).reading.faults,
              ElementsAre(Field(&TextFault::what, "too long")));
}

TEST(MustacheTypesetter, SetsLimitedContentFromLimitedValuesAlone) {
  Template words{.key = "call",
                 .language = "en",
                 .channel = Channel::kCall,
                 .purpose = Purpose::kDemand,
                 .variant = Variant::kLimited,
                 .variables = {{.name = "phone", .type = VariableType::kPhone}},
                 .parts = {{.text = "{{> SELF_IDENTIFICATION}} Call {{phone}}."}}};
  const MustacheTypesetter typesetter(Words());
  const auto set = ValueOf(typesetter.SetLimited(words, Blocks()));
  const LimitedValues values{.firm = "Acme", .phone = "+1 617 555 0100"};
  EXPECT_EQ(ValueOf(set->Fill(values, {"en", {}}))[0].text.Reveal(),
            "From Acme. Call +1 617 555 0100.");
  EXPECT_THAT(set->Fill({.firm = "Owe 5", .phone = "+1 617 555 0100"}, {"en", {}}),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(set->Fill({.firm = "Acme", .phone = "5 euros"}, {"en", {}}),
              IsRefused(Reason::kFieldInvalid));
  words.variables.push_back({.name = "amount", .type = VariableType::kMoney});
  EXPECT_THAT(typesetter.SetLimited(words, Blocks()), IsRefused(Reason::kTemplateUnsound));
  words.variant = Variant::kFull;
  EXPECT_THAT(typesetter.SetLimited(words, Blocks()), IsRefused(Reason::kTemplateNotLimited));
}

TEST(MustacheTypesetter, IsUsedByManyThreadsAtOnce) {
  const auto set = ValueOf(MustacheTypesetter(Words()).Set(
      Reply("{count, plural, one {# day} other {# days}} {{amount}}",
            {{.name = "count", .type = VariableType::kCount},
             {.name = "amount", .type = VariableType::kMoney}}),
      Blocks()));
  std::vector<std::thread> threads;
  for (std::int64_t thread = 1; thread <= 4; ++thread) {
    threads.emplace_back([&set, thread] {
      const TemplateValues values = {{"count", thread}, {"amount", Euros(thread * 100)}, kFirm};
      const std::string first = ValueOf(set->Fill(values, {"en", {}}))[1].text.Reveal();
      for (int turn = 0; turn < 200; ++turn) {
        EXPECT_EQ(ValueOf(set->Fill(values, {"en", {}}))[1].text.Reveal(), first);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// Texts of all marks in any order: nothing that can be set shows a mark or a hole.
RC_GTEST_PROP(MustacheTypesetter, ShowsNoMarkOfWhateverItSets, ()) {
  static const std::vector<std::string> kTokens = {"{{",
                                                   "}}",
                                                   "{",
                                                   "}",
                                                   "{{one}}",
                                                   "{{#may}}",
                                                   "{{may}}",
                                                   "{{/may}}",
                                                   "{{#rows}}",
                                                   "{{cell}}",
                                                   "{{/rows}}",
                                                   "{{^rows}}",
                                                   "{{> OPT_OUT}}",
                                                   "{count, plural, one {# x} other {{{one}}}}",
                                                   "#",
                                                   "|",
                                                   "\n",
                                                   " a ",
                                                   "{{! b }}",
                                                   "é"};
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(
      rc::gen::inRange<std::size_t>(0, kTokens.size()));
  std::string text =
      "{{one}}{{#may}}{{may}}{{/may}}{{#rows}}{{cell}}{{/rows}}{count, plural, other {#}}";
  for (const std::size_t pick : picks) text += kTokens[pick];
  const std::vector<Variable> variables = {
      {.name = "one"},
      {.name = "may", .optional = true},
      {.name = "count", .type = VariableType::kCount},
      {.name = "rows", .type = VariableType::kRows, .columns = {{.name = "cell"}}}};
  const auto set = Fill(Reply(text, variables), SampleValues(variables, Samples::kOfRequired));
  if (!set.ok()) {
    RC_ASSERT(ReasonOf(set.status()) == Reason::kTemplateUnsound);
    return;
  }
  const std::string& shown = (*set)[1].text.Reveal();
  RC_ASSERT(shown.find('{') == std::string::npos);
  RC_ASSERT(shown.find('}') == std::string::npos);
}

TEST(Markup, WritesATextMessageWithLettersThatCostNothingMore) {
  EXPECT_EQ(Plain("1\u00A0h\u202Fd’un"), "1 h d'un");
}

}  // namespace
}  // namespace parley::text
