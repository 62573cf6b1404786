// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_LABEL_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_LABEL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/sensitive.h"
#include "domain/communication/inbound/intent.h"

namespace parley {

// A part of a text, in bytes of its UTF-8; the end is the first byte that is no longer in it.
struct TextPart {
  std::size_t begin = 0;
  std::size_t end = 0;

  // Empty where the text is shorter than that.
  std::string_view In(std::string_view text) const;

  friend bool operator==(const TextPart&, const TextPart&) = default;
};

// One thing that a text says, with the words that say it.
struct InboundLabel {
  Intent intent = Intent::kUnclear;
  TextPart evidence;
  LabelSource source = LabelSource::kRule;
  std::string rule;  // Which rule or model heard it, or which person.
  int confidence_percent = 0;

  friend bool operator==(const InboundLabel&, const InboundLabel&) = default;
};

// What the text names.
struct InboundEntities {
  std::optional<std::int64_t> amount_hundredths;
  std::string currency;     // ISO 4217; empty where the text names none.
  std::optional<Day> date;  // By the day of receipt, where the person is.
  std::string channel;      // "sms", "phone", "number:mother" ...; empty for none.
  SensitiveText time_note;  // As it was written.
  bool at_work = false;     // Their place of work is what does not suit.

  friend bool operator==(const InboundEntities&, const InboundEntities&) = default;
};

// What was heard in a text: the primary label first, and never none.
struct HeardInbound {
  std::string language;  // That the text was read in.
  std::vector<InboundLabel> labels;
  InboundEntities entities;

  friend bool operator==(const HeardInbound&, const HeardInbound&) = default;
};

// A person says that a text means something else. What was heard stays beside it.
struct LabelCorrection {
  std::vector<Intent> intents;  // The primary first.
  std::string actor;
  absl::Time time;
  SensitiveText reason;

  friend bool operator==(const LabelCorrection&, const LabelCorrection&) = default;
};

// The label of an intent; none where it was not heard.
const InboundLabel* FindLabel(std::span<const InboundLabel> labels, Intent intent);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_LABEL_H_
