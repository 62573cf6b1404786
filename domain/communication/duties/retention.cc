// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/retention.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "domain/communication/duties/dates.h"

namespace parley {
namespace {

bool IsOf(const Applies& applies, std::string_view region) {
  const std::string_view country = region.substr(0, region.find('-'));
  if (country != applies.country) return false;
  const std::vector<std::string>& parts = applies.regions;
  return parts.empty() || region == country ||
         std::find(parts.begin(), parts.end(), region) != parts.end();
}

bool MayConcern(const Rulebook& book, std::span<const std::string> regions, Day today) {
  if (book.status != BookStatus::kLive || !book.InForceOn(today)) return false;
  if (book.applies.country.empty() || regions.empty()) return true;
  return std::any_of(regions.begin(), regions.end(),
                     [&](const std::string& region) { return IsOf(book.applies, region); });
}

const Retention* RetentionOf(const Rule& rule) {
  const auto* duty = std::get_if<DutyRule>(&rule.kind);
  return duty == nullptr ? nullptr : std::get_if<Retention>(duty);
}

}  // namespace

std::optional<RetainedBy> LongestKept(const Rulebooks& rulebooks,
                                      std::span<const std::string> regions, Day last_act,
                                      Day today) {
  std::optional<RetainedBy> longest;
  for (const Rulebook& book : rulebooks.books()) {
    if (!MayConcern(book, regions, today)) continue;
    for (const Rule& rule : book.rules) {
      const Retention* retention = RetentionOf(rule);
      if (retention == nullptr) continue;
      const RetainedBy kept{&rule, KeptUntil(*retention, last_act)};
      if (!longest.has_value() || longest->until < kept.until) longest = kept;
    }
  }
  return longest;
}

}  // namespace parley
