// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/lexicons/lexicons.h"
#include "adapters/policy/read_policy.h"
#include "adapters/policy/read_templates.h"
#include "adapters/text/mustache_typesetter.h"
#include "application/templates/template_library.h"
#include "domain/communication/duties/voicemail.h"
#include "domain/communication/message/sms_length.h"
#include "domain/communication/templates/sample_values.h"
#include "domain/language/tone/tone_check.h"
#include "tests/support/domain/status_matchers.h"

namespace parley::policy {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<std::string> kLanguages = {"de", "en", "es", "fr"};

const Typesetter& Setter() {
  static const text::Catalogue* const kWords = text::Catalogue::Load()->release();
  static const auto* const kSetter = new text::MustacheTypesetter(*kWords);
  return *kSetter;
}

const TemplateCatalogue& BuiltInTemplates() {
  static const auto* const kRead = new TemplateCatalogue(ValueOf(ReadBuiltInTemplates(Setter())));
  return *kRead;
}

std::string NameOf(const Template& words) {
  return absl::StrCat(words.key, "-", words.language, "-", std::string(WordFor(words.channel)));
}

std::vector<Variable> VariablesOf(const Template& words,
                                  std::span<const std::string_view> demanded = {}) {
  const auto set = ValueOf(Setter().Set(words, BuiltInTemplates().BlocksFor(words)));
  return ValueOf(set->Needs(demanded));
}

std::string Joined(const std::vector<SetPart>& set) {
  std::string text;
  for (const SetPart& part : set) {
    if (part.kind == PartKind::kHtml) continue;
    absl::StrAppend(&text, "[", std::string(WordFor(part.kind)), "]\n", part.heading,
                    part.text.Reveal(), "\n");
  }
  return text;
}

std::vector<SetPart> SetParts(const Template& words, Samples samples,
                              std::span<const std::string_view> demanded = {}) {
  const std::vector<ContentBlock> blocks = BuiltInTemplates().BlocksFor(words);
  if (words.variant == Variant::kLimited) {
    return ValueOf(ValueOf(Setter().SetLimited(words, blocks))
                       ->Fill(SampleLimitedValues(), {words.language, {}}));
  }
  const TemplateValues values = SampleValues(VariablesOf(words, demanded), samples);
  return ValueOf(ValueOf(Setter().Set(words, blocks))->Fill(values, {words.language, demanded}));
}

std::string Rendered(const Template& words, Samples samples,
                     std::span<const std::string_view> demanded = {}) {
  return Joined(SetParts(words, samples, demanded));
}

TEST(TemplateCatalogue, SpeaksEveryLanguageInEachOfItsMessages) {
  std::map<std::pair<std::string, Channel>, std::set<std::string>> languages;
  for (const Template& words : BuiltInTemplates().templates) {
    languages[{words.key, words.channel}].insert(words.language);
  }
  const std::set<std::string> all(kLanguages.begin(), kLanguages.end());
  for (const auto& [message, spoken] : languages) EXPECT_EQ(spoken, all) << message.first;
}

TEST(TemplateCatalogue, SpeaksEveryLanguageInEachOfItsBlocks) {
  std::map<std::pair<Block, std::string>, std::set<Channel>> channels;
  for (const ContentBlock& block : BuiltInTemplates().blocks) {
    for (std::size_t at = 1; at < WordsOf<Channel>().size(); ++at) {
      const auto channel = static_cast<Channel>(at);
      if (!block.channels.Has(channel)) continue;
      EXPECT_TRUE(channels[std::pair(block.block, block.language)].insert(channel).second)
          << WordFor(block.block) << " is there twice";
    }
  }
  for (const auto& [block, spoken] : channels) {
    for (const std::string& language : kLanguages) {
      EXPECT_EQ(channels[std::pair(block.first, language)], spoken) << WordFor(block.first);
    }
  }
}

TEST(TemplateCatalogue, HasAMessageForEveryPurposeThatIsAboutDebts) {
  std::set<Purpose> served;
  for (const Template& words : BuiltInTemplates().templates) served.insert(words.purpose);
  for (std::size_t at = 1; at < WordsOf<Purpose>().size(); ++at) {
    const auto purpose = static_cast<Purpose>(at);
    EXPECT_EQ(served.contains(purpose), purpose != Purpose::kUnrelated) << WordFor(purpose);
  }
}

TEST(TemplateCatalogue, SaysWhatTheRulebooksDemandOfContacts) {
  const Policy policy = ValueOf(ReadBuiltInPolicy());
  for (const Rulebook& book : policy.Books()) {
    for (const Rule& rule : book.rules) {
      const auto* const content = std::get_if<RequiredContent>(&rule.kind);
      if (content == nullptr) continue;
      for (const std::string& demanded : content->disclosures) {
        const auto& blocks = BuiltInTemplates().blocks;
        EXPECT_TRUE(std::any_of(blocks.begin(), blocks.end(), [&](const ContentBlock& block) {
          return std::find(block.meets.begin(), block.meets.end(), demanded) != block.meets.end();
        })) << demanded;
      }
    }
  }
}

TEST(TemplateCatalogue, SetsEveryTemplateWithAllValuesAndWithThoseThatItMustHave) {
  for (const Template& words : BuiltInTemplates().templates) {
    for (const Samples samples : {Samples::kOfRequired, Samples::kOfAll}) {
      const std::string text = Rendered(words, samples);
      EXPECT_THAT(text, Not(HasSubstr("{"))) << NameOf(words);
      EXPECT_THAT(text, Not(HasSubstr("}"))) << NameOf(words);
      EXPECT_THAT(text, Not(HasSubstr(" ,"))) << NameOf(words) << text;
      EXPECT_THAT(text, Not(HasSubstr(" ."))) << NameOf(words) << text;
      EXPECT_THAT(text, Not(HasSubstr(".."))) << NameOf(words) << text;
    }
  }
}

TEST(TemplateCatalogue, ChoosesAmongAllItsWordings) {
  for (const Template& words : BuiltInTemplates().templates) {
    if (words.variant == Variant::kLimited) continue;
    for (const Variable& variable : words.variables) {
      for (const std::string& choice : variable.choices) {
        TemplateValues values = SampleValues(VariablesOf(words), Samples::kOfAll);
        for (TemplateValue& value : values) {
          if (value.name == variable.name) value.value = SensitiveText(choice);
        }
        EXPECT_THAT(ValueOf(Setter().Set(words, BuiltInTemplates().BlocksFor(words)))
                        ->Fill(values, {words.language, {}}),
                    IsOk());
      }
    }
  }
}

TEST(TemplateCatalogue, TakesUpWhatAVerdictDemandsInEveryFullMessage) {
  const std::vector<std::string_view> demanded = {"US.REGF.6E.OPT_OUT", "GB.CONC.7_5_3R",
                                                  "free_debt_advice"};
  for (const Template& words : BuiltInTemplates().templates) {
    if (words.variant == Variant::kLimited) continue;
    EXPECT_NO_THROW(Rendered(words, Samples::kOfAll, demanded)) << NameOf(words);
  }
}

TEST(TemplateCatalogue, RevealsNothingInLimitedContent) {
  for (const Template& words : BuiltInTemplates().templates) {
    if (words.variant != Variant::kLimited || words.language != "en") continue;
    // Who asks for somebody else's whereabouts says so, and leaves no voicemail.
    if (words.purpose == Purpose::kLocation || words.channel != Channel::kCall) continue;
    const std::string text =
        Rendered(words, Samples::kOfAll).substr(std::string("[TEXT]\n").size());
    EXPECT_EQ(ClassifyVoicemail(text), VoicemailContent::kLimited) << text;
  }
}

TEST(TemplateCatalogue, LimitsContentWhereTheRecipientMayBeSomebodyElse) {
  for (const Template& words : BuiltInTemplates().templates) {
    const bool calls = words.channel == Channel::kCall;
    const bool limited = words.variant == Variant::kLimited;
    EXPECT_EQ(limited, calls || words.key == "wrong_person" || words.key == "please_call")
        << NameOf(words);
  }
}

TEST(TemplateCatalogue, KeepsTextMessagesShort) {
  constexpr std::size_t kMostBytes = 480;
  for (const Template& words : BuiltInTemplates().templates) {
    if (words.channel != Channel::kSms) continue;
    EXPECT_LT(Rendered(words, Samples::kOfRequired).size(), kMostBytes) << NameOf(words);
  }
}

// Long names and links, and what a collector has to say of itself besides.
TEST(TemplateCatalogue, FitsTextMessagesWithTheLongestOfItsValues) {
  const std::vector<std::string_view> demanded = {"US.REGF.6E.OPT_OUT", "US.REGF.18E1.INITIAL"};
  for (const Template& words : BuiltInTemplates().templates) {
    if (words.channel != Channel::kSms || words.variant == Variant::kLimited) continue;
    const std::vector<Variable> needs = VariablesOf(words, demanded);
    TemplateValues values = SampleValues(needs, Samples::kOfAll);
    for (TemplateValue& value : values) {
      const VariableType type = FindVariable(needs, value.name)->type;
      if (type == VariableType::kText) value.value = SensitiveText("Example Servicing and Son");
      if (type == VariableType::kLink) {
        value.value = SensitiveText("https://pay.parley.example/p/0123456789abcdef");
      }
    }
    const auto set = ValueOf(Setter().Set(words, BuiltInTemplates().BlocksFor(words)));
    const auto parts = ValueOf(set->Fill(values, {words.language, demanded}));
    const auto length = MeasureSms(parts.front().text.Reveal());
    ASSERT_TRUE(length.has_value());
    EXPECT_LE(length->segments, kMostSmsSegments) << NameOf(words) << parts.front().text.Reveal();
  }
}

TEST(TemplateCatalogue, NamesHelpInTheCountriesOfItsRulebooks) {
  const auto& all = BuiltInTemplates().signposts;
  for (const char* region : {"GB", "US", "AU", "FR", "DE", "ES", "IE"}) {
    EXPECT_THAT(SignpostsFor(all, region, SignpostTopic::kDebt), Not(IsEmpty())) << region;
  }
  for (const char* region : {"GB", "US", "AU", "FR", "DE", "ES", "IE"}) {
    EXPECT_THAT(SignpostsFor(all, region, SignpostTopic::kDistress), Not(IsEmpty())) << region;
  }
}

// The words of a few messages as people get them. PARLEY_WRITE_GOLDEN=1 writes the files anew.
TEST(TemplateCatalogue, ReadsAsItWasReviewed) {
  const std::set<std::string> reviewed = {"payment_reminder",  "plan_agreed", "hardship_support",
                                          "validation_notice", "please_call", "dispute_received"};
  for (const std::string& language : kLanguages) {
    std::string text;
    for (const Template& words : BuiltInTemplates().templates) {
      if (words.language != language || !reviewed.contains(words.key)) continue;
      absl::StrAppend(&text, "==== ", NameOf(words), "\n", Rendered(words, Samples::kOfAll), "\n");
    }
    const std::string path = "tests/data/templates/" + language + ".txt";
    if (std::getenv("PARLEY_WRITE_GOLDEN") != nullptr) std::ofstream(path) << text;
    std::ifstream stream(path);
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>(stream), {})) << path;
  }
}

