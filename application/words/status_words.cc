// SPDX-License-Identifier: Apache-2.0
#include "application/words/status_words.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/strings/str_join.h"
#include "domain/common/money.h"

namespace parley {
namespace {

// The sentence of a word without arguments: "right." and its name is the key.
template <typename Word>
Told<Word> Tell(std::string_view group, Word word, const Voice& voice) {
  return {word, voice.Say(std::string(group) + "." + std::string(NameOf(word)))};
}

template <typename Word>
std::vector<Told<Word>> TellAll(std::string_view group, const std::vector<Word>& words,
                                const Voice& voice) {
  std::vector<Told<Word>> told;
  told.reserve(words.size());
  for (const Word word : words) told.push_back(Tell(group, word, voice));
  return told;
}

}  // namespace

ToldStatus TellStatus(const PlainStatus& status, const Voice& voice) {
  return {.state = {status.state, TellState(status.state, voice)},
          .assurances = TellAll("assurance", status.assurances, voice),
          .actions = TellAll("action", status.actions, voice),
          .rights = TellAll("right", status.rights, voice)};
}

std::string TellState(PlainState state, const Voice& voice) {
  return Tell("state", state, voice).sentence;
}

std::string TellBalance(const Position& position, std::int64_t on_its_way, Currency currency,
                        const Voice& voice) {
  const std::int64_t owed = Outstanding(position).value_or(0);
  std::vector<std::string> sentences;
  sentences.push_back(owed == 0 ? voice.Say("balance.NONE")
                                : voice.Say("balance.OWED", {{"balance", Money(owed, currency)}}));
  if (position.credit > 0) {
    sentences.push_back(voice.Say("balance.HELD", {{"held", Money(position.credit, currency)}}));
  }
  if (on_its_way > 0) {
    sentences.push_back(voice.Say("balance.ON_ITS_WAY", {{"amount", Money(on_its_way, currency)}}));
  }
  return absl::StrJoin(sentences, " ");
}

std::string TellComingDay(const ComingDay& coming, const Voice& voice) {
  return voice.Say("coming." + std::string(NameOf(coming.kind)), {{"day", coming.day}});
}

std::string TellHold(const Hold& hold, const Voice& voice) {
  std::vector<std::string> sentences = {TellState(PlainStateOf(hold), voice)};
  const auto say = [&](const char* key, std::optional<Day> day) {
    if (day.has_value()) sentences.push_back(voice.Say(key, {{"day", *day}}));
  };
  if (hold.type == HoldType::kPaymentInFlight) {
    say("coming.MONEY_EXPECTED", hold.until);
    return absl::StrJoin(sentences, " ");
  }
  if (hold.disputed.has_value()) {
    sentences.push_back(voice.Say("hold.PART", {{"amount", *hold.disputed}}));
  }
  say("hold.SINCE", hold.from);
  say("hold.UNTIL", hold.until);
  say("hold.REVIEW", hold.review);
  return absl::StrJoin(sentences, " ");
}

}  // namespace parley
