// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/hearing/hearing_score.h"

#include <algorithm>

#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

using language::Heard;
using language::HeardLabel;
using language::Intent;

bool Holds(const std::vector<Intent>& intents, Intent intent) {
  return std::find(intents.begin(), intents.end(), intent) != intents.end();
}

void ScoreIntents(const LabelledMessage& message, const Heard& heard, HearingScore& score) {
  for (const Intent intent : message.intents) {
    IntentScore& counted = score.by_intent[intent];
    ++counted.labelled;
    if (heard.Has(intent)) ++counted.both;
  }
  for (const HeardLabel& label : heard.labels) {
    ++score.by_intent[label.intent].heard;
    if (Holds(message.must_not, label.intent)) ++score.forbidden;
  }
  if (Holds(message.must_not, Intent::kCrisis)) {
    score.crisis_look_alikes.Count(heard.Has(Intent::kCrisis));
  }
}

void ScoreEntities(const LabelledMessage& message, const Heard& heard, HearingScore& score) {
  const language::HeardEntities& entities = heard.entities;
  if (message.amount.has_value() || entities.amount.has_value()) {
    score.amounts.Count(message.amount == entities.amount);
  }
  if (message.date.has_value() || entities.date.has_value()) {
    score.dates.Count(message.date == entities.date);
  }
  if (!message.channel.empty() || !entities.channel.empty()) {
    score.channels.Count(message.channel == entities.channel);
  }
}

Misheard MisheardOf(const LabelledMessage& message, const Heard& heard) {
  Misheard misheard{message.id,
                    message.context.language.value_or(heard.language),
                    message.text,
                    message.intents.front(),
                    {}};
  for (const HeardLabel& label : heard.labels) {
    misheard.heard.push_back(
        absl::StrCat(std::string(label.rule), ": ", std::string(label.evidence.In(message.text))));
  }
  return misheard;
}

}  // namespace

HearingScore ScoreMessages(const language::Hearing& hearing,
                           const std::vector<LabelledMessage>& messages) {
  HearingScore score;
  for (const LabelledMessage& message : messages) {
    const Heard heard = hearing.Hear(message.text, message.context);
    const bool right = heard.primary().intent == message.intents.front();
    score.primary.Count(right);
    score.by_language[message.context.language.value_or(heard.language)].Count(right);
    ScoreIntents(message, heard, score);
    ScoreEntities(message, heard, score);
    if (!right) score.misheard.push_back(MisheardOf(message, heard));
  }
  return score;
}

}  // namespace parley::cli
