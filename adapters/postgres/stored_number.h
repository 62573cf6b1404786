// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_STORED_NUMBER_H_
#define PARLEY_ADAPTERS_POSTGRES_STORED_NUMBER_H_

#include <cstdint>
#include <optional>

#include "domain/common/rate.h"

namespace parley::postgres {

// The value of an enum without gaps that a number stands for; none beyond its ends.
template <typename Enum>
std::optional<Enum> Numbered(std::int64_t number, Enum first, Enum last) {
  if (number < static_cast<int>(first) || number > static_cast<int>(last)) return std::nullopt;
  return static_cast<Enum>(number);
}

inline std::optional<DayCount> DayCountNumbered(std::int64_t number) {
  return Numbered(number, DayCount::kAct365F, DayCount::k30360Us);
}

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_STORED_NUMBER_H_
