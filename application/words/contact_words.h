// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORDS_CONTACT_WORDS_H_
#define PARLEY_APPLICATION_WORDS_CONTACT_WORDS_H_

#include <string>

#include "absl/time/time.h"
#include "application/ports/plain_words.h"
#include "domain/communication/log/stored_verdict.h"

namespace parley {

// What the gate decided, and until when; instants are told by the clock of a zone.
std::string TellAnswer(const Answered& answer, absl::TimeZone zone, const Voice& voice);

// What one rule said, by its name and where it is written; the house's standing rules in words.
std::string TellRule(const ToldRule& told, absl::TimeZone zone, const Voice& voice);

// What may be left on a voicemail: it reveals nothing of a debt.
std::string LimitedVoicemail(const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORDS_CONTACT_WORDS_H_
