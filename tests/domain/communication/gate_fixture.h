// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_DOMAIN_COMMUNICATION_GATE_FIXTURE_H_
#define PARLEY_TESTS_DOMAIN_COMMUNICATION_GATE_FIXTURE_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "domain/communication/gate.h"
#include "domain/communication/rulebooks.h"

namespace parley {

// Every day of the week.
inline constexpr EnumSet<absl::Weekday> kEveryDay = {
    absl::Weekday::monday,   absl::Weekday::tuesday, absl::Weekday::wednesday,
    absl::Weekday::thursday, absl::Weekday::friday,  absl::Weekday::saturday,
    absl::Weekday::sunday};

inline absl::TimeZone Zone(const char* name) {
  absl::TimeZone zone;
  EXPECT_TRUE(absl::LoadTimeZone(name, &zone)) << name;
  return zone;
}

inline absl::Time At(const char* text) {
  absl::Time time;
  std::string error;
  EXPECT_TRUE(absl::ParseTime(absl::RFC3339_full, text, &time, &error)) << error;
  return time;
}

inline DayWindow Hours(int from, int to) {
  DayWindow window{.days = kEveryDay};
  window.from = static_cast<std::int16_t>(from * 60);
  window.to = static_cast<std::int16_t>(to * 60);
  return window;
}

// Rules under invented ids, in a book that speaks to everybody.
class TestBook {
 public:
  TestBook() {
    book_.id = "TEST.BOOK";
    book_.version = "1";
    book_.effective_from = Day(2020, 1, 1);
  }

  TestBook& Add(RuleKind kind, Concern concern = {}) {
    Rule rule{.id = "TEST." + std::to_string(book_.rules.size()), .cite = "a test"};
    rule.concern = concern;
    rule.kind = std::move(kind);
    book_.rules.push_back(std::move(rule));
    return *this;
  }

  Rulebooks Make(std::vector<Calendar> calendars = {}) const {
    absl::StatusOr<Rulebooks> made = Rulebooks::Make({book_}, std::move(calendars));
    EXPECT_TRUE(made.ok()) << made.status();
    return *std::move(made);
  }

  Rulebook& book() { return book_; }

 private:
  Rulebook book_;
};

// Somebody in New York with a mobile, a work line and two debts.
inline Facts SomebodyInNewYork() {
  Facts facts;
  Person person;
  person.zones = {{Zone("America/New_York"), LocationSource::kAddress}};
  person.points = {{.kind = PointClass::kCellular},
                   {.kind = PointClass::kWork, .place = Place::kWork}};
  facts.persons.push_back(person);
  facts.debts.resize(2);
  return facts;
}

inline Act CallAboutTheFirst() {
  Act act;
  act.point = 0;
  act.debts = DebtSet::Of(0);
  return act;
}

inline Communication CallOut(absl::Time at, Outcome outcome = Outcome::kNoAnswer) {
  Communication one;
  one.at = at;
  one.outcome = outcome;
  one.point = 0;
  one.debts = DebtSet::Of(0);
  one.conversation_debts = one.debts;
  return one;
}

inline Verdict Ask(const Act& act, const Facts& facts, const Rulebooks& books, absl::Time now) {
  return Judge(act, Record(facts), books, now);
}

}  // namespace parley

#endif  // PARLEY_TESTS_DOMAIN_COMMUNICATION_GATE_FIXTURE_H_
