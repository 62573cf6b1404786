// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_JSON_H_
#define PARLEY_ADAPTERS_CASES_CASE_JSON_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/time/time.h"
#include "domain/common/days.h"
#include "nlohmann/json.hpp"

namespace parley::cases {

using Json = nlohmann::json;

// Why a case cannot be read: it never leaves the player, which tells it as the case's failure.
struct CaseFault {
  std::string what;
};

// A member of an object; null for one that is not there.
const Json& Member(const Json& object, std::string_view name);
bool Has(const Json& object, std::string_view name);
// The text of a member; empty for none. Throws CaseFault for another type.
std::string TextOf(const Json& object, std::string_view name);
// True only for a member that is true.
bool IsTrue(const Json& object, std::string_view name);
// True only for a member that is false.
bool IsFalse(const Json& object, std::string_view name);

// An instant with its offset, or a day, which is taken at its noon in UTC. Throws CaseFault.
absl::Time InstantOf(const std::string& text);
std::optional<absl::Time> InstantAt(const Json& object, std::string_view name);
// The day that a text begins with. Throws CaseFault.
Day DayOf(const std::string& text);
std::optional<Day> DayAt(const Json& object, std::string_view name);
// "08:00" as a minute of the day. Throws CaseFault.
std::int16_t MinuteOf(const std::string& text);
// A decimal text or number in minor units of a currency of two decimals. Throws CaseFault.
std::int64_t MinorOf(const Json& value);

// The value of a case's word in a table of words. Throws CaseFault for a word that is not in it.
template <typename Table>
auto WordIn(const Table& table, const std::string& word) {
  for (const auto& [name, value] : table) {
    if (name == word) return value;
  }
  throw CaseFault{"the word is unknown: " + word};
}

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_CASE_JSON_H_
