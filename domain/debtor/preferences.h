// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_PREFERENCES_H_
#define PARLEY_DOMAIN_DEBTOR_PREFERENCES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/common/violations.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// In which form somebody can take in what we say. The numbers are stored and never change.
enum class AccessibleFormat : std::uint8_t {
  kLargePrint = 1,
  kBraille = 2,
  kAudio = 3,
  kEasyRead = 4,
  kScreenReader = 5,
  kTextRelay = 6,
  kSignLanguage = 7,
};

template <>
std::span<const std::string_view> WordsOf<AccessibleFormat>();

// The channels that a person likes best for a purpose, the best first.
struct ChannelRanking {
  std::optional<Purpose> purpose;  // None: for whatever has no ranking of its own.
  std::vector<Channel> ranked;

  friend bool operator==(const ChannelRanking&, const ChannelRanking&) = default;
};

// How somebody likes to be spoken to. A preference orders what is allowed; it permits nothing.
struct Preferences {
  std::vector<ChannelRanking> channels;
  std::vector<std::string> languages;  // BCP 47, the best first.
  EnumSet<AccessibleFormat> formats;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

// Adds what is wrong with them: a purpose or channel that stands twice, a ranking of nothing.
void CheckPreferences(const Preferences& preferences, const std::string& field,
                      Violations& violations);

// The ranking for a purpose, or the one for whatever has none; empty when nothing was said.
std::span<const Channel> RankedFor(const Preferences& preferences, Purpose purpose);

// In which formats a text by this channel can be read. A screen sets its letters as large as its
// reader wants them, and reads them out; a letter is printed large for whom wants it so.
EnumSet<AccessibleFormat> FormatsReadBy(Channel channel);

// Those that a person asked for and a text by this channel does not come in. A relay and sign
// language are for those to provide who call.
EnumSet<AccessibleFormat> UnservedFormats(const Preferences& preferences, Channel channel);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_PREFERENCES_H_
