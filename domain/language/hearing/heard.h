// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_HEARD_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_HEARD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "domain/language/hearing/intent.h"
#include "domain/language/language_code.h"
#include "domain/language/text_span.h"

namespace parley::language {

// How a text came in.
enum class HeardBy : std::uint8_t {
  kMessage,   // E-mail, letter, chat.
  kSms,       // A bare "STOP" means text messages.
  kCallNote,  // What one of us wrote down of a call.
};

// What is known of a text beside its words.
struct HearingContext {
  HeardBy by = HeardBy::kMessage;
  absl::CivilSecond received;            // Where the person is.
  std::optional<LanguageCode> language;  // That the person is known to write in.
  bool day_first = true;                 // 04/05 is the 4th of May.
};

// One thing that a text says, with the words that say it. The rule's name lives as long as the
// hearing that gave the label.
struct HeardLabel {
  Intent intent = Intent::kUnclear;
  TextSpan evidence;  // In the text as it was received.
  LabelSource source = LabelSource::kRule;
  std::string_view rule;
  int confidence_percent = 0;
  std::vector<TextSpan> weighed;  // Of a model: the words that weighed most, the weightiest first.
};

struct HeardAmount {
  std::int64_t minor_units = 0;  // Hundredths.
  std::string currency;          // ISO 4217; empty where the text names none.

  friend bool operator==(const HeardAmount&, const HeardAmount&) = default;
};

// What the text names, for the first label that it can belong to.
struct HeardEntities {
  std::optional<HeardAmount> amount;
  std::optional<absl::CivilDay> date;
  std::string channel;    // "sms", "phone", "number:mother" ...; empty for none.
  std::string time_note;  // As it was written, for people; empty for none.
  bool at_work = false;   // Where something does not suit, that is where they work.
};

struct Heard {
  LanguageCode language = LanguageCode::kEnglish;  // That the text was read in.
  std::vector<HeardLabel> labels;                  // The primary first; never empty.
  HeardEntities entities;

  const HeardLabel& primary() const { return labels.front(); }
  bool urgent() const { return primary().intent == Intent::kCrisis; }
  bool Has(Intent intent) const;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_HEARD_H_
