// SPDX-License-Identifier: Apache-2.0
#include "application/words/contact_words.h"

#include <cstdint>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "domain/common/days.h"

namespace parley {
namespace {

constexpr std::string_view kStandingPrefix = "PARLEY.";

void AddInstant(absl::Time instant, absl::TimeZone zone, WordArguments& arguments) {
  arguments.push_back({"day", Day(zone.At(instant).cs)});
  arguments.push_back({"time", absl::FormatTime("%H:%M", instant, zone)});
}

std::string_view KeyOf(const ToldRule& told) {
  switch (told.word) {
    case Word::kDoesNotConcern:
    case Word::kPermits:
      return told.count.has_value() ? "rule.COUNTS" : "rule.PERMITS";
    case Word::kWarns:
      return "rule.WARNS";
    case Word::kRequires:
      return "rule.REQUIRES";
    case Word::kDefers:
      return told.count.has_value() ? "rule.FULL" : "rule.DEFERS";
    case Word::kRefuses:
      break;
  }
  return "rule.REFUSES";
}

}  // namespace

std::string TellAnswer(const Answered& answer, absl::TimeZone zone, const Voice& voice) {
  WordArguments arguments;
  if (answer.until.has_value()) AddInstant(*answer.until, zone, arguments);
  return voice.Say(absl::StrCat("gate.", std::string(NameOf(answer.decision))), arguments);
}

std::string TellRule(const ToldRule& told, absl::TimeZone zone, const Voice& voice) {
  const std::string_view rule = told.rule;
  if (told.word == Word::kRefuses && rule.starts_with(kStandingPrefix)) {
    return voice.Say("standing." + std::string(rule.substr(kStandingPrefix.size())));
  }
  WordArguments arguments = {{"rule", absl::StrCat(told.rule, " (", told.cite, ")")}};
  if (told.count.has_value()) {
    arguments.push_back({"count", std::int64_t{*told.count}});
    arguments.push_back({"limit", std::int64_t{told.limit.value_or(0)}});
  }
  if (told.until.has_value()) AddInstant(*told.until, zone, arguments);
  return voice.Say(KeyOf(told), arguments);
}

std::string LimitedVoicemail(const Voice& voice) { return voice.Say("voicemail.LIMITED"); }

}  // namespace parley
