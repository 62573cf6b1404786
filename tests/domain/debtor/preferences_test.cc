// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/preferences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tests/domain/debtor/record_facts.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Preferences SomePreferences() {
  Preferences preferences;
  preferences.channels = {{std::nullopt, {Channel::kEmail, Channel::kLetter}},
                          {Purpose::kReminder, {Channel::kSms}}};
  preferences.languages = {"de-AT", "en"};
  preferences.formats = {AccessibleFormat::kLargePrint};
  return preferences;
}

std::vector<Channel> Ranked(const Preferences& preferences, Purpose purpose) {
  const std::span<const Channel> ranked = RankedFor(preferences, purpose);
  return {ranked.begin(), ranked.end()};
}

TEST(CheckPreferences, FindsNothingInSoundOnes) {
  EXPECT_THAT(FaultsOf(CheckPreferences, SomePreferences()), IsEmpty());
  EXPECT_THAT(FaultsOf(CheckPreferences, Preferences()), IsEmpty());
}

TEST(CheckPreferences, RefusesWhatStandsTwiceOrSaysNothing) {
  Preferences preferences = SomePreferences();
  preferences.channels.push_back({Purpose::kReminder, {}});
  preferences.channels.front().ranked.push_back(Channel::kEmail);
  preferences.languages = {"en", "german!", "en"};
  EXPECT_EQ(FaultsOf(CheckPreferences, preferences),
            (Faults{{"it.channels[0].channels[2]", Fault::kDuplicate},
                    {"it.channels[2].purpose", Fault::kDuplicate},
                    {"it.channels[2].channels", Fault::kRequired},
                    {"it.languages[1]", Fault::kLanguageMalformed},
                    {"it.languages[2]", Fault::kDuplicate}}));
}

TEST(CheckPreferences, TakesAtMostTenLanguages) {
  Preferences preferences;
  for (char letter = 'a'; letter <= 'k'; ++letter) {
    preferences.languages.push_back(std::string("d") + letter);
  }
  EXPECT_EQ(FaultsOf(CheckPreferences, preferences), (Faults{{"it.languages", Fault::kTooLong}}));
}

TEST(RankedFor, TakesThePurposesOwnRankingFirst) {
  const Preferences preferences = SomePreferences();
  EXPECT_THAT(Ranked(preferences, Purpose::kReminder), ElementsAre(Channel::kSms));
  EXPECT_THAT(Ranked(preferences, Purpose::kDemand),
              ElementsAre(Channel::kEmail, Channel::kLetter));
  EXPECT_THAT(Ranked({}, Purpose::kDemand), IsEmpty());
}

TEST(AccessibleFormatWords, AreReadAndWritten) {
  EXPECT_EQ(WordFor(AccessibleFormat::kSignLanguage), "SIGN_LANGUAGE");
  EXPECT_EQ(Worded<AccessibleFormat>("BRAILLE"), AccessibleFormat::kBraille);
}

}  // namespace
}  // namespace parley