const TemplateLibrary& Library() {
  static const TemplateLibrary* const kLibrary =
      ValueOf(TemplateLibrary::Make(BuiltInTemplates(), Setter())).release();
  return *kLibrary;
}

TEST(TemplateLibrary, WritesInTheLanguageOfThePersonAndSaysWhy) {
  const WordedMessage worded =
      ValueOf(Library().Write({.key = "wrong_person",
                               .channel = Channel::kSms,
                               .wishes = {.person = {"fi"}, .creditor = {"es-MX"}}},
                              SampleLimitedValues()));
  EXPECT_EQ(worded.key, "wrong_person");
  EXPECT_EQ(worded.version, 1);
  EXPECT_EQ(worded.language,
            (ChosenLanguage{"es", "es-MX", LanguageSource::kCreditor, LanguageSource::kPerson}));
  EXPECT_THAT(worded.parts.front().text.Reveal(), HasSubstr("por error"));
}

TEST(TemplateLibrary, WritesLimitedContentWithLimitedValuesAlone) {
  const Wording limited{
      .key = "please_call", .channel = Channel::kSms, .variant = Variant::kLimited};
  EXPECT_THAT(Library().Write(limited, SampleLimitedValues()), IsOk());
  EXPECT_THAT(Library().Write(limited, TemplateValues()), IsRefused(Reason::kTemplateNotLimited));
  const Wording full{
      .key = "payment_received", .channel = Channel::kSms, .variant = Variant::kLimited};
  EXPECT_THAT(Library().Write(full, TemplateValues()), IsRefused(Reason::kTemplateNotLimited));
  EXPECT_THAT(Library().Write(full, SampleLimitedValues()), IsRefused(Reason::kTemplateNotLimited));
}

