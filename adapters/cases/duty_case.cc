// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/duty_case.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "adapters/cases/case_words.h"
#include "domain/common/rate.h"

namespace parley::cases {
namespace {

absl::TimeZone ZoneOf(const CaseNames& names, const Facts& facts, const Json& when) {
  if (facts.persons.empty()) return absl::UTCTimeZone();
  const Person& person = facts.persons[names.Person(TextOf(when, "person"))];
  return Record::PrimaryZone(person).value_or(absl::UTCTimeZone());
}

DebtSet DebtsOf(const CaseNames& names, const Json& when) {
  return Has(when, "debts") ? names.Debts(when.at("debts")) : DebtSet();
}

}  // namespace

DutyCase::DutyCase(const Json& given, const Json& when, const Rulebooks& books)
    : given_(given),
      when_(when),
      books_(books),
      names_(given),
      record_(ReadFacts(given, names_)),
      debts_(DebtsOf(names_, when)),
      now_(InstantOf(TextOf(when, "at"))),
      zone_(ZoneOf(names_, record_.facts(), when)),
      today_(LocalDay(now_)),
      rules_(books, record_.facts(), debts_, today_) {}

void DutyAnswer::Say(const Rule* rule, Word word) {
  if (rule == nullptr) throw CaseFault{"no rulebook in play has a rule for it"};
  answer_.spoke.push_back({.id = rule->id, .word = word});
  strictest_ = std::max(strictest_, word);
}

void DutyAnswer::Defer(const Rule* rule, absl::Time until) {
  Say(rule, Word::kDefers);
  answer_.earliest = until;
}

void DutyAnswer::Attach(const std::string& disclosure) {
  answer_.fields["required_disclosures"].push_back(disclosure);
}

void DutyAnswer::Add(const CaseAnswer& other) {
  for (const SpokenRule& rule : other.spoke) {
    answer_.spoke.push_back(rule);
    strictest_ = std::max(strictest_, rule.word);
  }
  if (other.earliest.has_value()) answer_.earliest = other.earliest;
  answer_.fields.update(other.fields);
}

CaseAnswer DutyAnswer::Take() && {
  switch (strictest_) {
    case Word::kDoesNotConcern:
    case Word::kPermits:
    case Word::kWarns:
      answer_.decision = "allow";
      break;
    case Word::kRequires:
      answer_.decision = "allow_with";
      break;
    case Word::kDefers:
      answer_.decision = "defer";
      break;
    case Word::kRefuses:
      answer_.decision = "deny";
      break;
  }
  return std::move(answer_);
}

std::string DecimalOf(std::int64_t minor_units) {
  const std::int64_t size = minor_units < 0 ? -minor_units : minor_units;
  return absl::StrFormat("%s%d.%02d", minor_units < 0 ? "-" : "", size / 100, size % 100);
}

std::int64_t RateOf(const std::string& text) {
  const std::size_t point = text.find('.');
  std::string digits = text.substr(0, point);
  std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
  constexpr std::size_t kDecimals = 10;
  if (decimals.size() > kDecimals) throw CaseFault{"no rate: " + text};
  decimals.resize(kDecimals, '0');
  std::int64_t units = 0;
  if (!absl::SimpleAtoi(digits + decimals, &units)) throw CaseFault{"no rate: " + text};
  return units;
}

}  // namespace parley::cases
