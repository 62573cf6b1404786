// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEDGER_JSON_VALUES_H_
#define PARLEY_INFRA_CLI_LEDGER_JSON_VALUES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/common/days.h"
#include "domain/common/rate.h"
#include "domain/debt/bucket.h"
#include "infra/cli/ledger/json_fields.h"

// What the files of worked cases have in common. Each reader throws a JsonFault for what is not
// asked for.
namespace parley::cli {

Day DayOf(const JsonField& field);
// None for a field that is missing or null.
std::optional<std::int64_t> IntegerOf(const JsonField& parent, std::string_view name);
// The files' names are in lower case.
std::optional<Bucket> BucketNamedIn(const std::string& text);

template <typename Value, std::size_t count>
Value OneOf(const JsonField& field,
            const std::array<std::pair<std::string_view, Value>, count>& values) {
  const std::string text = field.Text();
  for (const auto& [name, value] : values) {
    if (name == text) return value;
  }
  field.Fail("has an unknown value");
}

inline constexpr auto kDayCounts = std::to_array<std::pair<std::string_view, DayCount>>({
    {"ACT_365F", DayCount::kAct365F},
    {"ACT_360", DayCount::kAct360},
    {"ACT_ACT_ISDA", DayCount::kActActIsda},
    {"30_360_US", DayCount::k30360Us},
});

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEDGER_JSON_VALUES_H_