TEST(TemplateLibrary, WritesNoLimitedContentWithoutABlockThatIsDemanded) {
  const std::vector<std::string_view> demanded = {"GB.CONC.7_5_3R"};
  const Wording limited{.key = "please_call", .channel = Channel::kSms, .demanded = demanded};
  EXPECT_THAT(Library().Write(limited, SampleLimitedValues()),
              IsRefused(Reason::kTemplateBlockMissing));
}

TEST(TemplateLibrary, TellsWhatAMessageNeedsWithTheBlocksThatAreDemanded) {
  const std::vector<std::string_view> demanded = {"GB.CONC.7_5_3R"};
  const Wording plain{.key = "payment_received", .channel = Channel::kSms};
  const Wording justified{
      .key = "payment_received", .channel = Channel::kSms, .demanded = demanded};
  EXPECT_EQ(FindVariable(ValueOf(Library().Needs(plain)), "justification"), nullptr);
  const std::vector<Variable> needs = ValueOf(Library().Needs(justified));
  EXPECT_NE(FindVariable(needs, "justification"), nullptr);
  EXPECT_THAT(Library().Write(justified, SampleValues(needs, Samples::kOfRequired)), IsOk());
}

TEST(TemplateLibrary, RefusesAMessageThatNobodyWroteForTheChannel) {
  EXPECT_THAT(Library().Write({.key = "payment_received", .channel = Channel::kCall}, {}),
              IsRefused(Reason::kTemplateNotFound));
  EXPECT_THAT(Library().Write({.key = "payment_received", .channel = Channel::kSms}, {}),
              IsRefused(Reason::kFieldInvalid));
}

