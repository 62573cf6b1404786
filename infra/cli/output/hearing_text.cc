// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/hearing_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "infra/cli/scoring/json_lines.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::ordered_json;
using language::HeardEntities;
using language::HeardLabel;

std::string Of(std::string_view text) { return std::string(text); }

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json EntitiesJson(const HeardEntities& entities) {
  Json amount;
  if (entities.amount.has_value()) {
    amount = {{"minor_units", entities.amount->minor_units},
              {"currency", OrNull(entities.amount->currency)}};
  }
  Json date;
  if (entities.date.has_value()) date = absl::FormatCivilTime(*entities.date);
  return {{"amount", std::move(amount)},
          {"date", std::move(date)},
          {"channel", OrNull(entities.channel)},
          {"time_note", OrNull(entities.time_note)}};
}

// The words that weighed most, of what no rule heard: " (lost, job)".
std::string WeighedText(const std::string& text, const HeardLabel& label) {
  std::string told;
  for (const language::TextSpan& word : label.weighed) {
    absl::StrAppend(&told, told.empty() ? "  (" : ", ", Of(word.In(text)));
  }
  return told.empty() ? told : absl::StrCat(told, ")");
}

}  // namespace

std::string HeardText(const std::string& text, const language::Heard& heard) {
  std::string told;
  for (const HeardLabel& label : heard.labels) {
    absl::StrAppend(&told, Of(NameOf(label.intent)), "  ", Of(label.rule), "  ",
                    label.confidence_percent, "%  \"", Of(label.evidence.In(text)), "\"",
                    WeighedText(text, label), "\n");
  }
  const HeardEntities& entities = heard.entities;
  if (entities.amount.has_value()) {
    constexpr int kHundredths = 100;
    absl::StrAppend(
        &told,
        absl::StrFormat("amount  %d.%02d %s\n", entities.amount->minor_units / kHundredths,
                        entities.amount->minor_units % kHundredths, entities.amount->currency));
  }
  if (entities.date.has_value()) {
    absl::StrAppend(&told, "date  ", absl::FormatCivilTime(*entities.date), "\n");
  }
  if (!entities.channel.empty()) absl::StrAppend(&told, "channel  ", entities.channel, "\n");
  if (!entities.time_note.empty()) absl::StrAppend(&told, "time  ", entities.time_note, "\n");
  return told;
}

std::string HeardJson(const std::string& text, const language::Heard& heard) {
  Json intents = Json::array();
  for (const HeardLabel& label : heard.labels) {
    Json weighed = Json::array();
    for (const language::TextSpan& word : label.weighed) weighed.push_back(Of(word.In(text)));
    intents.push_back({{"intent", Of(NameOf(label.intent))},
                       {"rule", Of(label.rule)},
                       {"source", Of(NameOf(label.source))},
                       {"confidence", label.confidence_percent},
                       {"begin", label.evidence.begin},
                       {"end", label.evidence.end},
                       {"words", Of(label.evidence.In(text))},
                       {"weighed", std::move(weighed)}});
  }
  return JsonLine({{"language", Of(NameOf(heard.language))},
                   {"urgent", heard.urgent()},
                   {"intents", std::move(intents)},
                   {"entities", EntitiesJson(heard.entities)}});
}

std::string HearingScoreText(const HearingScore& score) {
  std::string told;
  for (const Misheard& one : score.misheard) {
    absl::StrAppend(&told, one.id, " ", Of(NameOf(one.language)), " is ", Of(NameOf(one.labelled)),
                    "\n  ", one.text, "\n");
    for (const std::string& heard : one.heard) absl::StrAppend(&told, "  > ", heard, "\n");
  }
  absl::StrAppend(&told, "primary intent      ", ShareText(score.primary), "\n");
  for (const auto& [code, share] : score.by_language) {
    absl::StrAppend(&told, "  ", Of(NameOf(code)), "                ", ShareText(share), "\n");
  }
  absl::StrAppend(&told, "amounts             ", ShareText(score.amounts), "\ndates               ",
                  ShareText(score.dates), "\nchannels            ", ShareText(score.channels),
                  "\ncrisis look-alikes  ", ShareText(score.crisis_look_alikes),
                  "\nmust not, but heard ", score.forbidden, "\n");
  for (const auto& [intent, counted] : score.by_intent) {
    absl::StrAppend(&told, absl::StrFormat("%-22s precision %.2f  recall %.2f  of %d\n",
                                           Of(NameOf(intent)), counted.precision().value(),
                                           counted.recall().value(), counted.labelled));
  }
  return told;
}

std::string HearingScoreJson(const HearingScore& score) {
  Json by_language = Json::object();
  for (const auto& [code, share] : score.by_language) {
    by_language[Of(NameOf(code))] = share.value();
  }
  Json by_intent = Json::object();
  for (const auto& [intent, counted] : score.by_intent) {
    by_intent[Of(NameOf(intent))] = {{"precision", counted.precision().value()},
                                     {"recall", counted.recall().value()}};
  }
  Json misheard = Json::array();
  for (const Misheard& one : score.misheard) misheard.push_back(one.id);
  return JsonLine({{"primary_accuracy", score.primary.value()},
                   {"texts", score.primary.whole},
                   {"by_language", std::move(by_language)},
                   {"by_intent", std::move(by_intent)},
                   {"entities",
                    {{"amount", score.amounts.value()},
                     {"date", score.dates.value()},
                     {"channel", score.channels.value()}}},
                   {"forbidden", score.forbidden},
                   {"crisis_look_alikes", score.crisis_look_alikes.value()},
                   {"misheard", std::move(misheard)}});
}

}  // namespace parley::cli
