// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/ledger/json_values.h"

#include "absl/strings/ascii.h"

namespace parley::cli {

Day DayOf(const JsonField& field) {
  const std::optional<Day> day = ParseDay(field.Text());
  if (!day.has_value()) field.Fail("is no day such as 2026-11-22");
  return *day;
}

std::optional<std::int64_t> IntegerOf(const JsonField& parent, std::string_view name) {
  if (!parent.Has(name)) return std::nullopt;
  return parent[name].Integer();
}

std::optional<Bucket> BucketNamedIn(const std::string& text) {
  const bool lower = absl::AsciiStrToLower(text) == text;
  return lower ? BucketNamed(absl::AsciiStrToUpper(text)) : std::nullopt;
}

}  // namespace parley::cli
