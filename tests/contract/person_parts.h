// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_CONTRACT_PERSON_PARTS_H_
#define PARLEY_TESTS_CONTRACT_PERSON_PARTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "application/ports/person_records.h"

namespace parley {

// Parts of the record of debtor 1, by their numbers. Those that are full have everything that such
// a one may have, at its extremes.

absl::Time Late();  // The least after the day on which tests play.
DayWindow AWindow();
ContactScope FullScope();

KnownPoint APoint(int number = 1);
KnownPoint FullPoint();  // Number 1, suppressed.
ConsentFact AConsent(int number = 1);
ConsentFact FullConsent();
OptOut AnOptOut(int number = 1);
Inconvenience AnInconvenience();
SupportNeed ANeed();
Representative ARepresentative(int number = 1);
Location ALocation(std::vector<std::string> zones);
VerificationTry ATry(bool passed);
Preferences SomePreferences();
BarredAddress Barred(std::uint8_t key, SuppressionCause cause);

}  // namespace parley

#endif  // PARLEY_TESTS_CONTRACT_PERSON_PARTS_H_
