// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_INTEREST_WORKING_H_
#define PARLEY_DOMAIN_DEBT_INTEREST_WORKING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/numeric/int128.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/debt/interest_detail.h"

namespace parley {

// A stretch of days as a person works it out: base x rate x days over the days of a year.
struct WorkedPiece {
  Period days;           // Both ends bear interest.
  std::int64_t counted;  // Days as the convention counts them.
  std::int64_t base;     // Minor units.
  std::string percent;   // "5" a year.
  std::string fraction;  // Of a year: "31/365", or "(10/365 + 21/366)" over a change of year.
  std::string product;   // "4.246575": in the currency, rounded half to even.
};

// A posting of interest as a person works it out. Amounts that are finer than the currency's
// smallest unit have four decimals more than it, six at most (but those of the currency itself).
struct InterestWorking {
  std::vector<WorkedPiece> pieces;
  std::string carried;  // What rounding left over before, signed; empty when that is too little.
  std::string sum;      // Of the exact products and what was carried.
  absl::int128 millionths;   // The same in millionths of a minor unit, to within a few of them.
  std::int64_t rounded = 0;  // The same in minor units, half to even.
};

InterestWorking WorkOut(const InterestDetail& detail, Currency currency);

// True when so many minor units are less than what the working comes to when it is rounded: a cap
// came before the rest.
bool IsCapped(const InterestWorking& working, std::int64_t posted);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_INTEREST_WORKING_H_