language::ToneContext ToneContextOf(const Template& words, PartKind kind) {
  language::ToneContext context{.by_rules_alone = true};
  if (kind == PartKind::kSubject) context.audience = language::Audience::kSubjectLine;
  if (words.variant == Variant::kLimited) context.audience = language::Audience::kOthers;
  context.enabled.agreed_instalment = words.key.starts_with("instalment_") ||
                                      words.key.starts_with("plan_") ||
                                      words.key.starts_with("promise_");
  return context;
}

// What keeps these words from going out, as people read it.
std::string Objections(const language::ToneCheck& check, const Template& words) {
  std::string all;
  for (const SetPart& part : SetParts(words, Samples::kOfAll)) {
    if (part.kind == PartKind::kHtml) continue;
    const std::string& text = part.text.Reveal();
    for (const language::ToneFinding& finding :
         check.Check(text, ToneContextOf(words, part.kind)).findings) {
      if (finding.severity == language::ToneSeverity::kWarns) continue;
      absl::StrAppend(&all, NameOf(words), ": ", std::string(finding.rule), ": ",
                      std::string(finding.span.In(text)), "\n");
    }
  }
  return all;
}

TEST(TemplateCatalogue, SpeaksInATonePeopleCanBear) {
  const lexicons::Lexicons lexicons = ValueOf(lexicons::Lexicons::BuiltIn());
  for (const language::LanguageCode code : language::kLanguages) {
    // What a lexicon lacks is told by its own tests.
    const absl::StatusOr<language::ToneCheck> check =
        language::ToneCheck::Make(code, lexicons.Of("tone", code));
    if (!check.ok()) continue;
    std::string objections;
    for (const Template& words : BuiltInTemplates().templates) {
      if (words.language == language::NameOf(code)) objections += Objections(*check, words);
    }
    EXPECT_EQ(objections, "");
  }
}

constexpr const char* kHead = "# proto-message: TemplateSheet\n";

std::string FaultsOf(const std::string& text) {
  const std::string whole = kHead + text;
  const std::vector<PolicyFile> files = {{"reply.textproto", whole}};
  const auto read = ReadTemplates(files, Setter(), &BuiltInTemplates());
  return std::string(read.status().message());
}

TEST(ReadTemplates, TellsEachFaultOnceWithItsPlaceInTheFile) {
  EXPECT_EQ(FaultsOf("key: \"reply\" version: 1 channels: [CHANNEL_SMS] purpose: PURPOSE_REPLY\n"
                     "wordings {\n"
                     "  language: \"en\"\n"
                     "  text: \"{{> SELF_IDENTIFICATION}}\\n{{amount}} {{> OPT_OUT}}\"\n"
                     "}\n"),
            "reply.textproto:5:3: wordings[0].text: line 2: amount: is not declared");
  EXPECT_THAT(FaultsOf("key: \"reply\" wordings { tongue: \"en\" }\n"),
              HasSubstr("reply.textproto:2:31: "));
  EXPECT_THAT(FaultsOf("key: \"reply\" version: 1 channels: [CHANNEL_SMS]\n"
                       "wordings { language: \"en\" text: \"a\" }"),
              HasSubstr("lacks the block OPT_OUT"));
}

TEST(ReadTemplates, RefusesTheSameMessageTwice) {
  const std::string sheet =
      std::string(kHead) +
      "key: \"reply\" version: 1 channels: [CHANNEL_SMS] purpose: PURPOSE_REPLY\n"
      "wordings { language: \"en\" text: \"{{> SELF_IDENTIFICATION}} {{> OPT_OUT}}\" }";
  const std::vector<PolicyFile> files = {{"a", sheet}, {"b", sheet}};
  EXPECT_THAT(std::string(ReadTemplates(files, Setter(), &BuiltInTemplates()).status().message()),
              HasSubstr("b:3:1: wordings[0]: another file has the same"));
}

}  // namespace
}  // namespace parley::policy
