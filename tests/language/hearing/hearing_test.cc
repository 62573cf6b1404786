// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/hearing.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/language/hearing/new_part.h"
#include "domain/language/word_weights.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "infra/cli/hearing/hearing_score.h"
#include "infra/cli/hearing/labelled_message.h"
#include "infra/cli/hearing/learn_weights.h"
#include "infra/cli/hearing/make_hearing.h"
#include "rapidcheck/gtest.h"

namespace parley::language {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;

const Hearing& TheHearing() {
  static const auto hearing = cli::MakeHearing("");
  if (!hearing.ok()) ADD_FAILURE() << hearing.status();
  return *hearing;
}

HearingContext At(absl::CivilSecond received, HeardBy by = HeardBy::kMessage) {
  HearingContext context;
  context.by = by;
  context.received = received;
  return context;
}

// A Monday.
Heard Hear(std::string_view text, HeardBy by = HeardBy::kMessage) {
  return TheHearing().Hear(text, At(absl::CivilSecond(2025, 5, 12, 18, 0, 0), by));
}

std::vector<Intent> IntentsIn(std::string_view text, HeardBy by = HeardBy::kMessage) {
  std::vector<Intent> intents;
  for (const HeardLabel& label : Hear(text, by).labels) intents.push_back(label.intent);
  return intents;
}

TEST(Hearing, HearsDangerInEveryLanguageAndNothingBesideIt) {
  EXPECT_THAT(IntentsIn("I want to kill myself, stop calling me"), ElementsAre(Intent::kCrisis));
  EXPECT_THAT(IntentsIn("ya no quiero vivir"), ElementsAre(Intent::kCrisis));
  EXPECT_THAT(IntentsIn("j'ai envie de mourir"), ElementsAre(Intent::kCrisis));
  EXPECT_THAT(IntentsIn("ich will nicht mehr leben"), ElementsAre(Intent::kCrisis));
  EXPECT_TRUE(Hear("i took all my pills").urgent());
}

TEST(Hearing, TakesAFigureOfSpeechForWhatItIs) {
  for (const std::string_view text :
       {"these bills are killing me", "I'm dying to get this sorted", "my phone died mid call",
        "me muero de risa", "mon téléphone est mort", "ich lach mich tot",
        "pay that? over my dead body", "I want to end this today"}) {
    EXPECT_FALSE(Hear(text).urgent()) << text;
  }
}

TEST(Hearing, TellsAWishForSilenceFromOneForASilentChannel) {
  EXPECT_EQ(Hear("leave me alone").primary().intent, Intent::kStopContact);
  EXPECT_EQ(Hear("dont call dont text dont write").primary().intent, Intent::kStopContact);
  const Heard keyword = Hear("STOP", HeardBy::kSms);
  EXPECT_EQ(keyword.primary().intent, Intent::kStopChannel);
  EXPECT_EQ(keyword.entities.channel, "sms");
  EXPECT_EQ(Hear("please stop calling my work phone").entities.channel, "work_phone");
  EXPECT_THAT(IntentsIn("you can stop worrying, I'm paying it today"),
              Not(IsSupersetOf({Intent::kStopContact})));
}

TEST(Hearing, HearsSeveralThingsAtOnceEachWithItsWords) {
  const std::string text = "I lost my job, please don't call me at work, I can pay 40 on the 3rd";
  const Heard heard = Hear(text);
  EXPECT_TRUE(heard.Has(Intent::kHardship));
  EXPECT_TRUE(heard.Has(Intent::kPromiseToPay));
  for (const HeardLabel& label : heard.labels) EXPECT_FALSE(label.evidence.In(text).empty());
  ASSERT_TRUE(heard.entities.amount.has_value());
  EXPECT_EQ(heard.entities.amount->minor_units, 4000);
  EXPECT_EQ(heard.entities.date, absl::CivilDay(2025, 6, 3));
}

TEST(Hearing, DoesNotTakeAHedgeForAPromise) {
  EXPECT_EQ(Hear("I will pay on Friday").primary().intent, Intent::kPromiseToPay);
  EXPECT_NE(Hear("hopefully I will pay on Friday").primary().intent, Intent::kPromiseToPay);
}

TEST(Hearing, ReadsOnlyWhatIsNewInAReply) {
  EXPECT_THAT(IntentsIn("Received, with thanks.\n\n> If you lost your job, tell us.\n> Reply STOP"),
              ElementsAre(Intent::kThanksOrAck));
  EXPECT_THAT(IntentsIn("\n\nOn 9 May 2025, Accounts wrote:\n> You still owe 310.00."),
              ElementsAre(Intent::kUnclear));
}

TEST(Hearing, LeavesWhatSaysNothingToAPerson) {
  EXPECT_THAT(IntentsIn(""), ElementsAre(Intent::kUnclear));
  EXPECT_THAT(IntentsIn("asdkfj sorry pocket"), ElementsAre(Intent::kUnclear));
}

TEST(Hearing, CountsDaysFromTheDayOfReceipt) {
  const auto date = [](std::string_view text) { return Hear(text).entities.date; };
  EXPECT_EQ(date("I will pay tomorrow"), absl::CivilDay(2025, 5, 13));
  EXPECT_EQ(date("I will pay on monday"), absl::CivilDay(2025, 5, 19));
  EXPECT_EQ(date("I will pay at the end of the month"), absl::CivilDay(2025, 5, 31));
  EXPECT_EQ(date("I already paid it on Friday"), absl::CivilDay(2025, 5, 9));
  EXPECT_EQ(date("ich überweise am 4. Juni"), absl::CivilDay(2025, 6, 4));
  EXPECT_EQ(date("I will pay next month"), std::nullopt);
  EXPECT_EQ(date("need time, my new card takes 10 days"), absl::CivilDay(2025, 5, 22));
  EXPECT_EQ(date("I will pay within 10 days of your answer"), std::nullopt);
  EXPECT_EQ(date("can I pay $40 every 2nd friday until it is gone"), std::nullopt);
}

TEST(Hearing, ReadsSumsAsTheirWriterDoes) {
  const auto amount = [](std::string_view text) { return Hear(text).entities.amount; };
  EXPECT_EQ(amount("ich überweise morgen 1.234,50 €"), (HeardAmount{123450, "EUR"}));
  EXPECT_EQ(amount("I will pay £58.20 tomorrow"), (HeardAmount{5820, "GBP"}));
  EXPECT_EQ(amount("will pay 60 bucks friday"), (HeardAmount{6000, "USD"}));
  EXPECT_EQ(amount("wants a payment plan, 50/mo"), (HeardAmount{5000, ""}));
  EXPECT_EQ(amount("Tomorrow before noon. 42.50. I promise to pay"), (HeardAmount{4250, ""}));
  EXPECT_EQ(amount("need 2 pay this in instalments"), std::nullopt);
  EXPECT_EQ(amount("I offer 2.500,00 € to settle it, not one euro more"),
            (HeardAmount{250000, "EUR"}));
}

TEST(NewParts, KeepEachByteInItsPlace) {
  const std::string text = "yes\n> no\nmaybe\n-----Original Message-----\nFrom: x";
  const std::string kept = NewPartOf(text);
  EXPECT_EQ(kept.size(), text.size());
  EXPECT_EQ(kept.substr(0, 3), "yes");
  EXPECT_EQ(kept.substr(9, 5), "maybe");
  EXPECT_EQ(kept.find("no"), std::string::npos);
  EXPECT_EQ(kept.find("From"), std::string::npos);
}

RC_GTEST_PROP(Hearing, TellsSomethingOfAnyBytes, (const std::string& text)) {
  const Heard heard = TheHearing().Hear(text, At(absl::CivilSecond(2025, 5, 12, 18, 0, 0)));
  RC_ASSERT(!heard.labels.empty());
  for (const HeardLabel& label : heard.labels) {
    RC_ASSERT(label.evidence.begin <= label.evidence.end);
    RC_ASSERT(label.evidence.end <= text.size());
  }
}

std::vector<cli::LabelledMessage> Labelled(const std::string& name) {
  std::ifstream file("tests/data/intents/" + name);
  std::stringstream lines;
  lines << file.rdbuf();
  auto messages = cli::ReadLabelledMessages(lines.str());
  if (!messages.ok()) ADD_FAILURE() << name << ": " << messages.status();
  return *std::move(messages);
}

// What hearing agreed on with people once, it goes on agreeing on.
TEST(Hearing, AgreesWithPeople) {
  for (const char* const name :
       {"half_a.jsonl", "half_b.jsonl", "writers_en_es.jsonl", "writers_fr_de.jsonl"}) {
    const cli::HearingScore score = cli::ScoreMessages(TheHearing(), Labelled(name));
    EXPECT_GE(score.primary.value(), 0.9) << name;
    EXPECT_GE(score.by_intent.at(Intent::kCrisis).recall().value(), 0.98) << name;
    EXPECT_LE(score.crisis_look_alikes.value(), 0.1) << name;
    for (const auto& [language, portion] : score.by_language) {
      EXPECT_GE(portion.value(), 0.85) << name << " " << NameOf(language);
    }
  }
}

TEST(Hearing, NamesTheWordsThatWeighedWhereNoRuleHeard) {
  const std::string text = "we eat noodles and the fridge is empty";
  const Heard heard = Hear(text);
  EXPECT_EQ(heard.primary().intent, Intent::kHardship);
  EXPECT_EQ(heard.primary().source, LabelSource::kModel);
  EXPECT_EQ(heard.primary().rule, "HARDSHIP.WEIGHTS");
  ASSERT_FALSE(heard.primary().weighed.empty());
  EXPECT_FALSE(heard.primary().weighed.front().In(text).empty());
}

// The lexicons of the repository, but for weights that are learnt here.
Hearing HearingLearntFrom(const std::vector<const char*>& names) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(::testing::TempDir()) / absl::StrCat("hearing.", getpid());
  fs::remove_all(folder);
  fs::copy("infra/lexicons", folder);
  std::vector<cli::LabelledMessage> messages;
  for (const char* const name : names) {
    for (cli::LabelledMessage& message : Labelled(name)) messages.push_back(std::move(message));
  }
  for (const auto& [language, weights] : cli::LearnWeights(TheHearing(), messages)) {
    const std::string name = absl::StrCat("hearing_", std::string(NameOf(language)));
    std::ofstream(folder / (name + "_weights.lexicon")) << weights;
  }
  auto hearing = cli::MakeHearing(folder.string());
  fs::remove_all(folder);
  if (!hearing.ok()) ADD_FAILURE() << hearing.status();
  return *std::move(hearing);
}

// Texts whose authors knew none of those that weights are learnt from.
TEST(HearingWeights, HearWhatTheyHaveNotLearnt) {
  const Hearing hearing = HearingLearntFrom({"plain_en.jsonl", "plain_es.jsonl", "plain_fr.jsonl",
                                             "plain_de.jsonl", "half_a.jsonl", "half_b.jsonl"});
  for (const char* const name : {"writers_en_es.jsonl", "writers_fr_de.jsonl"}) {
    const cli::HearingScore score = cli::ScoreMessages(hearing, Labelled(name));
    EXPECT_GE(score.primary.value(), 0.6) << name;
    EXPECT_GE(score.by_intent.at(Intent::kCrisis).recall().value(), 0.6) << name;
  }
}

TEST(HearingWeights, TellOfALineThatIsNone) {
  const auto file = ReadLexiconFile("a.lexicon", "[weights]\npay: o40 e-12\nwill: 12\n");
  ASSERT_TRUE(file.ok());
  const auto weights = WordWeights::Make(std::vector<LexiconFile>{*file}, kIntentCount);
  ASSERT_FALSE(weights.ok());
  EXPECT_THAT(std::string(weights.status().message()), HasSubstr("a.lexicon:3"));
}

}  // namespace
}  // namespace parley::language
