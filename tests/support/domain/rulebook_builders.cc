// SPDX-License-Identifier: Apache-2.0
#include "tests/support/domain/rulebook_builders.h"

#include <string>
#include <utility>

#include "absl/time/civil_time.h"

namespace parley {
namespace {

Rule ARule(std::string id, RuleKind kind) {
  Rule rule{.id = std::move(id), .cite = "a test", .force = Force::kPolicy};
  rule.kind = std::move(kind);
  return rule;
}

Rule ACap(std::string id, bool per_debt, int limit, int days) {
  FrequencyCap cap;
  cap.per_debt = per_debt;
  cap.limit = limit;
  cap.days = days;
  cap.except_misdirected = true;
  return ARule(std::move(id), cap);
}

TimeWindow Daytime() {
  DayWindow hours{.days = {absl::Weekday::monday, absl::Weekday::tuesday, absl::Weekday::wednesday,
                           absl::Weekday::thursday, absl::Weekday::friday,
                           absl::Weekday::saturday}};
  hours.from = 8 * 60 + 30;
  hours.to = 20 * 60;
  TimeWindow window;
  window.windows = {hours};
  return window;
}

}  // namespace

Rulebook ATestBook() {
  Rulebook book;
  book.id = "TEST";
  book.version = "1";
  book.effective_from = Day(2020, 1, 1);
  book.rules = {ACap("TEST.DAY", false, 1, 1), ACap("TEST.WEEK", false, 3, 7),
                ACap("TEST.MONTH", false, 4, 30), ACap("TEST.DEBT", true, 2, 7),
                ARule("TEST.HOURS", Daytime())};
  return book;
}

Rulebooks TheTestBook() { return Rulebooks::Make({ATestBook()}, {}).value(); }

}  // namespace parley
