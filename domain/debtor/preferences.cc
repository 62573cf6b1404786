// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/preferences.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kMostLanguages = 10;

constexpr auto kFormatWords =
    std::to_array<std::string_view>({"", "LARGE_PRINT", "BRAILLE", "AUDIO", "EASY_READ",
                                     "SCREEN_READER", "TEXT_RELAY", "SIGN_LANGUAGE"});

// True for what stands in a list before the place, too.
template <typename Value>
bool StandsBefore(const std::vector<Value>& list, std::size_t at) {
  const auto here = list.begin() + static_cast<std::ptrdiff_t>(at);
  return std::find(list.begin(), here, list[at]) != here;
}

void CheckRanking(const ChannelRanking& ranking, const std::string& field, Violations& violations) {
  if (ranking.ranked.empty()) violations.Add(field + ".channels", Fault::kRequired);
  for (std::size_t at = 0; at < ranking.ranked.size(); ++at) {
    if (StandsBefore(ranking.ranked, at)) {
      violations.Add(absl::StrCat(field, ".channels[", at, "]"), Fault::kDuplicate);
    }
  }
}

const ChannelRanking* RankingOf(const Preferences& preferences, std::optional<Purpose> purpose) {
  const auto found =
      std::find_if(preferences.channels.begin(), preferences.channels.end(),
                   [purpose](const ChannelRanking& ranking) { return ranking.purpose == purpose; });
  return found == preferences.channels.end() ? nullptr : &*found;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<AccessibleFormat>() {
  return kFormatWords;
}

void CheckPreferences(const Preferences& preferences, const std::string& field,
                      Violations& violations) {
  for (std::size_t at = 0; at < preferences.channels.size(); ++at) {
    const ChannelRanking& ranking = preferences.channels[at];
    const std::string path = absl::StrCat(field, ".channels[", at, "]");
    if (RankingOf(preferences, ranking.purpose) != &ranking) {
      violations.Add(path + ".purpose", Fault::kDuplicate);
    }
    CheckRanking(ranking, path, violations);
  }
  if (preferences.languages.size() > kMostLanguages) {
    violations.Add(field + ".languages", Fault::kTooLong);
  }
  for (std::size_t at = 0; at < preferences.languages.size(); ++at) {
    const std::string path = absl::StrCat(field, ".languages[", at, "]");
    if (!IsLanguageTag(preferences.languages[at])) violations.Add(path, Fault::kLanguageMalformed);
    if (StandsBefore(preferences.languages, at)) violations.Add(path, Fault::kDuplicate);
  }
}

std::span<const Channel> RankedFor(const Preferences& preferences, Purpose purpose) {
  const ChannelRanking* ranking = RankingOf(preferences, purpose);
  if (ranking == nullptr) ranking = RankingOf(preferences, std::nullopt);
  return ranking == nullptr ? std::span<const Channel>() : ranking->ranked;
}

EnumSet<AccessibleFormat> FormatsReadBy(Channel channel) {
  switch (channel) {
    case Channel::kEmail:
    case Channel::kSms:
    case Channel::kDirectMessage:
    case Channel::kPortal:
      return {AccessibleFormat::kLargePrint, AccessibleFormat::kScreenReader};
    case Channel::kLetter:
      return {AccessibleFormat::kLargePrint};
    case Channel::kPostcard:
    case Channel::kPublicPost:
    case Channel::kCall:
    case Channel::kRinglessVoicemail:
    case Channel::kVisit:
      break;
  }
  return {};
}

EnumSet<AccessibleFormat> UnservedFormats(const Preferences& preferences, Channel channel) {
  constexpr std::array kWritten = {AccessibleFormat::kLargePrint, AccessibleFormat::kBraille,
                                   AccessibleFormat::kAudio, AccessibleFormat::kEasyRead,
                                   AccessibleFormat::kScreenReader};
  const EnumSet<AccessibleFormat> read = FormatsReadBy(channel);
  EnumSet<AccessibleFormat> unserved;
  for (const AccessibleFormat format : kWritten) {
    if (preferences.formats.Has(format) && !read.Has(format)) unserved.Add(format);
  }
  return unserved;
}

}  // namespace parley
