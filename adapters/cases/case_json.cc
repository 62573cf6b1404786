// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_json.h"

#include <variant>

#include "absl/strings/numbers.h"
#include "domain/common/currency.h"
#include "domain/common/money.h"

namespace parley::cases {

const Json& Member(const Json& object, std::string_view name) {
  static const Json kNone;
  if (!object.is_object()) return kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

bool Has(const Json& object, std::string_view name) { return !Member(object, name).is_null(); }

std::string TextOf(const Json& object, std::string_view name) {
  const Json& member = Member(object, name);
  if (member.is_null()) return "";
  if (!member.is_string()) throw CaseFault{std::string(name) + " is no text"};
  return member.get<std::string>();
}

bool IsTrue(const Json& object, std::string_view name) {
  const Json& member = Member(object, name);
  return member.is_boolean() && member.get<bool>();
}

bool IsFalse(const Json& object, std::string_view name) {
  const Json& member = Member(object, name);
  return member.is_boolean() && !member.get<bool>();
}

absl::Time InstantOf(const std::string& text) {
  absl::Time time;
  if (absl::ParseTime(absl::RFC3339_full, text, &time, nullptr)) return time;
  return absl::FromCivil(DayOf(text), absl::UTCTimeZone()) + absl::Hours(12);
}

std::optional<absl::Time> InstantAt(const Json& object, std::string_view name) {
  if (!Has(object, name)) return std::nullopt;
  return InstantOf(TextOf(object, name));
}

Day DayOf(const std::string& text) {
  const std::optional<Day> day = ParseDay(text.substr(0, 10));
  if (!day.has_value()) throw CaseFault{"no day or instant: " + text};
  return *day;
}

std::optional<Day> DayAt(const Json& object, std::string_view name) {
  if (!Has(object, name)) return std::nullopt;
  return DayOf(TextOf(object, name));
}

std::int16_t MinuteOf(const std::string& text) {
  int hour = 0;
  int minute = 0;
  if (text.size() != 5 || !absl::SimpleAtoi(text.substr(0, 2), &hour) ||
      !absl::SimpleAtoi(text.substr(3), &minute)) {
    throw CaseFault{"no hour: " + text};
  }
  return static_cast<std::int16_t>(hour * 60 + minute);
}

std::int64_t MinorOf(const Json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  const auto read = ParseDecimalMoney(text, *Currency::Find("USD"));
  if (const auto* money = std::get_if<Money>(&read)) return money->minor_units();
  throw CaseFault{"no amount: " + text};
}

}  // namespace parley::cases
