// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORDS_STATUS_WORDS_H_
#define PARLEY_APPLICATION_WORDS_STATUS_WORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "application/ports/plain_words.h"
#include "domain/common/currency.h"
#include "domain/debt/hold.h"
#include "domain/debt/plain_status.h"
#include "domain/debt/position.h"

namespace parley {

// One word of a plain status, and how it is said.
template <typename Word>
struct Told {
  Word word;
  std::string sentence;
};

// A plain status in one language.
struct ToldStatus {
  Told<PlainState> state;
  std::vector<Told<PlainAssurance>> assurances;
  std::vector<Told<PlainAction>> actions;
  std::vector<Told<PlainRight>> rights;
};

ToldStatus TellStatus(const PlainStatus& status, const Voice& voice);
std::string TellState(PlainState state, const Voice& voice);

// What is owed, what we keep for the person, and what is on its way (minor units).
std::string TellBalance(const Position& position, std::int64_t on_its_way, Currency currency,
                        const Voice& voice);
std::string TellComingDay(const ComingDay& coming, const Voice& voice);
// What it is, since when, until when, and when somebody looks at it again.
std::string TellHold(const Hold& hold, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORDS_STATUS_WORDS_H_
