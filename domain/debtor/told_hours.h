// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_TOLD_HOURS_H_
#define PARLEY_DOMAIN_DEBTOR_TOLD_HOURS_H_

#include <cstddef>
#include <span>
#include <string>

#include "domain/common/violations.h"
#include "domain/communication/windows.h"

namespace parley {

inline constexpr std::size_t kMostWindows = 50;

// Adds what is wrong with hours that somebody named: too many, none of any day, no time of a day, a
// period that ends before it begins.
void CheckHours(std::span<const DayWindow> hours, const std::string& field, Violations& violations);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_TOLD_HOURS_H_
